package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall.Change;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a patch in the format of {@code apply_patch}, or a unified diff, as the changes that it makes to files. Lines that are
 * kept stand on both sides of a change, so that what is new can be told.
 */
final class PatchReader {

    private final List<FileChange> files = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private String path = "";
    private String movedTo = "";
    private Kind kind = Kind.NONE;
    private boolean envelope;
    private boolean awaitsTarget;
    private Span header = new Span(0, 0);

    private enum Kind {
        NONE,
        ADD,
        UPDATE,
        DELETE
    }

    private PatchReader() {}

    /** What a patch does to one file. */
    sealed interface FileChange {
        /** The line that names the file. */
        Span span();
    }

    record Added(String path, String text, Span span) implements FileChange {}

    record Deleted(String path, Span span) implements FileChange {}

    record Updated(String path, List<Change> changes, Span span) implements FileChange {}

    record Moved(String from, String to, List<Change> changes, Span span) implements FileChange {}

    /** The changes in the order of the patch; lines that are no patch are passed over. */
    static List<FileChange> read(String text) {
        PatchReader reader = new PatchReader();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            int last = end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
            reader.line(text.substring(from, last), text.startsWith("+++ ", end + 1), new Span(from, end));
            from = end + 1;
        }
        reader.endFile();
        return reader.files;
    }

    /** @param beforeTarget whether the next line could name the new file of a unified diff */
    private void line(String line, boolean beforeTarget, Span span) {
        if (line.startsWith("*** ")) {
            envelope = true;
            header(line, span);
        } else if (!envelope && line.startsWith("--- ") && beforeTarget) {
            begin(Kind.UPDATE, unified(line), span);
            awaitsTarget = true;
        } else if (!envelope && line.startsWith("+++ ") && (awaitsTarget || kind == Kind.NONE)) {
            awaitsTarget = false;
            target(unified(line), span);
        } else if (line.startsWith("@@")) {
            endChange();
        } else if (kind != Kind.NONE) {
            content(line);
        }
    }

    private void header(String line, Span span) {
        String name = line.substring(line.indexOf(": ") + 2).strip();
        if (line.startsWith("*** Add File: ")) {
            begin(Kind.ADD, name, span);
        } else if (line.startsWith("*** Update File: ")) {
            begin(Kind.UPDATE, name, span);
        } else if (line.startsWith("*** Delete File: ")) {
            begin(Kind.DELETE, name, span);
        } else if (line.startsWith("*** Move to: ")) {
            movedTo = name;
        } else if (line.startsWith("*** End Patch")) {
            endFile();
        }
    }

    private void begin(Kind newKind, String name, Span span) {
        endFile();
        kind = newKind;
        path = name;
        header = span;
    }

    /** The name in a line {@code --- a/name} or {@code +++ b/name}; empty for no file. */
    private static String unified(String line) {
        int tab = line.indexOf('\t');
        String name = line.substring(4, tab < 0 ? line.length() : tab).strip();
        boolean prefixed = name.startsWith("a/") || name.startsWith("b/");
        return name.equals("/dev/null") ? "" : prefixed ? name.substring(2) : name;
    }

    private void target(String name, Span span) {
        header = span;
        if (name.isEmpty()) {
            kind = Kind.DELETE;
        } else if (path.isEmpty()) {
            kind = Kind.ADD;
            path = name;
        } else if (!path.equals(name)) {
            movedTo = name;
        }
    }

    private void content(String line) {
        String rest = line.isEmpty() ? "" : line.substring(1);
        switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> added.append(rest).append('\n');
            case '-' -> removed.append(rest).append('\n');
            case ' ' -> {
                added.append(rest).append('\n');
                removed.append(rest).append('\n');
            }
            default -> {}
        }
    }

    private void endChange() {
        if (!added.isEmpty() || !removed.isEmpty()) {
            changes.add(new Change(removed.toString(), added.toString()));
        }
        added.setLength(0);
        removed.setLength(0);
    }

    private void endFile() {
        endChange();
        List<Change> all = List.copyOf(changes);
        switch (kind) {
            case NONE -> {}
            case ADD ->
                files.add(new Added(path, all.isEmpty() ? "" : all.get(0).added(), header));
            case DELETE -> files.add(new Deleted(path, header));
            case UPDATE ->
                files.add(movedTo.isEmpty() ? new Updated(path, all, header) : new Moved(path, movedTo, all, header));
        }
        changes.clear();
        kind = Kind.NONE;
        path = "";
        movedTo = "";
    }
}
