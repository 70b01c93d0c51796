package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The record that a shell keeps of its commands, and the ways to erase it or to keep none. One for each call. */
final class ShellHistory {

    /** Variables that say where the record is kept and how much of it, and the values with which nothing is. */
    private static final Map<String, Set<String>> SWITCHES = Map.of(
            "HISTFILE", Set.of("", "/dev/null"),
            "HISTSIZE", Set.of("0"),
            "HISTFILESIZE", Set.of("0"),
            "SAVEHIST", Set.of("0"));

    private static final Value NAME = Value.of("shell history");

    private final Work work;

    ShellHistory(Work work) {
        this.work = work;
    }

    /** The builtin {@code history}. */
    Flow shown(List<Argument> arguments, Span span, Scene scene) {
        boolean erases = arguments.stream()
                .anyMatch(argument -> argument.value().display().matches("-[a-z]*[cd].*"));
        if (erases) {
            weakened(span, scene);
        }
        return erases ? Flow.EMPTY : Flow.labelled(Set.of(DataLabel.PRIVATE), Optional.of("the shell history"));
    }

    /** A variable that gets a value. */
    void assigned(String name, Optional<Value> value, Span span, Scene scene) {
        Set<String> off = SWITCHES.get(name);
        if (off != null && value.flatMap(Value::known).filter(off::contains).isPresent()) {
            weakened(span, scene);
        }
    }

    /** A variable that is taken away. */
    void unset(Argument name, Scene scene) {
        if (name.value().known().filter("HISTFILE"::equals).isPresent()) {
            weakened(name.span(), scene);
        }
    }

    /** The builtin {@code set}. */
    void set(List<Argument> arguments, Scene scene) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).value().known().filter("+o"::equals).isPresent()
                    && arguments
                            .get(i + 1)
                            .value()
                            .known()
                            .filter("history"::equals)
                            .isPresent()) {
                weakened(arguments.get(i + 1).span(), scene);
            }
        }
    }

    private void weakened(Span span, Scene scene) {
        work.log()
                .name(
                        EffectKind.SECURITY_WEAKEN,
                        NAME,
                        scene.circumstances(EffectKind.SECURITY_WEAKEN, span, Set.of("audit")));
    }
}
