package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.understand.target.PathReader;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What some programs write to standard output, where that can be told from their words. */
final class Outputs {

    private static final Set<String> VERBATIM = Set.of("cat", "cp", "mv", "install", "dd", "tee");

    private Outputs() {}

    /** Whether a program's output is its input. */
    static boolean passesInput(String program) {
        return program.equals("cat") || program.equals("tee") || program.equals("pv") || program.equals("dd");
    }

    /** Whether what a program writes is what it has read, unchanged. */
    static boolean passesFiles(String program) {
        return VERBATIM.contains(program);
    }

    static Optional<Value> of(
            String program, List<Argument> arguments, Flow input, ShellState state, PathReader paths) {
        return switch (program) {
            case "cat" -> operands(arguments).isEmpty() ? input.text() : Optional.empty();
            case "tee", "pv" -> input.text();
            case "dirname" -> onPath(arguments, Outputs::dirname);
            case "basename" -> onPath(arguments, Outputs::basename);
            case "realpath" ->
                operands(arguments).stream().findFirst().map(path -> paths.resolve(path, state.folder()));
            case "mktemp" -> Optional.of(Value.of("/tmp/").then(Value.unknown("tmp", "is a new name")));
            case "find", "fd" -> lines(found(program, arguments));
            case "ls" ->
                Optional.of(below(operands(arguments).stream().findFirst().orElse(Value.of(".")), "*"));
            case "git" -> git(arguments, paths);
            default -> Optional.empty();
        };
    }

    private static List<Value> operands(List<Argument> arguments) {
        List<Value> operands = new ArrayList<>();
        for (Argument argument : arguments) {
            if (!argument.value().prefix().startsWith("-")) {
                operands.add(argument.value());
            }
        }
        return operands;
    }

    private static Optional<Value> onPath(List<Argument> arguments, UnaryOperator<String> change) {
        return operands(arguments).stream()
                .findFirst()
                .flatMap(Value::known)
                .map(change)
                .map(Value::of);
    }

    private static String dirname(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
    }

    private static String basename(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The paths that a search gives, as patterns; none where the program does not search for names. */
    static List<Value> found(String program, List<Argument> arguments) {
        return switch (program) {
            case "find" -> Searches.find(arguments);
            case "fd" -> Searches.fd(arguments);
            default -> List.of();
        };
    }

    private static Optional<Value> lines(List<Value> paths) {
        Value all = Value.EMPTY;
        for (Value path : paths) {
            all = all.then(path).then(Value.of("\n"));
        }
        return paths.isEmpty() ? Optional.empty() : Optional.of(paths.size() == 1 ? paths.get(0) : all);
    }

    static Value below(Value folder, String pattern) {
        return folder.then(Value.of("/")).then(new Value(List.of(new Piece.Glob(pattern))));
    }

    private static Optional<Value> git(List<Argument> arguments, PathReader paths) {
        List<String> words =
                arguments.stream().map(argument -> argument.value().display()).toList();
        if (words.contains("rev-parse") && words.contains("--show-toplevel")) {
            return Optional.of(paths.workspace());
        }
        boolean names = words.contains("ls-files") || words.contains("--name-only");
        return names ? Optional.of(below(Value.of("."), "*")) : Optional.empty();
    }
}
