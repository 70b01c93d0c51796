package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Catalogue;
import dev.greenlane.engine.value.Globs;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a first word may name where it is not known.
 *
 * @param sure whether there is no doubt about it
 */
record CommandNames(List<String> names, boolean sure) {

    private static final int MOST = 12;
    private static final Set<String> SHELLS = Set.of("$SHELL", "$BASH", "$0");
    private static final Pattern OWN_EXECUTABLE = Pattern.compile("/proc/\\$(?:\\$|BASHPID|PPID)/exe");
    private static final String NOT_SET = "is not set in this call";
    private static final String ARGUMENT = "argument";

    static CommandNames of(Value word, Catalogue catalogue) {
        if (word.pieces().size() == 1
                && word.pieces().get(0) instanceof Piece.Hole hole
                && SHELLS.contains(hole.name())) {
            return new CommandNames(List.of("bash"), !hole.name().equals("$0"));
        }
        if (OWN_EXECUTABLE.matcher(word.display()).matches()) {
            return new CommandNames(List.of("bash"), true);
        }
        if (word.hasNoHole()) {
            return matching(word.display(), catalogue);
        }
        StringBuilder text = new StringBuilder();
        for (Piece piece : word.pieces()) {
            boolean open = piece instanceof Piece.Hole hole
                    && !hole.reason().equals(NOT_SET)
                    && !hole.reason().contains(ARGUMENT);
            if (open || piece instanceof Piece.Glob) {
                return new CommandNames(List.of(), false);
            }
            text.append(piece instanceof Piece.Text known ? known.text() : "");
        }
        String name = text.toString();
        boolean described =
                catalogue.program(name.substring(name.lastIndexOf('/') + 1)).isPresent();
        return new CommandNames(described ? List.of(name) : List.of(), false);
    }

    /** The described programs in the usual folders that a pattern matches. */
    private static CommandNames matching(String pattern, Catalogue catalogue) {
        int slash = pattern.lastIndexOf('/');
        if (slash < 0 || !ProgramPaths.isFolder(pattern.substring(0, slash + 1))) {
            return new CommandNames(List.of(), false);
        }
        String base = pattern.substring(slash + 1);
        List<String> names = catalogue.names().stream()
                .filter(name -> Globs.matches(base, name))
                .sorted()
                .limit(MOST + 1)
                .toList();
        return names.isEmpty() || names.size() > MOST
                ? new CommandNames(List.of(), false)
                : new CommandNames(names, false);
    }

    /** Whether a name holds characters that nobody sees, or that look like a blank. */
    static boolean deceives(String name) {
        return name.codePoints().anyMatch(c -> switch (Character.getType(c)) {
            case Character.FORMAT, Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> false;
        });
    }
}
