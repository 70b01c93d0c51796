package dev.greenlane.engine.understand.mcp;

import dev.greenlane.engine.data.DataLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the words of a tool's name: {@code mcp.yaml}. Immutable. */
public final class ToolWords {

    private static final int LONGEST = 200;
    private static final Pattern APART =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");
    private static final ToolWords STANDARD = new ToolWords(DataLines.load("understand/code/mcp.yaml"));

    private final Map<String, Act> acts = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();
    private final Set<String> files;
    private final Set<String> shells;
    private final Set<String> secrets;
    private final Set<String> looks;

    private ToolWords(Map<String, List<DataLines.Line>> data) {
        for (DataLines.Line line : data.getOrDefault("acts", List.of())) {
            Act act = Act.valueOf(line.fields().getOrDefault("", "").toUpperCase(Locale.ROOT));
            line.names().forEach(name -> acts.put(name, act));
        }
        for (DataLines.Line line : data.getOrDefault("arguments", List.of())) {
            line.names().forEach(name -> roles.put(name, line.fields().getOrDefault("", "")));
        }
        files = names(data, "files");
        shells = names(data, "shells");
        secrets = names(data, "secrets");
        looks = names(data, "looks");
    }

    private static Set<String> names(Map<String, List<DataLines.Line>> data, String section) {
        return Set.of(data.getOrDefault(section, List.of())
                .get(0)
                .fields()
                .getOrDefault("", "")
                .split(" "));
    }

    public static ToolWords standard() {
        return STANDARD;
    }

    /** The words of a name, in lower case: {@code readFile}, {@code read_file} and {@code read-file} are {@code read}, {@code file}. */
    public static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : APART.split(name.substring(0, Math.min(name.length(), LONGEST)))) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /** What the first verb says, or, without one, a noun for what is read; where several are joined by {@code and} or {@code or}, the gravest. */
    public Act act(List<String> words) {
        Act first = Act.UNKNOWN;
        Act gravest = Act.UNKNOWN;
        for (String word : words) {
            Act act = acts.getOrDefault(word, Act.UNKNOWN);
            first = first == Act.UNKNOWN ? act : first;
            gravest = act.compareTo(gravest) > 0 ? act : gravest;
        }
        if (first == Act.UNKNOWN && words.stream().anyMatch(looks::contains)) {
            return Act.READ;
        }
        return words.contains("and") || words.contains("or") ? gravest : first;
    }

    /** What an argument holds, by its name: {@code path}, {@code from}, {@code to}, {@code url}, {@code sql}, {@code command}. */
    public Optional<String> role(String argument) {
        return Optional.ofNullable(roles.get(String.join("_", words(argument))));
    }

    /** Whether the words say that paths are files of this machine. */
    public boolean ofFiles(List<String> words) {
        return words.stream().anyMatch(files::contains);
    }

    /** Whether the words say that an argument is a command line. */
    public boolean ofShells(List<String> words) {
        return words.stream().anyMatch(shells::contains);
    }

    /** Whether the words name a secret. */
    public boolean ofSecrets(List<String> words) {
        boolean key = words.contains("api") && (words.contains("key") || words.contains("keys"));
        return key || words.stream().anyMatch(secrets::contains);
    }
}
