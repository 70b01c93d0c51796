package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.understand.target.NormalPath.Root;
import dev.greenlane.engine.value.Globs;
import java.util.List;
import java.util.Optional;

/**
 * A pattern for paths: {@code ~/.ssh/id_*} (below any home), {@code /etc/shadow} (absolute), {@code .env} (a name anywhere),
 * {@code .git/hooks/**} (anything below a folder of this name anywhere).
 */
record PathPattern(Anchor anchor, List<String> segments, boolean below) {

    enum Anchor {
        SYSTEM,
        HOME,
        ANYWHERE
    }

    PathPattern {
        segments = List.copyOf(segments);
    }

    static PathPattern of(String text) {
        boolean below = text.endsWith("/**");
        String path = below ? text.substring(0, text.length() - 3) : text;
        Anchor anchor = Anchor.ANYWHERE;
        if (path.startsWith("~/")) {
            anchor = Anchor.HOME;
            path = path.substring(2);
        } else if (path.startsWith("/")) {
            anchor = Anchor.SYSTEM;
            path = path.substring(1);
        }
        return new PathPattern(anchor, List.of(path.split("/")), below);
    }

    /** A name that every path that matches has, unless a glob of the path stands for it; empty where there is none. */
    Optional<String> name() {
        return segments.reversed().stream()
                .filter(name -> !Globs.isPattern(name))
                .findFirst();
    }

    boolean matches(NormalPath path) {
        return switch (anchor) {
            case SYSTEM -> path.root() == Root.SYSTEM && matchesAt(path, 0);
            case HOME -> homeDepth(path) >= 0 && matchesAt(path, homeDepth(path));
            case ANYWHERE -> matchesAnywhere(path);
        };
    }

    private boolean matchesAnywhere(NormalPath path) {
        int lastStart = path.segments().size() - segments.size();
        for (int start = below ? 0 : Math.max(lastStart, 0); start <= lastStart; start++) {
            if (matchesAt(path, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesAt(NormalPath path, int start) {
        int count = path.segments().size() - start;
        if (count < segments.size() || count > segments.size() && !below) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!meets(segments.get(i), path, start + i)) {
                return false;
            }
        }
        return true;
    }

    /** A glob in a path meets a pattern only when it says something of the name: {@code *} alone does not. */
    private static boolean meets(String pattern, NormalPath path, int index) {
        String segment = path.segments().get(index);
        if (!path.isOpen(index)) {
            return Globs.matches(pattern, segment);
        }
        if (path.knowledge() != Knowledge.PATTERN) {
            return false;
        }
        return says(pattern, segment) && Globs.overlap(pattern, segment);
    }

    /** Whether a glob says enough of a name to be held against a pattern: it must fix the end that the pattern fixes. */
    private static boolean says(String pattern, String glob) {
        if (pattern.equals("*")) {
            return true;
        }
        boolean begins = pattern.startsWith("*") || glob.charAt(0) != '*';
        boolean ends = !pattern.startsWith("*") || !glob.endsWith("*");
        return begins && ends && literals(glob) >= 2;
    }

    private static int literals(String glob) {
        int count = 0;
        for (int i = 0; i < glob.length(); i++) {
            if ("*?[]".indexOf(glob.charAt(i)) < 0) {
                count++;
            }
        }
        return count;
    }

    /** How many segments lead to a home: 0 below {@code ~}, 1 in {@code /root}, 2 in {@code /home/name}; -1 elsewhere. */
    static int homeDepth(NormalPath path) {
        if (path.root() == Root.HOME) {
            return 0;
        }
        if (path.root() != Root.SYSTEM || path.segments().isEmpty()) {
            return -1;
        }
        return switch (path.segments().get(0)) {
            case "root" -> 1;
            case "home", "Users" -> path.segments().size() >= 2 ? 2 : -1;
            default -> -1;
        };
    }
}
