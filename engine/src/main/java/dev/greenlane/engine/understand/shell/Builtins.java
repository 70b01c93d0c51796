package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands that the shell itself carries out. */
final class Builtins {

    private static final int MOST_SUBCOMMANDS = 2;
    private static final List<String> HELP = List.of("--version", "-V", "-h");

    private final ShellInterpreter interpreter;
    private final Work work;
    private final CodeRunner code;

    Builtins(ShellInterpreter interpreter, Work work, CodeRunner code) {
        this.interpreter = interpreter;
        this.work = work;
        this.code = code;
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
                    "test",
                    "[",
                    "wait",
                    "jobs",
                    "fg",
                    "bg",
                    "disown",
                    "type",
                    "hash",
                    "ulimit",
                    "umask",
                    "return",
                    "exit",
                    "logout",
                    "break",
                    "continue",
                    "shopt",
                    "times",
                    "complete",
                    "compgen",
                    "compopt",
                    "caller",
                    "dirs",
                    "suspend",
                    "getopts",
                    "shift" -> Optional.of(Flow.EMPTY);
            case "echo" -> Optional.of(Flow.of(Echo.echo(values(arguments))).withLabels(labels(arguments)));
            case "printf" -> Optional.of(printf(arguments, state));
            case "pwd" -> Optional.of(Flow.of(state.folder().then(Value.of("\n"))));
            case "cd", "chdir", "pushd" -> Optional.of(changeFolder(arguments, state, scene));
            case "popd" -> {
                state.folder(Value.unknown("?", "is a folder from before"));
                yield Optional.of(Flow.EMPTY);
            }
            case "export", "declare", "typeset", "local", "readonly" -> Optional.of(declare(arguments, state, scene));
            case "unset" -> Optional.of(unset(arguments, state));
            case "read", "mapfile", "readarray" -> Optional.of(read(name, arguments, state, input));
            case "set" -> Optional.of(set(arguments, state));
            case "let" -> Optional.of(Flow.EMPTY);
            case "alias" -> Optional.of(alias(arguments, state));
            case "unalias" -> Optional.of(Flow.EMPTY);
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
            case "history" -> Optional.of(history(arguments, span, scene));
            default -> Optional.empty();
        };
    }

    private static List<Value> values(List<Argument> arguments) {
        return arguments.stream().map(Argument::value).toList();
    }

    private static Set<DataLabel> labels(List<Argument> arguments) {
        Set<DataLabel> labels = EnumSet.noneOf(DataLabel.class);
        arguments.forEach(argument -> labels.addAll(Carrying.ofNames(argument.value())));
        return labels;
    }

    private static Flow printf(List<Argument> arguments, ShellState state) {
        List<Value> values = values(arguments);
        if (values.size() > 2 && values.get(0).known().filter("-v"::equals).isPresent()) {
            Optional<Value> text = Echo.printf(values.subList(2, values.size()));
            values.get(1)
                    .known()
                    .ifPresent(name -> state.set(name, text.orElse(Value.unknown("$" + name, "is formatted text"))));
            return Flow.EMPTY;
        }
        Optional<Value> text = Echo.printf(values);
        return text.map(Flow::of).orElse(Flow.UNKNOWN).withLabels(labels(arguments));
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
        for (Argument argument : arguments) {
            String prefix = argument.value().prefix();
            int equals = prefix.indexOf('=');
            if (equals <= 0 || prefix.startsWith("-")) {
                continue;
            }
            boolean append = prefix.charAt(equals - 1) == '+';
            String name = prefix.substring(0, append ? equals - 1 : equals);
            Value value = argument.value().withoutPrefix(equals + 1);
            if (value.prefix().startsWith("(")) {
                state.setArray(name, List.of(Value.unknown("$" + name, "is an array")));
            } else {
                Optional<Value> old = append ? state.get(name) : Optional.empty();
                state.set(name, old.map(before -> before.then(value)).orElse(value));
                code.environment(name, state.get(name), argument.span(), state, scene);
            }
        }
        return Flow.EMPTY;
    }

    private static Flow unset(List<Argument> arguments, ShellState state) {
        for (Argument argument : arguments) {
            argument.value().known().filter(name -> !name.startsWith("-")).ifPresent(state::unset);
        }
        return Flow.EMPTY;
    }

    /** A variable that is read from known text has its first line as its value, and may have any other. */
    private static Flow read(String command, List<Argument> arguments, ShellState state, Flow input) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String text = arguments.get(i).value().known().orElse("-");
            if (text.startsWith("-")) {
                boolean takesValue =
                        text.length() == 2 && "dinNptucCOs".indexOf(text.charAt(1)) >= 0 && text.charAt(1) != 's';
                i += takesValue ? 1 : 0;
            } else {
                names.add(text);
            }
        }
        if (names.isEmpty()) {
            names.add(command.equals("read") ? "REPLY" : "MAPFILE");
        }
        Optional<String> text = input.text().flatMap(Value::known);
        boolean oneLine = text.isPresent() && text.get().strip().indexOf('\n') < 0;
        for (String name : names) {
            Value unknown = input.text().isPresent() && text.isEmpty()
                    ? input.text().get()
                    : Value.unknown("$" + name, "is read while it runs");
            Value value = oneLine && names.size() == 1 ? Value.of(text.get().strip()) : unknown;
            if (command.equals("read")) {
                state.set(name, value);
            } else {
                state.setArray(name, text.map(Builtins::lines).orElse(List.of(unknown)));
            }
        }
        return Flow.EMPTY;
    }

    private static List<Value> lines(String text) {
        return text.lines().map(Value::of).toList();
    }

    private static Flow set(List<Argument> arguments, ShellState state) {
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).value().known().filter("--"::equals).isPresent()) {
                state.positional(values(arguments.subList(i + 1, arguments.size())));
                return Flow.EMPTY;
            }
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
                return Flow.UNKNOWN;
            }
            at += name.equals("exec") && flag.equals("-a") ? 2 : 1;
        }
        return at >= arguments.size()
                ? Flow.EMPTY
                : interpreter.words(arguments.subList(at, arguments.size()), state, input, scene);
    }

    private Flow history(List<Argument> arguments, Span span, Scene scene) {
        boolean erases = arguments.stream()
                .anyMatch(argument -> argument.value().display().matches("-[a-z]*[cd].*"));
        if (erases) {
            work.log()
                    .name(
                            EffectKind.SECURITY_WEAKEN,
                            Value.of("shell history"),
                            scene.circumstances(EffectKind.SECURITY_WEAKEN, span, Set.of("audit")));
        }
        return Flow.UNKNOWN;
    }
}
