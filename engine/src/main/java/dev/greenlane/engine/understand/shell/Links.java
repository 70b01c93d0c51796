package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import java.util.List;

/** The links that {@code ln} makes. */
final class Links {

    private Links() {}

    /** Notes them, under the name given and, where that is a folder, inside it. */
    static void make(List<Argument> arguments, ShellState state, Scene scene) {
        List<Value> operands = arguments.stream()
                .map(Argument::value)
                .filter(value -> !value.prefix().startsWith("-"))
                .toList();
        boolean symbolic = arguments.stream()
                .anyMatch(argument -> argument.value().prefix().matches("-[a-zA-Z]*s[a-zA-Z]*|--symbolic"));
        for (int i = 0; i < operands.size(); i++) {
            String target = operands.get(i).known().orElse("");
            Value last = operands.get(operands.size() - 1);
            boolean relative = symbolic && !target.startsWith("/") && !target.startsWith("~");
            Value name = Value.of(target.substring(target.lastIndexOf('/') + 1));
            if (operands.size() == 1) {
                make(name, target, relative, state.folder(), state, scene);
            } else if (i < operands.size() - 1 && !target.isEmpty()) {
                if (!target.endsWith(".") && !target.endsWith("/")) {
                    Value folder = scene.paths().resolve(last, state.folder());
                    make(name, target, relative, folder, state, scene);
                }
                make(last, target, relative, state.folder(), state, scene);
            }
        }
    }

    /** Notes a symbolic link; what it says is seen from where it lies. */
    static void symbolic(Value name, Value target, ShellState state, Scene scene) {
        String text = target.known().orElse("");
        if (!text.isEmpty()) {
            make(name, text, !text.startsWith("/"), state.folder(), state, scene);
        }
    }

    private static void make(Value name, String target, boolean relative, Value folder, ShellState state, Scene scene) {
        Value path = scene.paths().resolve(name, folder);
        String known = path.known().orElse("");
        int slash = known.lastIndexOf('/');
        String from = slash < 0 ? "." : known.substring(0, slash + 1);
        scene.paths().link(path, Value.of(relative ? from + "/" + target : target), state.folder());
    }
}
