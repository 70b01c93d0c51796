package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Plan.Inside;
import dev.greenlane.engine.catalogue.Plan.PlannedRun;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.List;

/** Follows what a described program runs: commands in its words or its input, code, files, tasks. One for each step. */
final class PlannedRuns {

    private static final Value UNSEEN = Value.unknown("standard input", "is not known");

    private final ShellInterpreter interpreter;
    private final Work work;
    private final CodeRunner code;
    private final ProjectTasks tasks;
    private final Step step;
    private final Flow input;
    private final Scene scene;
    private final InputWords words;

    PlannedRuns(Step step, ShellInterpreter interpreter, Work work, CodeRunner code, ProjectTasks tasks) {
        this.interpreter = interpreter;
        this.work = work;
        this.code = code;
        this.tasks = tasks;
        this.step = step;
        this.input = step.input();
        this.scene = step.scene();
        this.words = InputWords.of(step.plan().program(), step.arguments());
    }

    /**
     * Follows one.
     *
     * @param output what the program has put out so far
     * @return what it has put out then
     */
    Flow follow(PlannedRun run, Flow output) {
        Scene there = at(run.inside());
        ShellState inside = run.inside().place() == Place.HERE
                ? step.state().process()
                : new ShellState(there.paths().workspace());
        run.inside()
                .folder()
                .ifPresent(folder -> inside.folder(there.paths().resolve(folder.value(), inside.folder())));
        return switch (run) {
            case PlannedRun.Command command -> command(command, inside, there, output);
            case PlannedRun.Script script -> {
                Value text = joined(script.code(), between(script));
                Span place = script.code()
                        .get(0)
                        .span()
                        .to(script.code().get(script.code().size() - 1).span());
                loadsBeside(script.language(), text, inside.folder(), inside, there);
                inside.arguments(
                        script.arguments().stream().map(Argument::value).toList());
                yield code.text(new Argument(text, place), script.language(), inside, input, there);
            }
            case PlannedRun.File file -> {
                work.files()
                        .written(file.path().value(), FileAccess.From.of(inside, there))
                        .ifPresent(own -> loadsBeside(
                                file.language(),
                                own.text().orElse(UNSEEN),
                                file.path().value(),
                                inside,
                                there));
                yield code.file(file.path(), file.arguments(), file.language(), inside, input, there);
            }
            case PlannedRun.Task task -> {
                tasks.follow(task, task.arguments(), step.span(), inside, input, there);
                yield output;
            }
            case PlannedRun.Input in -> {
                if (input.connected()) {
                    loadsBeside(in.language(), input.text().orElse(UNSEEN), inside.folder(), inside, there);
                }
                yield code.input(in.language(), step.plan().program(), step.span(), inside, input, there);
            }
        };
    }

    /** Code of one's own that may load what lies beside it. */
    private void loadsBeside(String language, Value text, Value pathOrFolder, ShellState inside, Scene there) {
        work.foreign().runsOwn(language, text, step.arguments(), pathOrFolder, step.span(), inside, there);
    }

    private Flow command(PlannedRun.Command command, ShellState inside, Scene there, Flow output) {
        code.environment(command.environment(), inside, there);
        List<Argument> appended = new ArrayList<>();
        List<Value> found = Outputs.found(step.plan().program(), step.arguments());
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
        boolean placed = words.stream().anyMatch(word -> word.value().display().contains(this.words.placeholder()));
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
            return code.text(words.get(0).with(joined(words, " ")), "shell", inside.copy(), input, there);
        }
        return isOfTheProject(words.get(0).value())
                ? Flow.UNKNOWN.withLabels(input.labels())
                : interpreter.words(words, inside, input, there);
    }

    /** A program that nobody described, run by one that is said to run programs of the project: {@code poetry run}. */
    private boolean isOfTheProject(Value name) {
        boolean runner =
                step.plan().effects().stream().anyMatch(effect -> effect.kind() == EffectKind.RUNS_PROJECT_CODE);
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
                .orElseGet(() -> work.files().data(path, step.from()));
    }

    private List<Argument> fromInput() {
        Flow lines = words.file().map(this::dataIn).orElse(input);
        if (lines.text().isEmpty()) {
            return List.of(new Argument(work.unknownOutput("$(standard input)", lines), step.span()));
        }
        return words.split(lines.text().get()).stream()
                .map(value -> new Argument(value, step.span()))
                .toList();
    }

    private Scene at(Inside inside) {
        return inside.place() == Place.HERE
                ? scene
                : scene.at(inside.place(), scene.paths().elsewhere());
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

    /** Words that are code are one text; several statements that are given apart stay apart. */
    private static String between(PlannedRun.Script script) {
        boolean statements = script.language().equals("sql")
                && script.code().stream()
                        .allMatch(each -> each.value().prefix().strip().indexOf(' ') > 0);
        return statements ? "; " : " ";
    }

    private static Value joined(List<Argument> arguments, String between) {
        Value all = Value.EMPTY;
        for (int i = 0; i < arguments.size(); i++) {
            all = i == 0
                    ? arguments.get(i).value()
                    : all.then(Value.of(between)).then(arguments.get(i).value());
        }
        return all;
    }
}
