package dev.greenlane.engine.provenance;

import dev.greenlane.engine.data.DataLines;
import dev.greenlane.engine.provenance.Provenance.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The commands of {@code things.yaml}. */
final class ThingTable {

    private static final int MOST_SKIPPED = 8;

    private final Map<String, List<Maker>> byProgram = new LinkedHashMap<>();

    private static final class Standard {
        private static final ThingTable TABLE = new ThingTable(DataLines.load("provenance/things.yaml"));
    }

    private ThingTable(Map<String, List<DataLines.Line>> sections) {
        sections.forEach((thing, lines) ->
                lines.forEach(line -> add(Thing.valueOf(thing.toUpperCase(Locale.ROOT)), line)));
    }

    /** The table that comes with Greenlane. */
    static ThingTable standard() {
        return Standard.TABLE;
    }

    /**
     * A command that makes things.
     *
     * @param words the program, and the words that stand behind it in this order
     * @param result what the output shows; empty where only the command says the name
     */
    record Maker(
            Thing makes,
            List<String> words,
            List<String> flags,
            boolean operand,
            List<String> unless,
            Optional<Pattern> result,
            String before) {

        /** What a command is to make; nothing where it is another command, or says no name. */
        List<Expected> expected(List<String> command) {
            int behind = behind(command);
            if (behind < 0 || command.stream().anyMatch(unless::contains)) {
                return List.of();
            }
            List<Expected> expected = new ArrayList<>();
            name(command.subList(behind, command.size()))
                    .map(name -> before.isEmpty() ? name : before + " " + name)
                    .ifPresent(name -> expected.add(new Expected(makes, name, Optional.empty())));
            if (result.isPresent()) {
                expected.add(new Expected(makes, "", result));
            }
            return expected;
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

    private void add(Thing makes, DataLines.Line line) {
        Map<String, String> fields = line.fields();
        Optional<Pattern> result =
                Optional.ofNullable(fields.get("result")).map(text -> Pattern.compile(text, Pattern.MULTILINE));
        for (String by : line.names()) {
            List<String> words = List.of(by.split(" "));
            byProgram
                    .computeIfAbsent(words.get(0), program -> new ArrayList<>())
                    .add(new Maker(
                            makes,
                            words,
                            list(fields.get("flag")),
                            fields.containsKey("operand"),
                            list(fields.get("unless")),
                            result,
                            fields.getOrDefault("before", "")));
        }
    }

    private static List<String> list(@Nullable String words) {
        return words == null ? List.of() : List.of(words.split(", "));
    }
}
