package dev.greenlane.engine.understand.code.cmd;

import dev.greenlane.engine.data.DataLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of the commands of cmd: {@code cmd.yaml}, which explains the fields. Immutable. */
final class Knowledge {

    private static final Knowledge STANDARD = new Knowledge(DataLines.load("understand/code/cmd.yaml"));

    private final Map<String, Twin> twins = new HashMap<>();
    private final Set<String> quiet;

    private Knowledge(Map<String, List<DataLines.Line>> data) {
        for (DataLines.Line line : data.getOrDefault("commands", List.of())) {
            line.names().forEach(name -> twins.put(name, new Twin(line.fields())));
        }
        quiet = names(data, "quiet");
    }

    private static Set<String> names(Map<String, List<DataLines.Line>> data, String section) {
        return Set.of(data.getOrDefault(section, List.of())
                .get(0)
                .fields()
                .getOrDefault("", "")
                .split(" "));
    }

    static Knowledge standard() {
        return STANDARD;
    }

    Optional<Twin> twin(String lowerCase) {
        return Optional.ofNullable(twins.get(lowerCase));
    }

    /** Whether a command only shows something or steers the script. */
    boolean isQuiet(String lowerCase) {
        return quiet.contains(lowerCase);
    }

    /** How a POSIX shell says a command. */
    record Twin(Map<String, String> fields) {

        /** The words, where these switches are given, each by its first letter. */
        String words(List<String> switches) {
            return switches.stream()
                    .filter(fields::containsKey)
                    .findFirst()
                    .map(fields::get)
                    .orElse(fields.getOrDefault("as", ":"));
        }

        boolean operands(String how) {
            return how.equals(fields.get("operands"));
        }
    }
}
