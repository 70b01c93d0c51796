package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.understand.text.Filters;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The output of programs that change text, and the content of copies, where what goes in is known. */
final class KnownOutput {

    private static final int LARGEST_FILE = 1 << 16;
    private static final Set<String> COPY = Set.of("cp", "mv", "ln", "install");

    private final Work work;
    private final ShellState state;
    private final Scene scene;

    KnownOutput(Work work, ShellState state, Scene scene) {
        this.work = work;
        this.state = state;
        this.scene = scene;
    }

    /** What a program writes to standard output. */
    Optional<Value> of(String program, List<Argument> arguments, Flow input) {
        if (program.equals("which")) {
            return located(arguments);
        }
        boolean decodes = Filters.changes(program);
        boolean known = input.text().flatMap(Value::known).isPresent();
        if (!known && !decodes && !program.equals("cat") && !program.equals("head") && !program.equals("tail")) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            Optional<String> word = argument.value().known();
            if (word.isEmpty()) {
                return Optional.empty();
            }
            words.add(word.get());
        }
        return Filters.output(program, words, input.text().flatMap(Value::known), path -> file(Value.of(path), decodes))
                .map(Value::of);
    }

    /** Where a program is that somebody looks for. */
    Optional<Value> located(List<Argument> arguments) {
        List<String> names = arguments.stream()
                .flatMap(argument -> argument.value().known().stream())
                .filter(name -> !name.startsWith("-"))
                .toList();
        boolean one = names.size() == 1
                && names.get(0).indexOf('/') < 0
                && work.catalogue().program(names.get(0)).isPresent();
        return one ? Optional.of(Value.of("/usr/bin/" + names.get(0) + "\n")) : Optional.empty();
    }

    private Optional<String> file(Value path, boolean onDisk) {
        Optional<Flow> substituted = path.known().flatMap(work::substituted);
        Optional<Flow> written = substituted.or(() -> work.files().written(path, FileAccess.From.of(state, scene)));
        if (written.isPresent() || !onDisk) {
            return written.flatMap(Flow::text).flatMap(Value::known);
        }
        return scene.paths()
                .absolute(path, state.folder())
                .flatMap(at -> scene.files().text(at, LARGEST_FILE));
    }

    /** What a link to a file holds, or a copy of one; a copy of a program is that program. Empty where nothing is known. */
    Optional<Flow> copied(String program, List<Argument> arguments, Value target) {
        if (!COPY.contains(program)) {
            return Optional.empty();
        }
        List<Value> operands = arguments.stream()
                .map(Argument::value)
                .filter(value -> !value.prefix().startsWith("-"))
                .toList();
        if (operands.size() != 2 || operands.get(0).equals(target)) {
            return Optional.empty();
        }
        String source = scene.paths().read(operands.get(0), state.folder()).text();
        work.standsFor(scene.paths().read(target, state.folder()).text(), work.programAt(source));
        return program.equals("ln")
                ? work.files().written(operands.get(0), FileAccess.From.of(state, scene))
                : Optional.empty();
    }
}
