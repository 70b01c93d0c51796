package dev.greenlane.engine.listing;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one result of a call. What it cannot read lists nothing; it never fails. */
final class ListingReader {

    private static final int MOST_THINGS = 2_000;

    private static final Pattern TELLS_THE_USER =
            Pattern.compile("^\\s*(?:echo\\s+\"?\\$\\{?USER\\}?\"?|whoami|id\\s+-un|logname)\\b.*", Pattern.DOTALL);

    private ListingReader() {}

    static boolean tellsTheUser(String call) {
        return TELLS_THE_USER.matcher(call).matches();
    }

    static List<Thing> read(String call, String result) {
        Set<String> context = Thing.pieces(call.length() > 400 ? call.substring(0, 400) : call);
        List<String> lines = result.lines().limit(4L * MOST_THINGS).toList();
        return Stream.<Supplier<List<Thing>>>of(
                        () -> JsonReader.read(result, context, MOST_THINGS),
                        () -> RecordReader.read(lines, context, MOST_THINGS),
                        () -> TableReader.read(lines, context, MOST_THINGS),
                        () -> LineReader.read(lines, context, MOST_THINGS))
                .map(Supplier::get)
                .filter(things -> !things.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    static String unquoted(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
