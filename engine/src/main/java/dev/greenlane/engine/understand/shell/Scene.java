package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.understand.target.EffectLog;
import dev.greenlane.engine.understand.target.PathReader;
import dev.greenlane.syntax.Span;
import java.util.HashSet;
import java.util.Set;

/**
 * Where a piece of code runs, and how its places relate to the call.
 *
 * @param paths reads paths as they are seen there
 * @param files sight of the files there
 * @param origin the span of the whole piece in the call
 * @param offset where the piece begins in the call, where it stands there letter by letter; -1 where it does not
 * @param certainty how sure it is that the piece runs
 * @param depth how many pieces it is inside of
 * @param project whether it is code of the project, which the call only starts
 */
record Scene(
        PathReader paths,
        Files files,
        Place place,
        Span origin,
        int offset,
        Certainty certainty,
        int depth,
        boolean project) {

    /** The trait of effects that code of the project has. */
    static final String PROJECT_CODE = "project-code";

    /** A place in the piece, as a place in the call. */
    Span inCall(Span span) {
        return offset < 0 ? origin : span.shifted(offset);
    }

    Scene less(Certainty other) {
        return other.compareTo(certainty) <= 0
                ? this
                : new Scene(paths, files, place, origin, offset, other, depth, project);
    }

    /** A piece of code inside this one. */
    Scene inside(Span span, int newOffset) {
        return new Scene(paths, files, place, span, newOffset, certainty, depth + 1, project);
    }

    /** Another machine or a container: nothing is known of its files. */
    Scene at(Place other, PathReader otherPaths) {
        return new Scene(otherPaths, Files.NONE, other, origin, offset, certainty, depth, project);
    }

    /** The same piece where nothing in it stands in the call letter by letter. */
    Scene apart() {
        return new Scene(paths, files, place, origin, -1, certainty, depth, project);
    }

    /** A file that the words at {@code span} run, or a task that they name. */
    Scene started(Span span, boolean byProject) {
        Scene inside = inside(inCall(span), -1);
        return new Scene(paths, files, place, inside.origin, -1, certainty, inside.depth, project || byProject)
                .less(Certainty.LIKELY);
    }

    /** The same for commands of Windows. */
    Scene windows() {
        return new Scene(paths.windows(), files, place, origin, offset, certainty, depth, project);
    }

    Circumstances circumstances(EffectKind kind, Span span) {
        return circumstances(kind, span, Set.of());
    }

    Circumstances circumstances(EffectKind kind, Span span, Set<String> traits) {
        return new Circumstances(inCall(span), certainty, EffectLog.usual(kind), Set.of(), place, marked(traits));
    }

    /** Of something that a limit of ours left unread, whoever wrote it. */
    Circumstances unread(Span span) {
        return new Circumstances(
                inCall(span), certainty, EffectLog.usual(EffectKind.UNKNOWN), Set.of(), place, Set.of());
    }

    /** {@code traits}, and whether the effect stands in code of the project. */
    Set<String> marked(Set<String> traits) {
        if (!project) {
            return traits;
        }
        Set<String> all = new HashSet<>(traits);
        all.add(PROJECT_CODE);
        return all;
    }
}
