package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Plan;
import dev.greenlane.engine.catalogue.Plan.Inside;
import dev.greenlane.engine.catalogue.Plan.PlannedEffect;
import dev.greenlane.engine.catalogue.Plan.PlannedRun;
import dev.greenlane.engine.catalogue.Program;
import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.understand.target.EffectLog;
import dev.greenlane.engine.understand.text.Filters;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Programs that the catalogue describes: makes effects of their plans and follows what they run. */
final class Programs {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh", "fish", "ash", "csh", "tcsh");

    /** What stands behind the known part of what a program prints; so nothing can be made of it that would be known. */
    private static final Value REST = Value.unknown("what it prints", "is its own");

    private static final Set<Scope> OWN = EnumSet.of(Scope.WORKSPACE, Scope.WORKSPACE_ROOT, Scope.TEMP);

    private final ShellInterpreter interpreter;
    private final Work work;
    private final CodeRunner code;
    private final ProjectTasks tasks;

    Programs(ShellInterpreter interpreter, Work work, CodeRunner code) {
        this.interpreter = interpreter;
        this.work = work;
        this.code = code;
        this.tasks = new ProjectTasks(interpreter, work, code);
    }

    /**
     * Follows a program.
     *
     * @param name the name that it was called by; a description may have several
     */
    Flow run(
            String name,
            Program program,
            List<Argument> arguments,
            Span span,
            ShellState state,
            Flow input,
            Scene scene) {
        Plan plan = program.plan(arguments, input.lines(span), span);
        if (plan.undescribed().isPresent()) {
            Argument part = plan.undescribed().get();
            new Step(name, plan, arguments, span, state, input, scene).all();
            if (isFollowed(plan, part, arguments, span, state, input, scene)) {
                return Flow.UNKNOWN.withLabels(input.labels());
            }
            interpreter.notUnderstood(
                    part.with(Value.of(plan.program() + " " + part.value().display())),
                    "is a subcommand that the catalogue does not describe",
                    scene);
            return Flow.UNKNOWN.withLabels(input.labels());
        }
        Step step = new Step(name, plan, arguments, span, state, input, scene);
        Flow output = step.all();
        Digests.checked(name, arguments, input)
                .forEach(file -> work.files().checked(file, FileAccess.From.of(state, scene)));
        if (plan.program().equals("ln")) {
            Links.make(arguments, state, scene);
        }
        if (SHELLS.contains(plan.program()) && plan.runs().stream().allMatch(PlannedRun.Input.class::isInstance)) {
            return output.asShell();
        }
        Optional<Value> printed =
                plan.prints().map(text -> Value.of(text).then(REST)).or(() -> step.written);
        if (printed.isPresent()) {
            return Flow.of(printed.get()).withLabels(output.labels()).alongWith(output);
        }
        return Filters.changes(name) ? output.withoutText().withoutProjectOrigin() : output;
    }

    /** Whether the project describes a subcommand that the catalogue does not; follows it then. */
    private boolean isFollowed(
            Plan plan,
            Argument subcommand,
            List<Argument> arguments,
            Span span,
            ShellState state,
            Flow input,
            Scene scene) {
        List<Argument> behind = arguments.subList(arguments.indexOf(subcommand) + 1, arguments.size());
        return plan.runs().stream()
                .filter(PlannedRun.Task.class::isInstance)
                .map(PlannedRun.Task.class::cast)
                .anyMatch(task -> tasks.follow(task, behind, span, state, input, scene));
    }

    /** One program with its words. */
    private final class Step {

        private final String called;
        private final Plan plan;
        private final List<Argument> arguments;
        private final Span span;
        private final ShellState state;
        private final Flow input;
        private final Scene scene;
        private final FileAccess.From from;
        private final InputWords words;
        private final Optional<Value> written;
        private Flow read = Flow.NONE;
        private Optional<String> fetched = Optional.empty();

        Step(String name, Plan plan, List<Argument> arguments, Span span, ShellState state, Flow input, Scene scene) {
            this.called = name;
            this.plan = plan;
            this.arguments = arguments;
            this.span = span;
            this.state = state;
            this.input = input;
            this.scene = scene;
            this.from = FileAccess.From.of(state, scene);
            this.words = InputWords.of(plan.program(), arguments);
            this.written = plan.harmless()
                    ? Optional.empty()
                    : new KnownOutput(work, state, scene)
                            .of(name, arguments, input)
                            .or(() -> Outputs.of(plan.program(), arguments, input, state, scene.paths()));
        }

        /** What comes out: what was read, changed by programs that do not pass it on as it is. */
        private Flow output() {
            Flow all = read.then(input);
            if (!plan.outputs().isEmpty()) {
                all = Flow.labelled(plan.outputs(), Optional.of(named())).then(all);
            }
            return Outputs.passesFiles(plan.program())
                            && read.connected()
                            && plan.outputs().isEmpty()
                    ? read
                    : all.connected() ? all.withoutText() : Flow.UNKNOWN;
        }

        /** Its effects, and those of what it runs. */
        Flow all() {
            Flow output = effects();
            for (PlannedRun inner : plan.runs()) {
                boolean instead = plan.undescribed().isPresent() && inner instanceof PlannedRun.Task;
                output = instead ? output : inner(inner, output);
            }
            return output;
        }

        Flow effects() {
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
            return output();
        }

        /** The program and its subcommands, for people. */
        private String named() {
            return String.join(
                    " ",
                    Stream.concat(Stream.of(called), plan.subcommands().stream())
                            .toList());
        }

        private void add(PlannedEffect effect) {
            switch (effect.target()) {
                case Plan.Target.Word word ->
                    add(effect, word.argument().value(), word.argument().span());
                case Plan.Target.WorkingDirectory folder -> add(effect, state.folder(), span);
                case Plan.Target.StandardInput in ->
                    add(effect, Value.unknown(input.origin().orElse("standard input"), "comes in"), span);
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
                if (kind == EffectKind.PROCESS_CONTROL) {
                    numberOfTheGate(target)
                            .ifPresent(file -> work.log().name(EffectKind.GUARD_CHANGE, file, circumstances));
                }
                if (kind == EffectKind.CREDENTIAL_ACCESS) {
                    read = read.then(Flow.labelled(Set.of(DataLabel.CREDENTIAL), Optional.of(named())));
                }
            }
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
                    .allMatch(file -> OWN.contains(
                                    scene.paths().read(file, state.folder()).scope())
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
                if (circumstances.traits().contains("create")) {
                    fetched.flatMap(Programs::fileName)
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
                    .filter(url ->
                            url.indexOf('?') > 0 && !work.secrets().find(url).isEmpty())
                    .isPresent()) {
                carries.add(DataLabel.CREDENTIAL);
            }
            EffectKind actual = shell && kind == EffectKind.NETWORK_FETCH ? EffectKind.NETWORK_SEND : kind;
            work.log()
                    .host(
                            actual,
                            target,
                            new Circumstances(
                                    circumstances.span(),
                                    circumstances.certainty(),
                                    circumstances.reversibility(),
                                    carries,
                                    circumstances.place(),
                                    traits,
                                    circumstances.origin()));
            if (kind == EffectKind.NETWORK_FETCH) {
                fetched = target.known();
                read = Flow.labelled(Set.of(DataLabel.FETCHED), Optional.of(target.display()))
                        .then(read);
            }
        }

        private Circumstances circumstances(PlannedEffect effect, Span at) {
            Certainty certainty =
                    effect.certainty().compareTo(scene.certainty()) > 0 ? effect.certainty() : scene.certainty();
            Flow data = carried(effect);
            return new Circumstances(
                    scene.inCall(at),
                    certainty,
                    effect.reversibility().orElse(EffectLog.usual(effect.kind())),
                    data.labels(),
                    scene.place(),
                    scene.marked(effect.traits()),
                    work.origin(data));
        }

        private Flow carried(PlannedEffect effect) {
            Flow data = Flow.NONE;
            if (effect.carriesInput()) {
                boolean unknown = input.connected()
                        && input.labels().isEmpty()
                        && input.text().isEmpty();
                data = unknown ? Flow.UNKNOWN.withLabels(Set.of(DataLabel.UNKNOWN)) : input;
            }
            if (effect.traits().contains(PackedSecrets.TRAIT)) {
                Value folder = effect.target() instanceof Plan.Target.Word word
                        ? word.argument().value()
                        : state.folder();
                data = data.then(new PackedSecrets(work, from).in(folder));
            }
            for (Argument argument : effect.carries()) {
                data = data.then(inWord(effect.kind(), argument.value())).then(fromFile(argument));
            }
            return effect.carries().isEmpty() ? data : data.then(read);
        }

        /** Where a file of the project says what to fetch, it is no data that goes out. */
        private Flow inWord(EffectKind kind, Value word) {
            Flow data = work.flowOf(word);
            boolean names = kind == EffectKind.NETWORK_FETCH && word.prefix().isEmpty();
            return names ? data.without(DataLabel.PROJECT) : data;
        }

        /** {@code @file} and {@code name=@file} mean the content of a file; {@code @-} what comes in. */
        private Flow fromFile(Argument argument) {
            String prefix = argument.value().prefix();
            int at = prefix.startsWith("@") ? 0 : prefix.indexOf("=@") + 1;
            if (at == 0 && !prefix.startsWith("@")) {
                return Flow.NONE;
            }
            Value path = argument.value().withoutPrefix(at + 1);
            if (path.known().filter("-"::equals).isPresent()) {
                return input;
            }
            Optional<Flow> substituted = path.known().flatMap(work::substituted);
            return substituted.orElseGet(
                    () -> work.files().read(path, from, scene.circumstances(EffectKind.FILE_READ, argument.span())));
        }

        Flow inner(PlannedRun run, Flow output) {
            Scene there = at(run.inside());
            ShellState inside = run.inside().place() == Place.HERE
                    ? state.process()
                    : new ShellState(there.paths().workspace());
            run.inside()
                    .folder()
                    .ifPresent(folder -> inside.folder(there.paths().resolve(folder.value(), inside.folder())));
            return switch (run) {
                case PlannedRun.Command command -> command(command, inside, there, output);
                case PlannedRun.Script script -> {
                    Value text = joined(script.code());
                    Span place = script.code()
                            .get(0)
                            .span()
                            .to(script.code().get(script.code().size() - 1).span());
                    inside.arguments(
                            script.arguments().stream().map(Argument::value).toList());
                    yield code.text(new Argument(text, place), script.language(), inside, input, there);
                }
                case PlannedRun.File file ->
                    code.file(file.path(), file.arguments(), file.language(), inside, input, there);
                case PlannedRun.Task task -> {
                    tasks.follow(task, task.arguments(), span, inside, input, there);
                    yield output;
                }
                case PlannedRun.Input in -> code.input(in.language(), plan.program(), span, inside, input, there);
            };
        }

        private Flow command(PlannedRun.Command command, ShellState inside, Scene there, Flow output) {
            code.environment(command.environment(), inside, there);
            List<Argument> appended = new ArrayList<>();
            List<Value> found = Outputs.found(plan.program(), arguments);
            for (Argument argument : command.appended()) {
                if (found.isEmpty()) {
                    appended.add(argument.with(globbed(argument.value())));
                }
                found.forEach(path -> appended.add(argument.with(path)));
            }
            if (command.appendsInput() || this.words.file().isPresent()) {
                appended.addAll(fromInput());
            }
            int values = firstOperandList(command.words());
            appended.addAll(
                    operandLists(command.words().subList(values, command.words().size())));
            if (values == 0 && !appended.isEmpty()) {
                appended.forEach(line -> code.text(line, "shell", inside.copy(), input, there));
                return output;
            }
            List<Argument> words = command.words().subList(0, values);
            boolean placed =
                    words.stream().anyMatch(word -> word.value().display().contains(this.words.placeholder()));
            if (placed && !appended.isEmpty()) {
                Flow all = output;
                for (Argument value : appended) {
                    List<Argument> once = words.stream()
                            .map(word -> replaced(word, this.words.placeholder(), value))
                            .toList();
                    all = all.then(inner(once, inside, there));
                }
                return all;
            }
            List<Argument> all = new ArrayList<>(words);
            all.addAll(appended);
            return all.isEmpty() ? output : inner(all, inside, there);
        }

        /** Runs words inside; one word with blanks in it, as {@code parallel} and {@code watch} take it, is a command line. */
        private Flow inner(List<Argument> words, ShellState inside, Scene there) {
            boolean line = words.get(0)
                    .value()
                    .known()
                    .filter(text -> text.indexOf(' ') > 0)
                    .isPresent();
            if (line) {
                return code.text(words.get(0).with(joined(words)), "shell", inside.copy(), input, there);
            }
            return isOfTheProject(words.get(0).value())
                    ? Flow.UNKNOWN.withLabels(input.labels())
                    : interpreter.words(words, inside, input, there);
        }

        /** A program that nobody described, run by one that is said to run programs of the project: {@code poetry run}. */
        private boolean isOfTheProject(Value name) {
            boolean runner = plan.effects().stream().anyMatch(effect -> effect.kind() == EffectKind.RUNS_PROJECT_CODE);
            return runner
                    && name.known()
                            .filter(text -> text.indexOf('/') < 0)
                            .filter(text -> work.catalogue().program(text).isEmpty())
                            .isPresent();
        }

        /** Where {@code :::} stands, behind which {@code parallel} takes words for the command before it. */
        private static int firstOperandList(List<Argument> words) {
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).value().prefix().startsWith(":::")) {
                    return i;
                }
            }
            return words.size();
        }

        private static List<Argument> operandLists(List<Argument> words) {
            return words.stream()
                    .filter(word -> !word.value().prefix().startsWith(":::"))
                    .toList();
        }

        private Flow dataIn(Value path) {
            return path.known()
                    .flatMap(work::substituted)
                    .orElseGet(() -> work.files().data(path, from));
        }

        private List<Argument> fromInput() {
            Flow lines = words.file().map(this::dataIn).orElse(input);
            if (lines.text().isEmpty()) {
                return List.of(new Argument(work.unknownOutput("$(standard input)", lines), span));
            }
            return words.split(lines.text().get()).stream()
                    .map(value -> new Argument(value, span))
                    .toList();
        }

        private Scene at(Inside inside) {
            return inside.place() == Place.HERE
                    ? scene
                    : scene.at(inside.place(), scene.paths().elsewhere());
        }
    }

    /** The name under which what an address gives is saved, where no other is said. */
    private static Optional<String> fileName(String url) {
        int end = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        int slash = url.lastIndexOf('/', end);
        boolean isHost = slash > 0 && url.charAt(slash - 1) == '/';
        return slash < 0 || isHost || slash + 1 == end ? Optional.empty() : Optional.of(url.substring(slash + 1, end));
    }

    private static Value below(Value folder, String name) {
        return folder.then(Value.of("/" + name));
    }

    private static Argument replaced(Argument word, String placeholder, Argument value) {
        Value result = Value.EMPTY;
        for (Piece piece : word.value().pieces()) {
            if (piece instanceof Piece.Text text) {
                String rest = text.text();
                for (int at = rest.indexOf(placeholder); at >= 0; at = rest.indexOf(placeholder)) {
                    result = result.then(Value.of(rest.substring(0, at))).then(value.value());
                    rest = rest.substring(at + placeholder.length());
                }
                result = result.then(Value.of(rest));
            } else {
                result = result.then(new Value(List.of(piece)));
            }
        }
        return word.with(result);
    }

    /** Known text whose glob characters count. */
    private static Value globbed(Value value) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : value.pieces()) {
            if (piece instanceof Piece.Text text) {
                Fields.addGlobs(text.text(), pieces);
            } else {
                pieces.add(piece);
            }
        }
        return new Value(pieces);
    }

    private static Value joined(List<Argument> arguments) {
        Value all = Value.EMPTY;
        for (int i = 0; i < arguments.size(); i++) {
            all = i == 0
                    ? arguments.get(i).value()
                    : all.then(Value.of(" ")).then(arguments.get(i).value());
        }
        return all;
    }
}
