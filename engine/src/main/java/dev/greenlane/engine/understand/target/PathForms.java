package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.understand.target.NormalPath.Root;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Brings paths into normal form: what is a folder, what stands above what, which part is not known. Immutable.
 *
 * @param home the user's home; empty where it is not known
 * @param windows whether paths are written as Windows writes them, with backslashes
 */
record PathForms(PathClasses classes, Optional<NormalPath> home, boolean windows) {

    /** A path as seen from a folder. */
    NormalPath normal(Value given, Value folder) {
        boolean drives = windows || WindowsPath.is(given.prefix());
        Value path = drives ? WindowsPath.read(given) : given;
        String prefix = path.prefix();
        if (prefix.equals("~") || prefix.startsWith("~/")) {
            return home.isPresent()
                    ? walk(home.get().drive(), Root.SYSTEM, home.get().segments(), path.withoutPrefix(1))
                    : walk("", Root.HOME, List.of(), path.withoutPrefix(1));
        }
        if (!path.pieces().isEmpty() && path.pieces().get(0) instanceof Piece.Hole) {
            return walk("", Root.NOWHERE, List.of(), path);
        }
        String base = folder.prefix();
        String drive = drives ? WindowsPath.drive(prefix) : "";
        if (!drive.isEmpty()) {
            return walk(drive, Root.SYSTEM, List.of(), path.withoutPrefix(drive.length()));
        }
        String below = WindowsPath.drive(base);
        if (prefix.startsWith("/")) {
            return walk(below, Root.SYSTEM, List.of(), path);
        }
        Value whole = folder.then(Value.of("/")).then(path);
        if (base.isEmpty() && folder.hole().isPresent()) {
            return walk("", Root.NOWHERE, List.of(), whole);
        }
        if (base.startsWith("/") || !below.isEmpty()) {
            return walk(below, Root.SYSTEM, List.of(), whole.withoutPrefix(below.length()));
        }
        return base.startsWith("~")
                ? walk("", Root.HOME, List.of(), whole.withoutPrefix(1))
                : walk("", Root.WORKSPACE, List.of(), whole);
    }

    private NormalPath walk(String drive, Root root, List<String> start, Value path) {
        List<String> segments = new ArrayList<>(start);
        Knowledge knowledge = root == Root.NOWHERE ? Knowledge.UNKNOWN : Knowledge.EXACT;
        SortedSet<Integer> openOnes = new TreeSet<>();
        StringBuilder segment = new StringBuilder();
        boolean open = false;
        for (Piece piece : path.pieces()) {
            switch (piece) {
                case Piece.Text text -> {
                    String part = text.text();
                    int from = 0;
                    for (int slash = part.indexOf('/'); slash >= 0; slash = part.indexOf('/', from)) {
                        segment.append(part, from, slash);
                        end(segments, segment, open, openOnes, root);
                        open = false;
                        from = slash + 1;
                    }
                    segment.append(part, from, part.length());
                }
                case Piece.Glob glob -> {
                    segment.append(glob.pattern());
                    open = true;
                    knowledge = knowledge == Knowledge.EXACT ? Knowledge.PATTERN : knowledge;
                }
                case Piece.Hole hole -> {
                    segment.append(hole.name());
                    open = true;
                    knowledge = knowledge == Knowledge.UNKNOWN ? knowledge : Knowledge.PREFIX;
                }
            }
        }
        end(segments, segment, open, openOnes, root);
        if (windows || !drive.isEmpty()) {
            segments.replaceAll(classes::spelling);
        }
        return new NormalPath(drive, root, segments, openOnes, knowledge);
    }

    /** Ends a segment: adds it to the segments, or goes up for {@code ..}. */
    private static void end(
            List<String> segments, StringBuilder segment, boolean open, SortedSet<Integer> openOnes, Root root) {
        String name = segment.toString();
        segment.setLength(0);
        if (open) {
            openOnes.add(segments.size());
            segments.add(name);
        } else if (name.equals("..")) {
            int last = segments.size() - 1;
            boolean canGoUp = last >= 0 && !segments.get(last).equals("..") && !openOnes.contains(last);
            if (canGoUp) {
                segments.remove(last);
            } else if (last >= 0 || root != Root.SYSTEM) {
                segments.add(name);
            }
        } else if (!name.isEmpty() && !name.equals(".")) {
            segments.add(name);
        }
    }
}
