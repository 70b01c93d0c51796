package dev.greenlane.engine.understand.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What environment variables mean to programs: the lists of {@code variables.yaml}. Immutable. */
final class Variables {

    private static final String RESOURCE = "variables.yaml";
    private static final Pattern FUNCTION = Pattern.compile("BASH_FUNC_(.+?)(?:%%|\\(\\))");

    private final Set<String> run;
    private final Map<String, List<String>> loaded;

    private Variables(Set<String> run, Map<String, List<String>> loaded) {
        this.run = Set.copyOf(run);
        this.loaded = Map.copyOf(loaded);
    }

    private static final class Holder {
        static final Variables ALL = load();
    }

    static Variables get() {
        return Holder.ALL;
    }

    /** Whether programs run the value as a command. */
    boolean areRun(String name) {
        return run.contains(name);
    }

    /** Whether programs load code from where this value says. */
    boolean areLoaded(String name, String value) {
        List<String> words = loaded.get(name);
        return words != null && (words.isEmpty() || words.stream().anyMatch((" " + value)::contains));
    }

    /** The shell function that bash takes from a variable of this name. */
    static Optional<String> function(String name) {
        Matcher matcher = FUNCTION.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Reads a list of names below {@code run:} and one, with words, below {@code loaded:}. */
    private static Variables load() {
        Set<String> run = new HashSet<>();
        Map<String, List<String>> loaded = new HashMap<>();
        boolean loads = false;
        try (InputStream in = Variables.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the engine");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String text = line.strip();
                if (text.startsWith("- ") && loads) {
                    List<String> words = List.of(text.substring(2).split(" +"));
                    loaded.put(
                            words.get(0),
                            words.stream().skip(1).map(word -> " " + word).toList());
                } else if (text.startsWith("- ")) {
                    run.add(text.substring(2));
                } else if (text.equals("run:") || text.equals("loaded:")) {
                    loads = text.equals("loaded:");
                } else if (!text.isEmpty() && !text.startsWith("#")) {
                    throw new IllegalStateException(RESOURCE + ": not understood: " + text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Variables(run, loaded);
    }
}
