package dev.greenlane.world.git;

import dev.greenlane.engine.look.Repository.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@code git status --porcelain=v2 -z --no-renames} prints. */
final class StatusReading {

    private static final int FIELDS_OF_ORDINARY = 9;
    private static final int FIELDS_OF_UNMERGED = 11;

    private StatusReading() {}

    /**
     * One line of it.
     *
     * @param path from the root, with slashes between, without one at the end
     * @param isFolder whether git told it as a folder: one that is ignored as a whole, or another repository
     */
    record Line(String path, State state, boolean inIndex, boolean isFolder) {}

    /** The lines; empty where one of them is not understood. */
    static Optional<List<Line>> read(byte[] output) {
        List<Line> lines = new ArrayList<>();
        String all = new String(output, StandardCharsets.UTF_8);
        for (int start = 0; start < all.length(); ) {
            int end = all.indexOf('\0', start);
            if (end < 0) {
                return Optional.empty();
            }
            String line = all.substring(start, end);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            Optional<Line> read = switch (line.charAt(0)) {
                case '1' -> ordinary(line);
                case 'u' -> last(line, FIELDS_OF_UNMERGED).map(path -> line(path, State.MODIFIED, false));
                case '?' -> last(line, 2).map(path -> other(path, State.UNTRACKED));
                case '!' -> last(line, 2).map(path -> other(path, State.IGNORED));
                default -> Optional.empty();
            };
            if (read.isEmpty() && line.charAt(0) != '#') {
                return Optional.empty();
            }
            read.ifPresent(lines::add);
            start = end + 1;
        }
        return Optional.of(lines);
    }

    /** {@code 1 XY sub mH mI mW hH hI path}: X is the index against the commit, Y the working tree against the index. */
    private static Optional<Line> ordinary(String line) {
        return last(line, FIELDS_OF_ORDINARY).map(path -> {
            char index = line.charAt(2);
            char tree = line.charAt(3);
            boolean inIndex = tree == '.';
            if (line.charAt(5) == 'S') {
                return line(path, State.NESTED, inIndex);
            }
            if (index == 'A' || tree == 'A') {
                return line(path, State.ADDED, inIndex);
            }
            boolean isGone = index == 'D' || index == '.' && tree == 'D';
            return line(path, isGone ? State.DELETED : State.MODIFIED, inIndex);
        });
    }

    private static Line other(String path, State state) {
        boolean isFolder = path.endsWith("/");
        String plain = isFolder ? path.substring(0, path.length() - 1) : path;
        return new Line(plain, isFolder && state == State.UNTRACKED ? State.NESTED : state, false, isFolder);
    }

    private static Line line(String path, State state, boolean inIndex) {
        return new Line(path, state, inIndex, false);
    }

    /** The last of so many fields, which may have spaces itself. */
    private static Optional<String> last(String line, int fields) {
        int at = 0;
        for (int field = 1; field < fields; field++) {
            at = line.indexOf(' ', at) + 1;
            if (at == 0) {
                return Optional.empty();
            }
        }
        return at < line.length() ? Optional.of(line.substring(at)) : Optional.empty();
    }
}
