package dev.greenlane.cli.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds a file to a setting that names files, and changes nothing else of the text. Stateless. */
public final class SettingsLine {
    private SettingsLine() {}

    /** The text of the settings with {@code file} among the values of {@code key}; the same text where it is there. */
    public static String with(String settings, String key, String file) {
        Matcher line = Pattern.compile(
                        "(?m)^" + Pattern.quote(key) + "[ \t]*:[ \t]*([^#\r\n]*?)([ \t]*(?:#[^\r\n]*)?)$")
                .matcher(settings);
        if (!line.find()) {
            String end = settings.isEmpty() || settings.endsWith("\n") ? "" : "\n";
            return settings + end + key + ": " + file + "\n";
        }
        String value = line.group(1);
        if (value.isEmpty()) {
            return block(settings, line.end(), file);
        }
        String inner = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
        for (String each : inner.split(",", -1)) {
            if (each.strip().replaceAll("^[\"']|[\"']$", "").equals(file)) {
                return settings;
            }
        }
        String list = inner.isBlank() ? file : inner.strip() + ", " + file;
        return settings.substring(0, line.start(1)) + "[" + list + "]" + settings.substring(line.end(1));
    }

    /** Into a list with an item a line, whose first item stands behind {@code at}. */
    private static String block(String settings, int at, String file) {
        Matcher items = Pattern.compile("\\G\r?\n([ \t]*)- ([^\r\n]*)").matcher(settings);
        String indent = "  ";
        int end = at;
        for (boolean found = items.find(at); found; found = items.find()) {
            if (items.group(2).strip().replaceAll("^[\"']|[\"']$", "").equals(file)) {
                return settings;
            }
            indent = items.group(1);
            end = items.end();
        }
        return settings.substring(0, end) + "\n" + indent + "- " + file + settings.substring(end);
    }
}
