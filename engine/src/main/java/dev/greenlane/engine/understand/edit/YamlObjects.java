package dev.greenlane.engine.understand.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plain fields of YAML text by the mapping that they stand in, also of a piece cut out of it. */
final class YamlObjects {

    private record Open(int indent, int number) {}

    private final Map<Integer, Map<String, String>> objects = new LinkedHashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int count;

    private YamlObjects() {}

    static Map<Integer, Map<String, String>> read(String text) {
        YamlObjects reader = new YamlObjects();
        text.lines().forEach(reader::line);
        return reader.objects;
    }

    private void line(String line) {
        String rest = line.strip();
        int indent = line.indexOf(rest);
        if (rest.isEmpty() || rest.startsWith("#")) {
            return;
        }
        while (rest.startsWith("- ")) {
            close(indent + 1);
            String inner = rest.substring(1).stripLeading();
            indent += rest.length() - inner.length();
            rest = inner;
        }
        close(indent + 1);
        if (open.isEmpty() || open.peek().indent() < indent) {
            open.push(new Open(indent, ++count));
        }
        int colon = rest.indexOf(": ");
        if (colon > 0) {
            objects.computeIfAbsent(open.peek().number(), number -> new LinkedHashMap<>())
                    .putIfAbsent(unquoted(rest.substring(0, colon)), unquoted(rest.substring(colon + 1)));
        }
    }

    private void close(int indent) {
        while (!open.isEmpty() && open.peek().indent() >= indent) {
            open.pop();
        }
    }

    private static String unquoted(String text) {
        String plain = text.strip();
        boolean quoted = plain.length() > 1
                && (plain.startsWith("\"") || plain.startsWith("'"))
                && plain.charAt(plain.length() - 1) == plain.charAt(0);
        return quoted ? plain.substring(1, plain.length() - 1) : plain;
    }
}
