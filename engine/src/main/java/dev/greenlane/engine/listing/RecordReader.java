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

    private final Collected found;

    private RecordReader(Collected found) {
        this.found = found;
    }

    /** Whether the result is made of records, and of nothing else for the most part. */
    static boolean read(List<String> lines, Collected found) {
        return new RecordReader(found).all(lines);
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
        List<Map<String, String>> records = new ArrayList<>();
        while (pair.find()) {
            String key = pair.group(1).toLowerCase(Locale.ROOT);
            if (record.containsKey(key)) {
                records.add(record);
                record = new LinkedHashMap<>();
            }
            record.put(key, ListingReader.unquoted(pair.group(2)));
        }
        records.add(record);
        if (records.get(0).size() < 2) {
            return false;
        }
        records.forEach(this::finish);
        return true;
    }

    private void finish(Map<String, String> record) {
        Set<String> names = new LinkedHashSet<>();
        record.forEach((key, value) -> {
            if (Keys.names(key) && !value.isBlank()) {
                names.add(value);
            }
        });
        found.add(List.copyOf(names), record);
        record.clear();
    }
}
