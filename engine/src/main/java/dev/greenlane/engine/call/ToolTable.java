package dev.greenlane.engine.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names of {@code tools.yaml}. Reads only the few lines of YAML that file needs (a list of flat maps whose values are
 * words or lists of words), because a full reader would double the time a hook takes to start.
 */
final class ToolTable {
    private final Map<String, ToolShape> shapes;

    private ToolTable(Map<String, ToolShape> shapes) {
        this.shapes = Map.copyOf(shapes);
    }

    /** The table that comes with Greenlane. */
    static ToolTable standard() {
        try (InputStream in = ToolTable.class.getResourceAsStream("/dev/greenlane/engine/call/tools.yaml")) {
            if (in == null) {
                throw new IllegalStateException("tools.yaml is missing from the engine");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException where the text is not one
     */
    static ToolTable read(String yaml) {
        Map<String, ToolShape> shapes = new HashMap<>();
        Map<String, List<String>> entry = new LinkedHashMap<>();
        for (String line : yaml.split("\n")) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("- ")) {
                add(entry, shapes);
                entry = new LinkedHashMap<>();
            }
            int colon = line.indexOf(':');
            if (colon < 2) {
                throw new IllegalArgumentException("not a line of the tool table: " + line);
            }
            entry.put(line.substring(2, colon).strip(), words(line.substring(colon + 1)));
        }
        add(entry, shapes);
        return new ToolTable(shapes);
    }

    /** What the tool of this name is; empty for a name that nobody described. */
    Optional<ToolShape> shape(String tool) {
        return Optional.ofNullable(shapes.get(tool.toLowerCase(Locale.ROOT).replace('-', '_')));
    }

    private static void add(Map<String, List<String>> entry, Map<String, ToolShape> shapes) {
        if (entry.isEmpty()) {
            return;
        }
        Map<String, List<String>> roles = new LinkedHashMap<>(entry);
        List<String> tools = required(roles.remove("tools"));
        String kind = required(roles.remove("is")).get(0);
        ToolShape shape = new ToolShape(
                Stream.of(ToolShape.Kind.values())
                        .filter(candidate -> candidate.id().equals(kind))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such kind of tool: " + kind)),
                roles);
        for (String tool : tools) {
            if (shapes.put(tool, shape) != null) {
                throw new IllegalArgumentException("stands twice in the tool table: " + tool);
            }
        }
    }

    private static List<String> required(@org.jspecify.annotations.Nullable List<String> words) {
        if (words == null || words.isEmpty()) {
            throw new IllegalArgumentException("an entry of the tool table needs `tools` and `is`");
        }
        return words;
    }

    private static List<String> words(String value) {
        String text = value.strip();
        boolean list = text.startsWith("[") && text.endsWith("]");
        return Stream.of((list ? text.substring(1, text.length() - 1) : text).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
