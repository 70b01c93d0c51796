package dev.greenlane.engine.listing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one result of a call. What it cannot read lists nothing; it never fails. */
final class ListingReader {

    private static final int MOST_LINES = 8_000;

    private static final Pattern TELLS_THE_USER =
            Pattern.compile("^\\s*(?:echo\\s+\"?\\$\\{?USER\\}?\"?|whoami|id\\s+-un|logname)\\b.*", Pattern.DOTALL);

    /** An argument of a tool that says of which thing it is to tell. */
    private static final Pattern ASKED_FOR =
            Pattern.compile("^mcp__\\S+ (?:\\S+ )*?[A-Za-z_]*(?:_id|Id|_key|^id)=(\\S{2,80})");

    private ListingReader() {}

    static boolean tellsTheUser(String call) {
        return TELLS_THE_USER.matcher(call).matches();
    }

    static List<Thing> read(String call, String result) {
        Set<String> context = Thing.pieces(call.length() > 400 ? call.substring(0, 400) : call);
        List<String> lines = result.lines().limit(MOST_LINES).toList();
        Map<String, String> asked = Asked.of(call);
        Collected found = new Collected(context, asked);
        JsonReader.read(result, found);
        if (found.things().isEmpty() && !RecordReader.read(lines, found)) {
            found = new Collected(context, asked);
        }
        if (found.things().isEmpty()) {
            List<String> rows = Frames.plain(lines);
            TableReader.read(rows, found);
            if (found.things().isEmpty()) {
                LineReader.read(rows, found);
            }
        }
        List<Thing> things = found.things();
        Matcher named = ASKED_FOR.matcher(call);
        if (things.size() != 1) {
            return things;
        }
        Thing thing = named.find() ? things.get(0).alsoCalled(named.group(1)) : things.get(0);
        String name = asked.getOrDefault("name", "");
        return List.of(name.isEmpty() ? thing : thing.alsoCalled(name));
    }

    static String unquoted(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
