package dev.greenlane.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time in the past, as a person writes it. Stateless. */
final class Since {
    private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([smhd])");

    private Since() {}

    static Instant read(String text) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long seconds = switch (ago.group(2)) {
                case "s" -> 1;
                case "m" -> 60;
                case "h" -> 3_600;
                default -> 86_400;
            };
            return Instant.now().minus(Duration.ofSeconds(seconds * Long.parseLong(ago.group(1))));
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw Failure.usage(text + " is no time; write 30m, 8h, 7d, or 2026-01-31.");
        }
    }
}
