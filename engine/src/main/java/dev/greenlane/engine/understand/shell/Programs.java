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
import dev.greenlane.engine.understand.target.EffectLog;
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

/** Programs that the catalogue describes: makes effects of their plans and follows what they run. */
final class Programs {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh", "fish", "ash", "csh", "tcsh");

    private final ShellInterpreter interpreter;
    private final Work work;
    private final CodeRunner code;

    Programs(ShellInterpreter interpreter, Work work, CodeRunner code) {
        this.interpreter = interpreter;
        this.work = work;
        this.code = code;
    }

    Flow run(Program program, List<Argument> arguments, Span span, ShellState state, Flow input, Scene scene) {
        Plan plan = program.plan(arguments, input.lines(span), span);
        if (plan.undescribed().isPresent()) {
            Argument part = plan.undescribed().get();
            interpreter.notUnderstood(
                    part.with(Value.of(plan.program() + " " + part.value().display())),
                    "is a subcommand that the catalogue does not describe",
                    scene);
            return Flow.UNKNOWN.withLabels(input.labels());
        }
        Step step = new Step(plan, arguments, span, state, input, scene);
        Flow output = step.effects();
        for (PlannedRun inner : plan.runs()) {
            output = step.inner(inner, output);
        }
        if (SHELLS.contains(plan.program()) && plan.runs().stream().allMatch(PlannedRun.Input.class::isInstance)) {
            return output.asShell();
        }
        return Outputs.of(plan.program(), arguments, input, state, scene.paths())
                .map(text -> Flow.of(text).withLabels(step.outputLabels()))
                .orElse(output);
    }

    /** One program with its words. */
    private final class Step {

        private final Plan plan;
        private final List<Argument> arguments;
        private final Span span;
        private final ShellState state;
        private final Flow input;
        private final Scene scene;
        private final Set<DataLabel> read = EnumSet.noneOf(DataLabel.class);
        private Optional<String> origin = Optional.empty();

        Step(Plan plan, List<Argument> arguments, Span span, ShellState state, Flow input, Scene scene) {
            this.plan = plan;
            this.arguments = arguments;
            this.span = span;
            this.state = state;
            this.input = input;
            this.scene = scene;
        }

        Set<DataLabel> outputLabels() {
            Set<DataLabel> labels = EnumSet.copyOf(read);
            labels.addAll(input.labels());
            return labels;
        }

        Flow effects() {
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
            return Flow.labelled(outputLabels(), origin.or(input::origin));
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
            }
        }

        private void path(EffectKind kind, Value target, Circumstances circumstances) {
            if (target.known().flatMap(work::substituted).isPresent()) {
                return;
            }
            Set<DataLabel> labels = work.log().path(kind, target, state.folder(), scene.paths(), circumstances);
            if (kind == EffectKind.FILE_READ) {
                read.addAll(labels);
                origin = origin.or(() -> Optional.of(target.display()));
            }
            if (kind == EffectKind.FILE_WRITE && !circumstances.traits().contains("append")) {
                String path = scene.paths().read(target, state.folder()).text();
                boolean copies = Outputs.passesInput(plan.program());
                work.wrote(path, copies ? input : Flow.labelled(outputLabels(), origin.or(input::origin)));
            }
        }

        private void host(EffectKind kind, Value target, Circumstances circumstances) {
            boolean shell = input.fromShell();
            Set<String> traits = new HashSet<>(circumstances.traits());
            if (shell) {
                traits.add("shell");
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
                                    circumstances.carries(),
                                    circumstances.place(),
                                    traits));
            if (kind == EffectKind.NETWORK_FETCH) {
                read.add(DataLabel.FETCHED);
                origin = Optional.of(target.display());
            }
        }

        private Circumstances circumstances(PlannedEffect effect, Span at) {
            Certainty certainty =
                    effect.certainty().compareTo(scene.certainty()) > 0 ? effect.certainty() : scene.certainty();
            return new Circumstances(
                    scene.inCall(at),
                    certainty,
                    effect.reversibility().orElse(EffectLog.usual(effect.kind())),
                    carried(effect),
                    scene.place(),
                    effect.traits());
        }

        private Set<DataLabel> carried(PlannedEffect effect) {
            Set<DataLabel> labels = EnumSet.noneOf(DataLabel.class);
            if (effect.carriesInput()) {
                labels.addAll(input.labels());
                if (input.connected()
                        && input.labels().isEmpty()
                        && input.text().isEmpty()) {
                    labels.add(DataLabel.UNKNOWN);
                }
            }
            for (Argument argument : effect.carries()) {
                labels.addAll(Carrying.ofNames(argument.value()));
                labels.addAll(work.outputsIn(argument.value()).labels());
                labels.addAll(fromFile(argument));
            }
            if (!effect.carries().isEmpty()) {
                labels.addAll(read);
            }
            return labels;
        }

        /** {@code @file} and {@code name=@file} mean the content of a file; {@code @-} what comes in. */
        private Set<DataLabel> fromFile(Argument argument) {
            String prefix = argument.value().prefix();
            int at = prefix.startsWith("@") ? 0 : prefix.indexOf("=@") + 1;
            if (at == 0 && !prefix.startsWith("@")) {
                return Set.of();
            }
            Value path = argument.value().withoutPrefix(at + 1);
            if (path.known().filter("-"::equals).isPresent()) {
                return input.labels();
            }
            Circumstances circumstances = scene.circumstances(EffectKind.FILE_READ, argument.span());
            return work.log().path(EffectKind.FILE_READ, path, state.folder(), scene.paths(), circumstances);
        }

        Flow inner(PlannedRun run, Flow output) {
            Scene there = at(run.inside());
            ShellState inside = run.inside().place() == Place.HERE
                    ? state.copy()
                    : new ShellState(there.paths().workspace());
            return switch (run) {
                case PlannedRun.Command command -> command(command, inside, there, output);
                case PlannedRun.Script script -> {
                    Value text = joined(script.code());
                    Span place = script.code()
                            .get(0)
                            .span()
                            .to(script.code().get(script.code().size() - 1).span());
                    yield code.text(new Argument(text, place), script.language(), inside, input, there);
                }
                case PlannedRun.File file ->
                    code.file(file.path(), file.arguments(), file.language(), inside, input, there);
                case PlannedRun.Input in -> code.input(in.language(), plan.program(), span, inside, input, there);
            };
        }

        private Flow command(PlannedRun.Command command, ShellState inside, Scene there, Flow output) {
            List<Argument> appended = new ArrayList<>();
            Optional<Value> found = Outputs.found(plan.program(), arguments);
            for (Argument argument : command.appended()) {
                appended.add(argument.with(found.orElseGet(() -> globbed(argument.value()))));
            }
            if (command.appendsInput()) {
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
                    words.stream().anyMatch(word -> word.value().display().contains("{}"));
            if (placed && !appended.isEmpty()) {
                Flow all = output;
                for (Argument value : appended) {
                    List<Argument> once =
                            words.stream().map(word -> replaced(word, value)).toList();
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

        private List<Argument> fromInput() {
            if (input.text().isEmpty()) {
                return List.of(new Argument(Value.unknown("$(standard input)", "comes in while it runs"), span));
            }
            Fields fields = new Fields();
            fields.unquoted(input.text().get());
            return fields.finish().stream()
                    .map(value -> new Argument(value, span))
                    .toList();
        }

        private Scene at(Inside inside) {
            return inside.place() == Place.HERE
                    ? scene
                    : scene.at(inside.place(), scene.paths().elsewhere());
        }
    }

    private static Argument replaced(Argument word, Argument value) {
        Value result = Value.EMPTY;
        for (Piece piece : word.value().pieces()) {
            if (piece instanceof Piece.Text text) {
                String rest = text.text();
                for (int at = rest.indexOf("{}"); at >= 0; at = rest.indexOf("{}")) {
                    result = result.then(Value.of(rest.substring(0, at))).then(value.value());
                    rest = rest.substring(at + 2);
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
