package dev.greenlane.engine.understand.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Lines {@code key = value} under {@code [section]} headings, as git, cargo, pip and npm write them. */
final class Settings {

    /**
     * One line.
     *
     * @param section the heading above it without brackets, lower case; empty where there is none
     * @param key lower case
     */
    record Setting(String section, String key, String value) {}

    private Settings() {}

    static List<Setting> read(String text) {
        List<Setting> settings = new ArrayList<>();
        read(text, settings::add);
        return settings;
    }

    private static void read(String text, Consumer<Setting> found) {
        String section = "";
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            String line = raw.strip();
            if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == ';') {
                continue;
            }
            if (line.charAt(0) == '[') {
                int end = line.indexOf(']');
                section = line.substring(1, end < 0 ? line.length() : end).toLowerCase(Locale.ROOT);
                continue;
            }
            int equals = line.indexOf('=');
            int colon = line.indexOf(": ");
            int at = equals < 0 || colon > 0 && colon < equals ? colon : equals;
            if (at > 0) {
                String key = line.substring(0, at).strip().toLowerCase(Locale.ROOT);
                found.accept(new Setting(
                        section, unquoted(key), unquoted(line.substring(at + 1).strip())));
            }
        }
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : text;
    }
}
