package dev.greenlane.engine.understand.code.cmd;

import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.understand.code.WindowsVariables;
import dev.greenlane.engine.value.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of a script, and what a text with them expands to. Parts that nobody knows are stand-ins. */
final class Variables {

    private static final int LONGEST = 1 << 14;
    private static final Pattern USE = Pattern.compile(
            "%%|%~[a-z]*[0-9]|%[0-9*]|[%!]([A-Za-z_][\\w().#-]{0,60})(?::([^%!\\n]{1,80}))?[%!]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CUT = Pattern.compile("~(-?\\d{1,5})(?:,(-?\\d{1,5}))?");

    private final StandIns standIns;
    private final Map<String, String> values = new HashMap<>();

    Variables(StandIns standIns) {
        this.standIns = standIns;
    }

    void set(String name, String value) {
        values.put(name.toLowerCase(Locale.ROOT), value.substring(0, Math.min(value.length(), LONGEST)));
    }

    /** A value that is known only when it runs. */
    String unknown(String name, String reason) {
        return standIns.encode(Value.unknown(name, reason));
    }

    /** The text with every use of a variable replaced. */
    String expand(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('!') < 0) {
            return text;
        }
        StringBuilder expanded = new StringBuilder();
        Matcher use = USE.matcher(text);
        int from = 0;
        while (use.find(from) && expanded.length() < LONGEST) {
            expanded.append(text, from, use.start());
            Optional<String> value = value(use);
            expanded.append(value.orElseGet(() -> text.substring(use.start(), use.start() + 1)));
            from = value.isPresent() ? use.end() : use.start() + 1;
        }
        return expanded.append(text, from, text.length()).toString();
    }

    private Optional<String> value(Matcher use) {
        String whole = use.group();
        if (whole.equals("%%")) {
            return Optional.of("%");
        }
        if (use.group(1) == null) {
            return Optional.of(whole.contains("~") && whole.contains("p") ? ".\\" : unknown(whole, "is an argument"));
        }
        if (whole.charAt(0) != whole.charAt(whole.length() - 1)) {
            return Optional.empty();
        }
        String name = use.group(1).toLowerCase(Locale.ROOT);
        String value = values.containsKey(name)
                ? values.get(name)
                : WindowsVariables.standard().value(name).orElse(null);
        if (value == null) {
            return whole.charAt(0) == '!'
                    ? Optional.empty()
                    : Optional.of(unknown("%" + use.group(1) + "%", "is not set in this call"));
        }
        return Optional.of(use.group(2) == null ? value : changed(value, use.group(2)));
    }

    private static String changed(String value, String how) {
        Matcher cut = CUT.matcher(how);
        if (cut.matches()) {
            int from = bounded(Integer.parseInt(cut.group(1)), value.length(), 0);
            int count = cut.group(2) == null ? value.length() : Integer.parseInt(cut.group(2));
            int to = count < 0 ? bounded(count, value.length(), 0) : Math.min(value.length(), from + count);
            return from < to ? value.substring(from, to) : "";
        }
        int equals = how.indexOf('=');
        if (equals <= 0) {
            return value;
        }
        String old = how.substring(0, equals);
        boolean front = old.startsWith("*") && old.length() > 1;
        String found = Pattern.quote(front ? old.substring(1) : old);
        String with = Matcher.quoteReplacement(how.substring(equals + 1));
        Pattern pattern = Pattern.compile((front ? "(?s)^.*?" : "") + found, Pattern.CASE_INSENSITIVE);
        return pattern.matcher(value).replaceAll(with);
    }

    private static int bounded(int index, int length, int least) {
        return Math.max(least, Math.min(length, index < 0 ? length + index : index));
    }
}
