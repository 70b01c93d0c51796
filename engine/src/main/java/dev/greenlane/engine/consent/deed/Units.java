package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.deed.Amount.Sort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Units of amounts, and words that say which unit a bare number has. */
final class Units {

    private static final double DAY = 86_400;

    /** A unit by its word in the singular. */
    record Unit(Sort sort, double factor) {}

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            unit("byte", Sort.BYTES, 1),
            unit("kb", Sort.BYTES, 1024),
            unit("kib", Sort.BYTES, 1024),
            unit("ki", Sort.BYTES, 1024),
            unit("mb", Sort.BYTES, 1 << 20),
            unit("mib", Sort.BYTES, 1 << 20),
            unit("mi", Sort.BYTES, 1 << 20),
            unit("megabyte", Sort.BYTES, 1 << 20),
            unit("gb", Sort.BYTES, 1 << 30),
            unit("gib", Sort.BYTES, 1 << 30),
            unit("gi", Sort.BYTES, 1 << 30),
            unit("gig", Sort.BYTES, 1 << 30),
            unit("gigabyte", Sort.BYTES, 1 << 30),
            unit("tb", Sort.BYTES, 1024.0 * (1 << 30)),
            unit("tib", Sort.BYTES, 1024.0 * (1 << 30)),
            unit("terabyte", Sort.BYTES, 1024.0 * (1 << 30)),
            unit("ms", Sort.SECONDS, 0.001),
            unit("millisecond", Sort.SECONDS, 0.001),
            unit("s", Sort.SECONDS, 1),
            unit("sec", Sort.SECONDS, 1),
            unit("second", Sort.SECONDS, 1),
            unit("sekunde", Sort.SECONDS, 1),
            unit("seconde", Sort.SECONDS, 1),
            unit("segundo", Sort.SECONDS, 1),
            unit("min", Sort.SECONDS, 60),
            unit("minute", Sort.SECONDS, 60),
            unit("minuto", Sort.SECONDS, 60),
            unit("h", Sort.SECONDS, 3_600),
            unit("hr", Sort.SECONDS, 3_600),
            unit("hour", Sort.SECONDS, 3_600),
            unit("stunde", Sort.SECONDS, 3_600),
            unit("heure", Sort.SECONDS, 3_600),
            unit("hora", Sort.SECONDS, 3_600),
            unit("d", Sort.SECONDS, DAY),
            unit("day", Sort.SECONDS, DAY),
            unit("tag", Sort.SECONDS, DAY),
            unit("jour", Sort.SECONDS, DAY),
            unit("día", Sort.SECONDS, DAY),
            unit("dia", Sort.SECONDS, DAY),
            unit("week", Sort.SECONDS, 7 * DAY),
            unit("woche", Sort.SECONDS, 7 * DAY),
            unit("semaine", Sort.SECONDS, 7 * DAY),
            unit("semana", Sort.SECONDS, 7 * DAY),
            unit("fortnight", Sort.SECONDS, 14 * DAY),
            unit("month", Sort.SECONDS, 30 * DAY),
            unit("monat", Sort.SECONDS, 30 * DAY),
            unit("mois", Sort.SECONDS, 30 * DAY),
            unit("mes", Sort.SECONDS, 30 * DAY),
            unit("mês", Sort.SECONDS, 30 * DAY),
            unit("quarter", Sort.SECONDS, 91 * DAY),
            unit("year", Sort.SECONDS, 365 * DAY),
            unit("jahr", Sort.SECONDS, 365 * DAY),
            unit("%", Sort.PERCENT, 1),
            unit("percent", Sort.PERCENT, 1),
            unit("pct", Sort.PERCENT, 1),
            unit("prozent", Sort.PERCENT, 1));

    /** What a bare number may be, told by the words around it. */
    private static final Map<Sort, Set<String>> ROLES = Map.of(
            Sort.BYTES,
                    Set.of(
                            "size",
                            "storage",
                            "memory",
                            "mem",
                            "maxmemory",
                            "disk",
                            "quota",
                            "heap",
                            "volume",
                            "bytes",
                            "allocated"),
            Sort.SECONDS,
                    Set.of(
                            "timeout",
                            "retention",
                            "ttl",
                            "expire",
                            "expires",
                            "expiration",
                            "period",
                            "interval",
                            "duration",
                            "age",
                            "days",
                            "hours",
                            "minutes",
                            "seconds",
                            "limit",
                            "walltime",
                            "time",
                            "delay",
                            "window",
                            "mtime",
                            "ms",
                            "snooze",
                            "keep",
                            "silence",
                            "mute"),
            Sort.PERCENT,
                    Set.of(
                            "percent",
                            "percentage",
                            "pct",
                            "weight",
                            "traffic",
                            "rollout",
                            "ratio",
                            "share",
                            "off",
                            "canary"));

    private Units() {}

    private static Map.Entry<String, Unit> unit(String word, Sort sort, double factor) {
        return Map.entry(word, new Unit(sort, factor));
    }

    /** The unit that a word is for; null where it is for none. */
    static @Nullable Unit of(String word) {
        Unit unit = UNITS.get(word);
        if (unit != null || word.length() < 3) {
            return unit;
        }
        if (word.endsWith("s")) {
            return UNITS.get(word.substring(0, word.length() - 1));
        }
        return word.endsWith("n") || word.endsWith("e") ? UNITS.get(word.substring(0, word.length() - 1)) : null;
    }

    /** How much each unit of a sort is. */
    static Set<Double> of(Sort sort) {
        Set<Double> factors = UNITS.values().stream()
                .filter(unit -> unit.sort() == sort)
                .map(Unit::factor)
                .collect(Collectors.toSet());
        if (sort == Sort.PERCENT) {
            factors.addAll(List.of(100.0));
        }
        return factors;
    }

    /** Whether a bare number with such a role may be of a sort. */
    static boolean mayBe(Set<String> role, Sort sort) {
        return ROLES.getOrDefault(sort, Set.of()).stream().anyMatch(role::contains);
    }
}
