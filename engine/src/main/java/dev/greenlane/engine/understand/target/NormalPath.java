package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.effect.PathTarget.Knowledge;
import java.util.List;

/**
 * A path in parts, with {@code .} and {@code ..} taken out.
 *
 * @param root where the parts begin
 * @param segments names; globs as written, unknown parts by the name of the hole
 * @param firstOpen index of the first segment that is not plain known text; {@code segments.size()} where all are
 */
record NormalPath(Root root, List<String> segments, int firstOpen, Knowledge knowledge) {

    NormalPath {
        segments = List.copyOf(segments);
    }

    /** What a path begins with. */
    enum Root {
        /** {@code /}. */
        SYSTEM,
        /** The home of the user: {@code ~/}. */
        HOME,
        /** A working directory that is not known: {@code ./}; {@code ..} segments at the front lead out of it. */
        WORKSPACE,
        /** Nobody knows. */
        NOWHERE
    }

    String text() {
        String joined = String.join("/", segments);
        return switch (root) {
            case SYSTEM -> "/" + joined;
            case HOME -> segments.isEmpty() ? "~" : "~/" + joined;
            case WORKSPACE -> segments.isEmpty() ? "." : joined;
            case NOWHERE -> joined;
        };
    }

    /** Whether a segment is a glob (and not a hole). */
    boolean isGlob(int index) {
        return index >= firstOpen && knowledge == Knowledge.PATTERN;
    }

    String last() {
        return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    }
}
