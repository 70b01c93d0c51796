package dev.greenlane.engine.understand.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What environment variables mean to programs: the lists of {@code variables.yaml}. Immutable. */
final class Variables {

    private static final String RESOURCE = "variables.yaml";
    private static final Pattern FUNCTION = Pattern.compile("BASH_FUNC_(.+?)(?:%%|\\(\\))");

    private static final List<String> SECTIONS = List.of("run:", "searched:", "loaded:");

    /** By section, the names and the words behind each. */
    private final Map<String, Map<String, List<String>>> sections;

    private Variables(Map<String, Map<String, List<String>>> sections) {
        this.sections = Map.copyOf(sections);
    }

    private static final class Holder {
        static final Variables ALL = load();
    }

    static Variables get() {
        return Holder.ALL;
    }

    /** Whether programs run the value as a command. */
    boolean areRun(String name) {
        return section("run:").containsKey(name);
    }

    /** Whether programs look for code in the folders that the value names. */
    boolean areSearched(String name) {
        return section("searched:").containsKey(name);
    }

    /** Whether programs load code from where this value says. */
    boolean areLoaded(String name, String value) {
        List<String> words = section("loaded:").get(name);
        return words != null && (words.isEmpty() || words.stream().anyMatch((" " + value)::contains));
    }

    /** The shell function that bash takes from a variable of this name. */
    static Optional<String> function(String name) {
        Matcher matcher = FUNCTION.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Map<String, List<String>> section(String name) {
        return sections.getOrDefault(name, Map.of());
    }

    /** Reads names, with words behind some, below the name of their section. */
    private static Variables load() {
        Map<String, Map<String, List<String>>> sections = new HashMap<>();
        Map<String, List<String>> section = new HashMap<>();
        try (InputStream in = Variables.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the engine");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String text = line.strip();
                if (text.startsWith("- ")) {
                    List<String> words = List.of(text.substring(2).split(" +"));
                    section.put(
                            words.get(0),
                            words.stream().skip(1).map(word -> " " + word).toList());
                } else if (SECTIONS.contains(text)) {
                    section = new HashMap<>();
                    sections.put(text, section);
                } else if (!text.isEmpty() && !text.startsWith("#")) {
                    throw new IllegalStateException(RESOURCE + ": not understood: " + text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Variables(sections);
    }
}
