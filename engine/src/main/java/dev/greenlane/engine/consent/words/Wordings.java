package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.data.DataLines;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns of phrase from {@code wordings.yaml} as regular expressions. */
final class Wordings {

    private static final Map<String, List<DataLines.Line>> DATA = DataLines.load("consent/wordings.yaml");

    private Wordings() {}

    /** What matches any of the turns of phrase that stand under a name. */
    static String of(String name) {
        return DATA.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .flatMap(line -> Stream.of(line.value().split(", ")))
                .map(Wordings::expression)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])"));
    }

    private static String expression(String phrase) {
        StringBuilder expression = new StringBuilder();
        boolean first = true;
        for (String word : phrase.split(" ")) {
            if (word.equals("…")) {
                expression.append("(?:\\s+\\p{L}+)?");
                continue;
            }
            boolean optional = word.endsWith("?");
            String either = Stream.of((optional ? word.substring(0, word.length() - 1) : word).split("/"))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?:", ")"));
            if (optional) {
                expression.append("(?:").append(either).append("\\s+)?");
            } else {
                expression.append(first ? "" : "\\s+").append(either);
                first = false;
            }
        }
        return expression.toString();
    }
}
