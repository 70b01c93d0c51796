package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Plan;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * One program with its words, where it stands in the call.
 *
 * @param called the name that it was called by; a description may have several
 * @param plan what it does by its description
 */
record Step(String called, Plan plan, List<Argument> arguments, Span span, ShellState state, Flow input, Scene scene) {

    /** Where it stands, for paths. */
    FileAccess.From from() {
        return FileAccess.From.of(state, scene);
    }

    /** The program and its subcommands, for people. */
    String named() {
        return String.join(
                " ",
                Stream.concat(Stream.of(called), plan.subcommands().stream()).toList());
    }
}
