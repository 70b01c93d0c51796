package dev.greenlane.engine.provenance;

import dev.greenlane.engine.provenance.Provenance.Thing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The commands of {@code things.yaml}, a list of flat maps whose values are words or lists of words. */
final class ThingTable {

    private static final int MOST_SKIPPED = 8;

    private final Map<String, List<Maker>> byProgram = new LinkedHashMap<>();

    private static final class Standard {
        private static final ThingTable TABLE = load();
    }

    /** The table that comes with Greenlane. */
    static ThingTable standard() {
        return Standard.TABLE;
    }

    /**
     * A command that makes things.
     *
     * @param words the program, and the words that stand behind it in this order
     * @param result what the output shows; empty where the command says the name
     */
    record Maker(
            Thing makes,
            List<String> words,
            List<String> flags,
            boolean operand,
            List<String> unless,
            Optional<Pattern> result,
            String before) {

        /** What a command is to make; empty where it is another command, or says no name. */
        Optional<Expected> expected(List<String> command) {
            int behind = behind(command);
            if (behind < 0 || command.stream().anyMatch(unless::contains)) {
                return Optional.empty();
            }
            if (result.isPresent()) {
                return Optional.of(new Expected(makes, "", result));
            }
            return name(command.subList(behind, command.size()))
                    .map(name -> new Expected(makes, before.isEmpty() ? name : before + " " + name, Optional.empty()));
        }

        private int behind(List<String> command) {
            int at = 1;
            for (String word : words.subList(1, words.size())) {
                int skipped = 0;
                while (at < command.size() && !command.get(at).equals(word)) {
                    at++;
                    skipped++;
                }
                if (at == command.size() || skipped > MOST_SKIPPED) {
                    return -1;
                }
                at++;
            }
            return at;
        }

        private Optional<String> name(List<String> arguments) {
            for (int i = 0; i < arguments.size(); i++) {
                String word = arguments.get(i);
                if (flags.contains(word) && i + 1 < arguments.size()) {
                    return Optional.of(arguments.get(i + 1));
                }
                int equals = word.indexOf('=');
                if (equals > 0 && flags.contains(word.substring(0, equals))) {
                    return Optional.of(word.substring(equals + 1));
                }
                if (operand && !word.startsWith("-")) {
                    return Optional.of(word);
                }
            }
            return Optional.empty();
        }
    }

    /** What a command is to make. */
    List<Expected> expected(List<String> command) {
        if (command.isEmpty()) {
            return List.of();
        }
        String program = command.get(0).substring(command.get(0).lastIndexOf('/') + 1);
        return byProgram.getOrDefault(program, List.of()).stream()
                .flatMap(maker -> maker.expected(command).stream())
                .toList();
    }

    private static ThingTable load() {
        try (InputStream in = ThingTable.class.getResourceAsStream("things.yaml")) {
            if (in == null) {
                throw new IllegalStateException("things.yaml is missing from the engine");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ThingTable read(String yaml) {
        ThingTable table = new ThingTable();
        Map<String, String> entry = new LinkedHashMap<>();
        for (String line : yaml.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("- ")) {
                table.add(entry);
                entry = new LinkedHashMap<>();
            }
            int colon = line.indexOf(':');
            if (colon < 2) {
                throw new IllegalArgumentException("not a line of the table of things: " + line);
            }
            entry.put(
                    line.substring(2, colon).strip(), line.substring(colon + 1).strip());
        }
        table.add(entry);
        return table;
    }

    private void add(Map<String, String> entry) {
        if (entry.isEmpty()) {
            return;
        }
        Thing makes = Thing.valueOf(entry.getOrDefault("makes", "").toUpperCase(Locale.ROOT));
        Optional<Pattern> result =
                Optional.ofNullable(entry.get("result")).map(text -> Pattern.compile(text, Pattern.MULTILINE));
        for (String by : list(entry.getOrDefault("by", ""))) {
            List<String> words = List.of(by.split(" "));
            byProgram
                    .computeIfAbsent(words.get(0), program -> new ArrayList<>())
                    .add(new Maker(
                            makes,
                            words,
                            list(entry.getOrDefault("flag", "")),
                            entry.containsKey("operand"),
                            list(entry.getOrDefault("unless", "")),
                            result,
                            entry.getOrDefault("before", "")));
        }
    }

    private static List<String> list(String value) {
        String text = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
