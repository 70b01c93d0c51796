package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.effect.PathTarget.Knowledge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A path in parts, with {@code .} and {@code ..} taken out.
 *
 * @param drive what stands before the root where there are several: {@code C:}, {@code //server/share}; empty elsewhere
 * @param root where the parts begin
 * @param segments names; globs as written, unknown parts by the name of the hole
 * @param open the indexes of segments that are not plain known text
 */
record NormalPath(String drive, Root root, List<String> segments, SortedSet<Integer> open, Knowledge knowledge) {

    NormalPath {
        segments = List.copyOf(segments);
        open = Collections.unmodifiableSortedSet(open);
    }

    /** A path of which all is known. */
    static NormalPath exact(Root root, List<String> segments) {
        return new NormalPath("", root, segments, Collections.emptySortedSet(), Knowledge.EXACT);
    }

    /** The index of the first segment that is not plain known text; the number of segments where all are. */
    int firstOpen() {
        return open.isEmpty() ? segments.size() : open.first();
    }

    boolean isOpen(int index) {
        return open.contains(index);
    }

    /** The folder that the last segment stands in. */
    NormalPath parent() {
        int size = segments.size() - 1;
        return new NormalPath(drive, root, segments.subList(0, size), open.headSet(size), knowledge);
    }

    /** The last segment of another path, in this folder. */
    NormalPath child(NormalPath other) {
        return under(other, other.segments().size() - 1);
    }

    /** What stands behind the first {@code depth} segments of another path, in this folder. */
    NormalPath under(NormalPath other, int depth) {
        List<String> all = new ArrayList<>(segments);
        all.addAll(other.segments.subList(depth, other.segments.size()));
        SortedSet<Integer> shifted = new TreeSet<>();
        other.open.tailSet(depth).forEach(index -> shifted.add(index - depth + segments.size()));
        return new NormalPath(drive, root, all, shifted, other.knowledge);
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
            case SYSTEM -> drive + "/" + joined;
            case HOME -> segments.isEmpty() ? "~" : "~/" + joined;
            case WORKSPACE -> segments.isEmpty() ? "." : joined;
            case NOWHERE -> joined;
        };
    }

    /** Whether a segment is a glob (and not a hole). */
    boolean isGlob(int index) {
        return open.contains(index) && knowledge == Knowledge.PATTERN;
    }

    /** The path as seen from the folder that its first {@code depth} segments lead to, which {@code start} stands for. */
    NormalPath below(int depth, Root start) {
        SortedSet<Integer> shifted = new TreeSet<>();
        open.tailSet(depth).forEach(index -> shifted.add(index - depth));
        return new NormalPath(
                start == Root.SYSTEM ? drive : "", start, segments.subList(depth, segments.size()), shifted, knowledge);
    }

    /** Whether the last segment stands for everything in its folder. */
    boolean sweeps() {
        if (segments.isEmpty() || !isGlob(segments.size() - 1)) {
            return false;
        }
        String last = last();
        boolean starsAndDots = last.chars().allMatch(c -> c == '*' || c == '.');
        return last.startsWith("*") && starsAndDots || last.matches("\\.[*?.!\\[\\]]*|\\?\\?*\\*?");
    }

    String last() {
        return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    }
}
