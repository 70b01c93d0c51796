package dev.greenlane.engine.understand;

import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.understand.trail.Trail;
import dev.greenlane.syntax.shell.Script;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a call would do.
 *
 * @param effects in the order in which they are found; empty for a call that does nothing
 * @param written what text that the call puts into files would do when it runs: by itself later (trait {@code later}) or when
 *     somebody runs it (trait {@code if-run}); only what is new there
 * @param invocations the commands that a shell call would run, outer ones before the ones inside them
 * @param tree the command line as it was read; empty for calls that are not shell
 * @param trail what is left for later calls of the session, should the call be executed
 */
public record Understanding(
        List<Effect> effects, List<Effect> written, List<Invocation> invocations, Optional<Script> tree, Trail trail) {

    public Understanding {
        effects = List.copyOf(effects);
        written = List.copyOf(written);
        invocations = List.copyOf(invocations);
    }

    /** What the call does now, and what it would do later. */
    public List<Effect> all() {
        return written.isEmpty()
                ? effects
                : Stream.concat(effects.stream(), written.stream()).toList();
    }

    Understanding leaving(Trail left) {
        return new Understanding(effects, written, invocations, tree, left);
    }
}
