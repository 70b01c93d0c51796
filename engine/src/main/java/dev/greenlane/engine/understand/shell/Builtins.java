package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import dev.greenlane.syntax.shell.Command;
import dev.greenlane.syntax.shell.ShellReader;
import dev.greenlane.syntax.shell.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands that the shell itself carries out. */
final class Builtins {

    private static final int MOST_SUBCOMMANDS = 2;
    private static final Flow ENVIRONMENT = Flow.labelled(Set.of(DataLabel.PRIVATE), Optional.of("the environment"));
    private static final List<String> HELP = List.of("--version", "-V", "-h");

    private final ShellInterpreter interpreter;
    private final Work work;
    private final CodeRunner code;
    private final ShellHistory history;

    Builtins(ShellInterpreter interpreter, Work work, CodeRunner code) {
        this.interpreter = interpreter;
        this.work = work;
        this.code = code;
        this.history = new ShellHistory(work);
    }

    /** Whether a program is asked only for its help or its version. */
    static boolean asksForHelp(List<Argument> arguments) {
        int last = arguments.size() - 1;
        boolean help = last >= 0 && last <= MOST_SUBCOMMANDS && is(arguments.get(last), "--help");
        return help || last == 0 && HELP.stream().anyMatch(flag -> is(arguments.get(0), flag));
    }

    private static boolean is(Argument argument, String text) {
        return argument.value().known().filter(text::equals).isPresent();
    }

    /** Carries out {@code words}; empty where the first one is not a builtin. */
    Optional<Flow> run(String name, List<Argument> words, Span span, ShellState state, Flow input, Scene scene) {
        List<Argument> arguments = words.subList(1, words.size());
        return switch (name) {
            case ":",
                    "true",
                    "false",
                    "jobs",
                    "fg",
                    "bg",
                    "disown",
                    "ulimit",
                    "umask",
                    "return",
                    "exit",
                    "logout",
                    "break",
                    "continue",
                    "shopt",
                    "times",
                    "compopt",
                    "caller",
                    "dirs",
                    "suspend",
                    "getopts",
                    "shift" -> Optional.of(Flow.EMPTY);
            case "echo" -> Optional.of(with(Flow.of(Echo.echo(values(arguments))), arguments));
            case "test", "[", "wait" -> {
                arguments.forEach(argument -> subscript(argument.value(), state, scene));
                yield Optional.of(Flow.EMPTY);
            }
            case "type" -> Optional.of(located(arguments, state, scene));
            case "hash" -> Optional.of(hash(arguments, state));
            case "complete", "compgen" -> Optional.of(hook("-C", arguments, state, scene));
            case "bind" -> Optional.of(hook("-x", arguments, state, scene));
            case "enable" -> Optional.of(enable(arguments, scene));
            case "fc" -> Optional.of(earlier(arguments, scene));
            case "printf" -> Optional.of(printf(arguments, state, scene));
            case "pwd" -> Optional.of(Flow.of(state.folder().then(Value.of("\n"))));
            case "cd", "chdir", "pushd" -> Optional.of(changeFolder(arguments, state, scene));
            case "popd" -> {
                state.folder(Value.unknown("?", "is a folder from before"));
                yield Optional.of(Flow.EMPTY);
            }
            case "export", "declare", "typeset", "local", "readonly" ->
                Optional.of(
                        arguments.isEmpty() || is(arguments.get(0), "-p")
                                ? ENVIRONMENT
                                : declare(arguments, state, scene));
            case "unset" -> Optional.of(unset(arguments, state, scene));
            case "read" -> {
                arguments.forEach(argument -> subscript(argument.value(), state, scene));
                yield Optional.of(ReadLine.read(values(arguments), state, input, work));
            }
            case "mapfile", "readarray" -> {
                hook("-C", arguments, state, scene);
                yield Optional.of(ReadLine.lines(values(arguments), state, input, work));
            }
            case "set" -> Optional.of(set(arguments, state, scene));
            case "let" -> {
                Evaluation evaluation = new Evaluation(interpreter, state, scene);
                for (Argument argument : arguments) {
                    evaluation.follow(argument.value());
                    argument.value().known().ifPresent(evaluation::number);
                }
                yield Optional.of(Flow.EMPTY);
            }
            case "alias" -> Optional.of(alias(arguments, state));
            case "unalias" -> {
                arguments.forEach(argument -> argument.value().known().ifPresent(state::unalias));
                yield Optional.of(Flow.EMPTY);
            }
            case "trap" -> Optional.of(trap(arguments, state, scene));
            case "eval" -> Optional.of(eval(arguments, state, input, scene));
            case "source", "." ->
                Optional.of(
                        arguments.isEmpty()
                                ? Flow.EMPTY
                                : code.file(
                                        arguments.get(0),
                                        arguments.subList(1, arguments.size()),
                                        "shell",
                                        state,
                                        input,
                                        scene));
            case "command", "builtin", "exec" -> Optional.of(inner(name, arguments, state, input, scene));
            case "history" -> Optional.of(history.shown(arguments, span, scene));
            default -> Optional.empty();
        };
    }

    private static List<Value> values(List<Argument> arguments) {
        return arguments.stream().map(Argument::value).toList();
    }

    /** Output with what is known of the data in the words that it is made of. */
    private Flow with(Flow output, List<Argument> arguments) {
        Flow all = output;
        for (Argument argument : arguments) {
            Flow data = work.flowOf(argument.value());
            all = all.withLabels(data.labels()).alongWith(data);
        }
        return all;
    }

    /** Follows the commands in a subscript: {@code a[$(…)]} as a name runs them. */
    private void subscript(Value name, ShellState state, Scene scene) {
        if (name.prefix().indexOf('[') > 0) {
            new Evaluation(interpreter, state, scene).follow(name);
        }
    }

    private Flow printf(List<Argument> arguments, ShellState state, Scene scene) {
        List<Value> values = values(arguments);
        if (values.size() > 2 && values.get(0).known().filter("-v"::equals).isPresent()) {
            subscript(values.get(1), state, scene);
            Optional<Value> text = Echo.printf(values.subList(2, values.size()));
            values.get(1)
                    .known()
                    .ifPresent(name -> state.set(name, text.orElse(Value.unknown("$" + name, "is formatted text"))));
            return Flow.EMPTY;
        }
        Optional<Value> text = Echo.printf(values);
        return with(text.map(Flow::of).orElse(Flow.UNKNOWN), arguments);
    }

    private static Flow changeFolder(List<Argument> arguments, ShellState state, Scene scene) {
        Value target = Value.of("~");
        for (Argument argument : arguments) {
            if (!argument.value().prefix().startsWith("-")
                    || argument.value().prefix().equals("-")) {
                target = argument.value();
            }
        }
        boolean back = target.known().filter("-"::equals).isPresent();
        state.folder(
                back
                        ? Value.unknown("?", "is a folder from before")
                        : scene.paths().resolve(target, state.folder()));
        return Flow.EMPTY;
    }

    private Flow declare(List<Argument> arguments, ShellState state, Scene scene) {
        String flags = flags(arguments);
        for (Argument argument : arguments) {
            String prefix = argument.value().prefix();
            int equals = prefix.indexOf('=');
            if (prefix.startsWith("-")) {
                continue;
            }
            subscript(argument.value(), state, scene);
            if (flags.indexOf('f') >= 0 && argument.value().known().isPresent()) {
                state.export(prefix);
            }
            if (equals <= 0) {
                continue;
            }
            if (flags.indexOf('i') >= 0) {
                new Evaluation(interpreter, state, scene).follow(argument.value());
            }
            boolean append = prefix.charAt(equals - 1) == '+';
            String name = prefix.substring(0, append ? equals - 1 : equals);
            Value value = argument.value().withoutPrefix(equals + 1);
            if (flags.indexOf('n') >= 0 && value.known().isPresent()) {
                state.refer(name, value.known().get());
            } else if (value.prefix().startsWith("(")) {
                declareArray(name, argument.value(), state, scene);
            } else {
                Optional<Value> old = append ? state.get(name) : Optional.empty();
                state.set(name, old.map(before -> before.then(value)).orElse(value));
                code.environment(name, state.get(name), argument.span(), state, scene);
                history.assigned(name, state.get(name), argument.span(), scene);
            }
        }
        return Flow.EMPTY;
    }

    private static String flags(List<Argument> arguments) {
        StringBuilder flags = new StringBuilder();
        for (Argument argument : arguments) {
            String text = argument.value().prefix();
            flags.append(text.startsWith("-") && !text.startsWith("--") ? text : "");
        }
        return flags.toString();
    }

    /** An array literal comes as it was written, and is read again. */
    private void declareArray(String name, Value written, ShellState state, Scene scene) {
        List<Statement> read = written.hasNoHole() && scene.depth() < Work.DEEPEST
                ? ShellReader.read(written.display()).statements()
                : List.of();
        if (read.size() == 1
                && read.get(0).command() instanceof Command.Simple simple
                && simple.words().isEmpty()) {
            Scene inside = scene.inside(scene.origin(), -1);
            WordExpander expander = interpreter.expander(state, inside);
            simple.assignments().forEach(assignment -> Assignments.assign(assignment, expander, state));
        } else {
            state.setArray(name, List.of(Value.unknown("$" + name, "is an array")));
        }
    }

    private Flow unset(List<Argument> arguments, ShellState state, Scene scene) {
        boolean function = arguments.stream().anyMatch(argument -> is(argument, "-f"));
        for (Argument argument : arguments) {
            subscript(argument.value(), state, scene);
            Optional<String> name = argument.value().known().filter(text -> !text.startsWith("-"));
            if (function) {
                name.ifPresent(state::undefine);
            } else {
                name.ifPresent(state::unset);
                history.unset(argument, scene);
            }
        }
        return Flow.EMPTY;
    }

    private Flow located(List<Argument> arguments, ShellState state, Scene scene) {
        boolean path = arguments.stream()
                .anyMatch(argument -> argument.value().display().matches("-[pP]"));
        return path
                ? new KnownOutput(work, state, scene)
                        .located(arguments)
                        .map(Flow::of)
                        .orElse(Flow.UNKNOWN)
                : Flow.UNKNOWN;
    }

    /** {@code hash -p /bin/rm ls}: another program behind a name. */
    private static Flow hash(List<Argument> arguments, ShellState state) {
        if (arguments.size() == 3 && is(arguments.get(0), "-p")) {
            arguments
                    .get(2)
                    .value()
                    .known()
                    .ifPresent(
                            name -> state.alias(name, arguments.get(1).value().display()));
        }
        return Flow.EMPTY;
    }

    /** Code behind a flag, which the shell runs by itself later. */
    private Flow hook(String flag, List<Argument> arguments, ShellState state, Scene scene) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (is(arguments.get(i), flag)) {
                Argument given = arguments.get(i + 1);
                int colon = flag.equals("-x") ? given.value().prefix().indexOf(':') + 1 : 0;
                code.text(given.with(given.value().withoutPrefix(colon)), "shell", state.copy(), Flow.NONE, scene);
            }
        }
        return Flow.EMPTY;
    }

    private Flow enable(List<Argument> arguments, Scene scene) {
        for (Argument argument : arguments) {
            if (argument.value().prefix().startsWith("-f")) {
                interpreter.notUnderstood(argument.with(Value.of("enable -f")), "loads machine code", scene);
            }
        }
        return Flow.EMPTY;
    }

    private Flow earlier(List<Argument> arguments, Scene scene) {
        boolean lists = arguments.stream()
                .anyMatch(argument -> argument.value().prefix().startsWith("-l"));
        if (!lists && !arguments.isEmpty()) {
            interpreter.notUnderstood(arguments.get(0).with(Value.of("fc")), "runs an earlier command again", scene);
        }
        return Flow.UNKNOWN;
    }

    private Flow set(List<Argument> arguments, ShellState state, Scene scene) {
        history.set(arguments, scene);
        if (arguments.isEmpty()) {
            return ENVIRONMENT;
        }
        int at = 0;
        while (at < arguments.size()
                && arguments.get(at).value().prefix().matches("[-+].*")
                && !is(arguments.get(at), "--")) {
            String flag = arguments.get(at).value().prefix();
            at += flag.endsWith("o") && at + 1 < arguments.size() ? 2 : 1;
        }
        if (at < arguments.size()) {
            int from = is(arguments.get(at), "--") ? at + 1 : at;
            state.positional(values(arguments.subList(from, arguments.size())));
        }
        return Flow.EMPTY;
    }

    private static Flow alias(List<Argument> arguments, ShellState state) {
        for (Argument argument : arguments) {
            String text = argument.value().known().orElse("");
            int equals = text.indexOf('=');
            if (equals > 0) {
                state.alias(text.substring(0, equals), text.substring(equals + 1));
            }
        }
        return Flow.EMPTY;
    }

    private Flow trap(List<Argument> arguments, ShellState state, Scene scene) {
        List<Argument> operands = arguments.stream()
                .filter(argument ->
                        !Set.of("-p", "-l", "--").contains(argument.value().display()))
                .toList();
        if (operands.size() > 1
                && !operands.get(0)
                        .value()
                        .known()
                        .filter(Set.of("-", "")::contains)
                        .isPresent()) {
            code.text(operands.get(0), "shell", state.copy(), Flow.NONE, scene);
        }
        return Flow.EMPTY;
    }

    private Flow eval(List<Argument> arguments, ShellState state, Flow input, Scene scene) {
        if (arguments.isEmpty()) {
            return Flow.EMPTY;
        }
        Value text = Value.EMPTY;
        for (Argument argument : arguments) {
            text = text.equals(Value.EMPTY)
                    ? argument.value()
                    : text.then(Value.of(" ")).then(argument.value());
        }
        Span span =
                arguments.get(0).span().to(arguments.get(arguments.size() - 1).span());
        return code.text(new Argument(text, span), "shell", state, input, scene);
    }

    /** {@code command name …}, {@code exec name …}: what stands behind the flags is a command. */
    private Flow inner(String name, List<Argument> arguments, ShellState state, Flow input, Scene scene) {
        int at = 0;
        while (at < arguments.size() && arguments.get(at).value().prefix().startsWith("-")) {
            String flag = arguments.get(at).value().display();
            if (name.equals("command") && (flag.equals("-v") || flag.equals("-V"))) {
                return new KnownOutput(work, state, scene)
                        .located(arguments)
                        .map(Flow::of)
                        .orElse(Flow.UNKNOWN);
            }
            at += name.equals("exec") && flag.equals("-a") ? 2 : 1;
        }
        if (at >= arguments.size()) {
            return Flow.EMPTY;
        }
        String inner = arguments.get(at).value().display();
        Optional<Statement> shadow = state.undefine(inner);
        Flow output = interpreter.words(arguments.subList(at, arguments.size()), state, input, scene);
        shadow.ifPresent(function -> state.define(inner, function));
        return output;
    }
}
