package dev.greenlane.engine.understand.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The keys and values of YAML text, also of a piece cut out of it: block scalars are put together, a list's values stand
 * under the list's key. Flow collections stay text.
 */
final class YamlLines {

    /**
     * A value and where it stands.
     *
     * @param path the keys above it, outermost first, its own last; those that stand outside of the piece are missing
     */
    record Entry(List<String> path, String value) {
        String key() {
            return path.isEmpty() ? "" : path.get(path.size() - 1);
        }
    }

    private record Open(int indent, String key) {}

    private final List<String> lines;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Entry> entries = new ArrayList<>();
    private int at;

    private YamlLines(String text) {
        this.lines = text.lines().toList();
    }

    static List<Entry> read(String text) {
        YamlLines reader = new YamlLines(text);
        while (reader.at < reader.lines.size()) {
            reader.line(reader.lines.get(reader.at++));
        }
        return reader.entries;
    }

    private void line(String line) {
        int indent = indent(line);
        String rest = line.strip();
        if (rest.isEmpty() || rest.startsWith("#")) {
            return;
        }
        boolean item = false;
        while (rest.startsWith("- ") || rest.equals("-")) {
            close(indent + 1);
            String inner = rest.substring(1).stripLeading();
            indent += rest.length() - inner.length();
            rest = inner;
            item = true;
        }
        int colon = colon(rest);
        if (colon < 0) {
            if (item) {
                value(rest, indent, false);
            }
            return;
        }
        close(indent);
        open.push(new Open(indent, unquoted(rest.substring(0, colon).strip())));
        value(rest.substring(colon + 1).strip(), indent, true);
    }

    private void value(String value, int indent, boolean ofKey) {
        if (value.isEmpty()) {
            return;
        }
        boolean block = value.charAt(0) == '|' || value.charAt(0) == '>' && value.length() <= 3;
        List<String> path = new ArrayList<>(open.size());
        for (Iterator<Open> each = open.descendingIterator(); each.hasNext(); ) {
            path.add(each.next().key());
        }
        entries.add(new Entry(path, block ? block(ofKey ? indent : indent - 1) : unquoted(value)));
    }

    private String block(int indent) {
        StringBuilder text = new StringBuilder();
        int margin = -1;
        while (at < lines.size()) {
            String line = lines.get(at);
            boolean blank = line.isBlank();
            if (!blank && indent(line) <= indent) {
                break;
            }
            if (!blank && margin < 0) {
                margin = indent(line);
            }
            text.append(blank ? "" : line.substring(Math.min(margin, indent(line))))
                    .append('\n');
            at++;
        }
        return text.toString();
    }

    private void close(int indent) {
        while (!open.isEmpty() && open.peek().indent() >= indent) {
            open.pop();
        }
    }

    private static int indent(String line) {
        int count = 0;
        while (count < line.length() && line.charAt(count) == ' ') {
            count++;
        }
        return count;
    }

    /** Where the key ends; -1 where there is none. */
    private static int colon(String text) {
        if (text.charAt(0) == '"' || text.charAt(0) == '\'') {
            int end = text.indexOf(text.charAt(0), 1);
            return end > 0 && end + 1 < text.length() && text.charAt(end + 1) == ':' ? end + 1 : -1;
        }
        int colon = text.endsWith(":") && text.indexOf(": ") < 0 ? text.length() - 1 : text.indexOf(": ");
        return colon > 0 && text.lastIndexOf(' ', colon - 1) < 0 ? colon : -1;
    }

    private static String unquoted(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        boolean quoted =
                text.length() >= 2 && (first == '"' || first == '\'') && text.charAt(text.length() - 1) == first;
        return quoted ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : text;
    }
}
