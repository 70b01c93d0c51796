package dev.greenlane.engine.understand.project;

import dev.greenlane.engine.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files of a folder npm takes into a package: those that {@code files} of {@code package.json} names, without that all that
 * {@code .npmignore}, or else {@code .gitignore}, does not name (<a
 * href="https://docs.npmjs.com/cli/using-npm/developers#keeping-files-out-of-your-package">npm: keeping files out of your
 * package</a>). Immutable.
 */
public final class NpmPackage {

    private static final int MOST_LINES = 500;
    private static final int LONGEST_LINE = 200;

    private final Optional<List<String>> named;
    private final List<String> ignored;

    private NpmPackage(Optional<List<String>> named, List<String> ignored) {
        this.named = named;
        this.ignored = ignored;
    }

    /**
     * Reads what decides.
     *
     * @param manifest the text of {@code package.json}
     * @param ignore the text of {@code .npmignore}, or else of {@code .gitignore}
     */
    public static NpmPackage read(String manifest, String ignore) {
        Optional<List<String>> named = Json.read(manifest)
                .flatMap(file -> Parts.in(file, "files"))
                .map(files -> Parts.texts(Optional.of(files)));
        return new NpmPackage(named, ignore.lines().limit(MOST_LINES).toList());
    }

    /** Whether a file that lies in the folder itself is taken. */
    public boolean takes(String name) {
        return named.map(patterns -> matches(patterns, name)).orElseGet(() -> !matches(ignored, name));
    }

    /** The last line that fits decides, and one with an exclamation mark takes back what those before it say. */
    private static boolean matches(List<String> patterns, String name) {
        boolean matches = false;
        for (String line : patterns) {
            String text = line.strip();
            boolean back = text.startsWith("!");
            String pattern = text.substring(back ? 1 : 0).replaceFirst("^(?:\\./|/|\\*\\*/)+", "");
            if (!pattern.isEmpty() && !pattern.startsWith("#") && fits(pattern, name)) {
                matches = !back;
            }
        }
        return matches;
    }

    private static boolean fits(String pattern, String name) {
        if (pattern.length() > LONGEST_LINE || pattern.indexOf('/') >= 0) {
            return false;
        }
        List<String> parts = new ArrayList<>();
        Stream.of(pattern.replaceAll("\\*+", "*").split("\\*", -1))
                .map(Pattern::quote)
                .forEach(parts::add);
        return Pattern.matches(String.join("[^/]*", parts), name);
    }
}
