package dev.greenlane.engine.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads things from records: several lines of {@code key: value}, or several pairs a line. */
final class RecordReader {

    /** {@code key: value}, {@code "key": "value",}, {@code key = value} on a line of its own. */
    private static final Pattern MEMBER =
            Pattern.compile("^[\\s{\\[,-]*[\"']?([A-Za-z][\\w .-]{0,40}?)[\"']?\\s*[:=]\\s+(.*?)[\\s,}\\]]*$");
    /** {@code Key=value} among others on one line. */
    private static final Pattern PAIR = Pattern.compile("([A-Za-z][\\w.-]{0,40})=(\"[^\"]*\"|\\S+)");
    /** {@code "key": value} among others on one line of JSON. */
    private static final Pattern JSON_PAIR =
            Pattern.compile("[\"']([\\w .-]{1,41})[\"']\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[\\w.+-]+)");

    private final Set<String> context;
    private final int most;
    private final List<Thing> things = new ArrayList<>();

    private RecordReader(Set<String> context, int most) {
        this.context = context;
        this.most = most;
    }

    /** The things in a result; none where most of its lines are something else. */
    static List<Thing> read(List<String> lines, Set<String> context, int most) {
        RecordReader reader = new RecordReader(context, most);
        return reader.all(lines) ? reader.things : List.of();
    }

    private boolean all(List<String> lines) {
        Map<String, String> record = new LinkedHashMap<>();
        int members = 0;
        int other = 0;
        for (String line : lines) {
            String text = line.strip();
            if (pairs(text)) {
                members++;
                continue;
            }
            boolean ends = text.isEmpty() || text.startsWith("- ") || text.startsWith("{") || text.startsWith("}");
            if (ends) {
                finish(record);
            }
            Matcher member = MEMBER.matcher(line);
            if (member.matches()) {
                String key = member.group(1).toLowerCase(Locale.ROOT);
                if (record.containsKey(key)) {
                    finish(record);
                }
                record.put(key, ListingReader.unquoted(member.group(2)));
                members++;
            } else if (!ends && !text.matches("[\\[\\]{}(),\"']*")) {
                other++;
            }
        }
        finish(record);
        return members > other;
    }

    private boolean pairs(String line) {
        Map<String, String> record = new LinkedHashMap<>();
        Matcher pair = line.contains("\":") || line.contains("':") ? JSON_PAIR.matcher(line) : PAIR.matcher(line);
        List<Map<String, String>> found = new ArrayList<>();
        while (pair.find()) {
            String key = pair.group(1).toLowerCase(Locale.ROOT);
            if (record.containsKey(key)) {
                found.add(record);
                record = new LinkedHashMap<>();
            }
            record.put(key, ListingReader.unquoted(pair.group(2)));
        }
        found.add(record);
        if (found.get(0).size() < 2) {
            return false;
        }
        found.forEach(this::finish);
        return true;
    }

    private void finish(Map<String, String> record) {
        Set<String> names = new LinkedHashSet<>();
        record.forEach((key, value) -> {
            if (Keys.names(key) && !value.isBlank()) {
                names.add(value);
            }
        });
        if (!names.isEmpty() && things.size() < most) {
            things.add(new Thing(List.copyOf(names), record, context));
        }
        record.clear();
    }
}
