package dev.greenlane.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Data files that are small enough to be read as they are. Reads only the few forms of YAML that they need (sections of lines {@code names: value} and
 * <code>names: {key: value, key: value}</code>, where a value with commas stands in single quotes; a plain value may go on in
 * lines that are indented more), because a full reader takes longer to start than most calls take to understand.
 */
public final class DataLines {

    /** What a line begins with that goes on with the value of the line before it. */
    private static final String CONTINUED = "    ";

    private DataLines() {}

    /**
     * One line.
     *
     * @param names what stands before the colon, split at commas
     * @param fields what stands behind it; a plain value has the key {@code ""}
     */
    public record Line(List<String> names, Map<String, String> fields) {
        public Line {
            names = List.copyOf(names);
            fields = Map.copyOf(fields);
        }

        /** The plain value; {@code ""} where there is none. */
        public String value() {
            return fields.getOrDefault("", "");
        }

        private Line continued(String more) {
            return new Line(names, Map.of("", value() + " " + more));
        }
    }

    /**
     * The sections of a file that comes with Greenlane.
     *
     * @param name its place below the engine: {@code understand/code/python.yaml}
     * @throws IllegalStateException where the file is missing or is not of this form
     */
    public static Map<String, List<Line>> load(String name) {
        try (InputStream in = DataLines.class.getResourceAsStream("/dev/greenlane/engine/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the engine");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sections of a text.
     *
     * @throws IllegalStateException where it is not of this form
     */
    public static Map<String, List<Line>> read(String yaml) {
        Map<String, List<Line>> sections = new LinkedHashMap<>();
        List<Line> section = List.of();
        for (String line : yaml.split("\n")) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (line.charAt(0) != ' ') {
                section = new ArrayList<>();
                sections.put(text.substring(0, text.length() - 1), section);
            } else if (line.startsWith(CONTINUED) && !section.isEmpty()) {
                section.add(section.removeLast().continued(text));
            } else {
                section.add(line(text));
            }
        }
        return sections;
    }

    private static Line line(String text) {
        int colon = text.startsWith("'") ? text.indexOf("':") + 1 : text.indexOf(": ");
        if (colon <= 0) {
            throw new IllegalStateException("not a line of data: " + text);
        }
        String names = unquoted(text.substring(0, colon));
        String value = text.substring(colon + 1).strip();
        Map<String, String> fields = value.startsWith("{") ? fields(value) : Map.of("", unquoted(value));
        return new Line(text.startsWith("'") ? List.of(names) : List.of(names.split(", ")), fields);
    }

    private static Map<String, String> fields(String flow) {
        Map<String, String> fields = new LinkedHashMap<>();
        int end = flow.length() - 1;
        int at = 1;
        while (at < end) {
            int colon = flow.indexOf(": ", at);
            if (colon < 0) {
                throw new IllegalStateException("not a map: " + flow);
            }
            int from = colon + 2;
            int to = flow.charAt(from) == '\'' ? closingQuote(flow, from) : flow.indexOf(", ", from);
            if (to < 0) {
                to = end;
            }
            fields.put(
                    flow.substring(at, colon).strip(),
                    unquoted(flow.substring(from, to).strip()));
            at = to + 2;
        }
        return fields;
    }

    private static int closingQuote(String text, int open) {
        int at = open + 1;
        while (at < text.length() && (text.charAt(at) != '\'' || text.startsWith("''", at))) {
            at += text.charAt(at) == '\'' ? 2 : 1;
        }
        return at + 1;
    }

    private static String unquoted(String text) {
        return text.startsWith("'") && text.endsWith("'") && text.length() > 1
                ? text.substring(1, text.length() - 1).replace("''", "'")
                : text;
    }
}
