package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Plan;
import dev.greenlane.engine.catalogue.Plan.PlannedEffect;
import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.understand.target.EffectLog;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the effects that a described program has by itself, and what data comes out of it. One for each step. */
final class PlannedEffects {

    private static final Set<Scope> OWN = EnumSet.of(Scope.WORKSPACE, Scope.WORKSPACE_ROOT, Scope.TEMP);

    private static final Set<EffectKind> VERSIONED = EnumSet.of(
            EffectKind.VCS_LOCAL_CHANGE,
            EffectKind.VCS_LOCAL_LOSS,
            EffectKind.VCS_HISTORY_REWRITE,
            EffectKind.VCS_REMOTE_CHANGE);

    private final Work work;
    private final Step step;
    private final Plan plan;
    private final List<Argument> arguments;
    private final ShellState state;
    private final Flow input;
    private final Scene scene;
    private final FileAccess.From from;
    private final Optional<Value> written;
    private Flow read = Flow.NONE;
    private Optional<String> fetched = Optional.empty();
    private boolean clones;

    PlannedEffects(Step step, Work work) {
        this.work = work;
        this.step = step;
        this.plan = step.plan();
        this.arguments = step.arguments();
        this.state = step.state();
        this.input = step.input();
        this.scene = step.scene();
        this.from = step.from();
        this.written = plan.harmless()
                ? Optional.empty()
                : new KnownOutput(work, state, scene)
                        .of(step.called(), arguments, input)
                        .or(() -> Outputs.of(plan.program(), arguments, input, state, scene.paths()));
    }

    /** What it writes to standard output, where that is known. */
    Optional<Value> written() {
        return written;
    }

    /** Tells them and gives what comes out. */
    Flow tell() {
        if (plan.program().equals("ln")) {
            arguments.stream()
                    .filter(word -> !word.value().prefix().startsWith("-"))
                    .findFirst()
                    .ifPresent(target -> read = work.files().data(target.value(), from));
        }
        for (PlannedEffect effect : plan.effects()) {
            if (effect.kind() == EffectKind.FILE_READ) {
                add(effect);
            }
        }
        for (PlannedEffect effect : plan.effects()) {
            if (effect.kind() != EffectKind.FILE_READ) {
                add(effect);
            }
        }
        if (clones && plan.effects().stream().noneMatch(effect -> effect.kind() == EffectKind.FILE_WRITE)) {
            fetched.flatMap(PlannedEffects::repositoryName)
                    .ifPresent(name -> work.files().cloned(below(state.folder(), name), output(), from));
        }
        return output();
    }

    /** What comes out: what was read, changed by programs that do not pass it on as it is. */
    private Flow output() {
        Flow all = read.then(input);
        if (!plan.outputs().isEmpty()) {
            all = Flow.labelled(plan.outputs(), Optional.of(step.named())).then(all);
        }
        return Outputs.passesFiles(plan.program())
                        && read.connected()
                        && plan.outputs().isEmpty()
                ? read
                : all.connected() ? all.withoutText() : Flow.UNKNOWN;
    }

    private void add(PlannedEffect effect) {
        switch (effect.target()) {
            case Plan.Target.Word word
            when isFolder(effect, word) ->
                add(
                        effect,
                        folder().map(Value::of).orElse(word.argument().value()),
                        word.argument().span());
            case Plan.Target.Word word ->
                add(effect, word.argument().value(), word.argument().span());
            case Plan.Target.WorkingDirectory folder -> add(effect, state.folder(), step.span());
            case Plan.Target.StandardInput in ->
                add(effect, Value.unknown(input.origin().orElse("standard input"), "comes in"), step.span());
        }
    }

    private void add(PlannedEffect effect, Value target, Span at) {
        EffectKind kind = effect.kind();
        Circumstances circumstances = circumstances(effect, at);
        if (target.prefix().startsWith("file:///")) {
            path(EffectKind.FILE_READ, target.withoutPrefix("file://".length()), circumstances);
        } else if (Effect.OnPath.KINDS.contains(kind)) {
            path(kind, target, circumstances);
        } else if (Effect.OnHost.KINDS.contains(kind)) {
            host(kind, target, circumstances);
        } else if (kind == EffectKind.UNKNOWN) {
            work.log().notUnderstood(target.display(), "is not described further", circumstances);
        } else {
            work.log().name(kind, target, circumstances);
            if (takesInItsFolder(effect)) {
                foreign(at);
            }
            if (kind == EffectKind.PROCESS_CONTROL) {
                numberOfTheGate(target)
                        .ifPresent(file -> work.log().name(EffectKind.GUARD_CHANGE, file, circumstances));
            }
            if (kind == EffectKind.CREDENTIAL_ACCESS) {
                read = read.then(Flow.labelled(Set.of(DataLabel.CREDENTIAL), Optional.of(step.named())));
            }
        }
    }

    private static boolean takesInItsFolder(PlannedEffect effect) {
        return effect.kind() == EffectKind.RUNS_PROJECT_CODE
                || effect.kind() == EffectKind.PACKAGE_INSTALL
                        && (effect.traits().contains("declared")
                                || effect.traits().contains("scripts"));
    }

    /** Tells where the folder it runs in, or one that it is given, was filled from outside. */
    private void foreign(Span at) {
        work.foreign().runs(state.folder(), at, state, scene);
        arguments.stream()
                .map(Argument::value)
                .filter(word -> word.prefix().startsWith(".")
                        || word.prefix().indexOf('/') >= 0
                        || work.files().isFilled(word, from))
                .forEach(path -> work.foreign().runs(path, at, state, scene));
    }

    /** The file of the gate's own from which the number of a process comes. */
    private Optional<Value> numberOfTheGate(Value process) {
        return work.outputsIn(process).origins().stream()
                .map(Value::of)
                .filter(file -> EffectLog.isOfTheGate(file, state.folder(), scene.paths()))
                .findFirst();
    }

    /** Writes a program made of the files named: code of the project where they all are that. */
    private void build(Value target, Circumstances circumstances) {
        List<Value> files = arguments.stream()
                .map(Argument::value)
                .filter(word -> !word.prefix().startsWith("-"))
                .toList();
        Optional<Flow> outside = files.stream()
                .map(file -> work.files().data(file, from))
                .filter(data -> data.labels().contains(DataLabel.FETCHED))
                .findFirst();
        boolean own = files.stream()
                .allMatch(file ->
                        OWN.contains(scene.paths().read(file, state.folder()).scope())
                                && work.files().writtenNow(file, from).isEmpty());
        if (own && outside.isEmpty()) {
            work.build(target, from, circumstances);
        } else {
            work.write(target, outside.map(Flow::withoutText).orElse(Flow.UNKNOWN), from, circumstances);
        }
    }

    private void path(EffectKind kind, Value target, Circumstances circumstances) {
        Optional<Flow> substituted = target.known().flatMap(work::substituted);
        if (substituted.isPresent()) {
            read = kind == EffectKind.FILE_READ ? read.then(substituted.get()) : read;
            if (kind == EffectKind.FILE_WRITE) {
                work.substitutions().feed(target, content(target));
            }
        } else if (kind == EffectKind.FILE_READ) {
            read = read.then(work.files().read(target, from, circumstances));
        } else if (kind == EffectKind.FILE_WRITE && circumstances.traits().contains("built")) {
            build(target, circumstances);
        } else if (kind == EffectKind.FILE_WRITE) {
            work.write(target, content(target), from, circumstances);
            if (clones) {
                work.files().cloned(target, output(), from);
            } else if (circumstances.traits().contains("create")) {
                fetched.flatMap(PlannedEffects::fileName)
                        .ifPresent(name -> work.files().put(below(target, name), output(), from));
            }
        } else {
            if (kind == EffectKind.FILE_DELETE && circumstances.traits().contains("move")) {
                read = read.then(work.files().data(target, from));
            }
            work.log().path(kind, target, state.folder(), scene.paths(), circumstances);
        }
    }

    /** What the program puts into a file. */
    private Flow content(Value target) {
        if (Outputs.passesInput(plan.program())) {
            return input;
        }
        Flow output = output();
        return new KnownOutput(work, state, scene)
                .copied(plan.program(), arguments, target)
                .or(() -> written.map(
                        text -> Flow.of(text).withLabels(output.labels()).alongWith(output)))
                .orElse(output);
    }

    private void host(EffectKind kind, Value target, Circumstances circumstances) {
        boolean shell = input.fromShell();
        Set<String> traits = new HashSet<>(circumstances.traits());
        if (shell) {
            traits.add("shell");
        }
        Set<DataLabel> carries = new HashSet<>(circumstances.carries());
        if (target.known()
                .filter(url -> url.indexOf('?') > 0 && !work.secrets().find(url).isEmpty())
                .isPresent()) {
            carries.add(DataLabel.CREDENTIAL);
        }
        EffectKind actual = shell && kind == EffectKind.NETWORK_FETCH ? EffectKind.NETWORK_SEND : kind;
        work.log().host(actual, target, circumstances.with(traits).carrying(carries, circumstances.origin()));
        if (kind == EffectKind.NETWORK_FETCH) {
            fetched = target.known();
            clones |= traits.contains("clones");
            read = Flow.labelled(Set.of(DataLabel.FETCHED), Optional.of(target.display()))
                    .then(read);
        }
    }

    private Circumstances circumstances(PlannedEffect effect, Span at) {
        Certainty certainty =
                effect.certainty().compareTo(scene.certainty()) > 0 ? effect.certainty() : scene.certainty();
        Flow data = new CarriedData(step, work).of(effect, read);
        return new Circumstances(
                scene.inCall(at),
                certainty,
                effect.reversibility().orElse(EffectLog.usual(effect.kind())),
                data.labels(),
                scene.place(),
                scene.marked(effect.traits()),
                work.origin(data),
                VERSIONED.contains(effect.kind()) ? folder() : Optional.empty());
    }

    private boolean isFolder(PlannedEffect effect, Plan.Target.Word word) {
        return VERSIONED.contains(effect.kind()) && plan.folder().equals(Optional.of(word.argument()));
    }

    /** The folder that the program works in. */
    private Optional<String> folder() {
        return scene.paths().absolute(plan.folder().map(Argument::value).orElse(Value.of(".")), state.folder());
    }

    /** The name under which what an address gives is saved, where no other is said. */
    private static Optional<String> fileName(String url) {
        int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        int slash = url.lastIndexOf('/', end);
        boolean isHost = slash > 0 && url.charAt(slash - 1) == '/';
        return slash < 0 || isHost || slash + 1 == end ? Optional.empty() : Optional.of(url.substring(slash + 1, end));
    }

    /** The folder that a copy of a repository is put into, where no other is said. */
    private static Optional<String> repositoryName(String address) {
        String path = address.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    private static Value below(Value folder, String name) {
        return folder.then(Value.of("/" + name));
    }
}
