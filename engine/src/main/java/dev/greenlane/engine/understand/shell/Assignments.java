package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.shell.Assignment;
import dev.greenlane.syntax.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code name=value} does to the variables of a shell. */
final class Assignments {

    private static final int MOST_ELEMENTS = 1000;

    private Assignments() {}

    static void assign(Assignment assignment, WordExpander expander, ShellState state) {
        switch (assignment.value()) {
            case Assignment.Scalar scalar -> {
                Value value = scalar.word().map(expander::single).orElse(Value.EMPTY);
                if (assignment.index().isPresent()) {
                    member(
                            assignment.name(),
                            expander.operand(assignment.index().get()),
                            value,
                            state);
                    return;
                }
                String name = state.reference(assignment.name()).orElse(assignment.name());
                Optional<Value> old = assignment.append() ? state.get(name) : Optional.empty();
                state.set(name, old.map(before -> before.then(value)).orElse(value));
            }
            case Assignment.Array array -> {
                state.setArray(
                        assignment.name(),
                        assignment.append() ? state.elements(assignment.name()).orElse(List.of()) : List.of());
                for (Assignment.Element element : array.elements()) {
                    List<Word> words = element.value().map(List::of).orElse(List.of());
                    List<Value> values = new ArrayList<>();
                    expander.fields(words).forEach(field -> values.add(field.value()));
                    if (element.key().isPresent()) {
                        Value value = values.isEmpty() ? Value.EMPTY : values.get(0);
                        member(assignment.name(), expander.operand(element.key().get()), value, state);
                    } else {
                        List<Value> elements = new ArrayList<>(
                                state.elements(assignment.name()).orElse(List.of()));
                        elements.addAll(values);
                        state.setArray(assignment.name(), elements);
                    }
                }
            }
        }
    }

    private static void member(String array, Value key, Value value, ShellState state) {
        List<Value> elements = new ArrayList<>(state.elements(array).orElse(List.of()));
        Optional<Integer> index =
                key.known().filter(text -> text.matches("[0-9]{1,4}")).map(Integer::valueOf);
        if (index.isPresent() && index.get() < MOST_ELEMENTS) {
            while (elements.size() <= index.get()) {
                elements.add(Value.EMPTY);
            }
            elements.set(index.get(), value);
        } else {
            elements.add(value);
            key.known().ifPresent(name -> state.set(ShellState.member(array, name), value));
        }
        state.setArray(array, elements);
    }
}
