package dev.greenlane.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time to come, as a person writes it. Stateless. */
final class Until {
    private static final Pattern AHEAD = Pattern.compile("([0-9]{1,5})([mhd])");

    private Until() {}

    static Instant read(String text, ZonedDateTime now) {
        Matcher ahead = AHEAD.matcher(text);
        if (ahead.matches()) {
            long number = Long.parseLong(ahead.group(1));
            Duration time = switch (ahead.group(2)) {
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
            return now.toInstant().plus(time);
        }
        try {
            if (text.contains("T")) {
                return Instant.parse(text);
            }
            if (!text.contains(":")) {
                ZoneId zone = now.getZone();
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            ZonedDateTime today = now.with(LocalTime.parse(text));
            return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
        } catch (DateTimeException e) {
            throw Failure.usage(text + " is no time; write 30m, 8h, 7d, 18:00, or 2026-12-31.");
        }
    }
}
