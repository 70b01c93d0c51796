package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.deed.Amount.Sort;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units of amounts, and words that say which unit a bare number has. */
final class Units {

    /** A unit by its word in the singular. */
    record Unit(Sort sort, double factor) {}

    private static final Map<String, Unit> UNITS = units();
    private static final Map<Sort, Set<Double>> FACTORS = factors();

    private Units() {}

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        DeedWords.AMOUNTS.meanings("units").forEach((word, meaning) -> {
            String[] unit = meaning.split(" ");
            units.put(word, new Unit(Sort.valueOf(unit[0].toUpperCase(Locale.ROOT)), Double.parseDouble(unit[1])));
        });
        return Map.copyOf(units);
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

    /** The unit that is written together with its number: {@code 20g}. */
    static @Nullable Unit glued(String letters) {
        String word = letters.toLowerCase(Locale.ROOT);
        return word.matches("[kmgt]") ? of(word + "b") : of(word);
    }

    private static Map<Sort, Set<Double>> factors() {
        Map<Sort, Set<Double>> factors = new EnumMap<>(Sort.class);
        UNITS.values()
                .forEach(unit -> factors.computeIfAbsent(unit.sort(), sort -> new HashSet<>())
                        .add(unit.factor()));
        factors.computeIfAbsent(Sort.PERCENT, sort -> new HashSet<>()).add(100.0);
        return factors;
    }

    /** How much each unit of a sort is. */
    static Set<Double> of(Sort sort) {
        return FACTORS.getOrDefault(sort, Set.of());
    }

    /** Whether a bare number with such a role may be of a sort. */
    static boolean mayBe(Set<String> role, Sort sort) {
        return DeedWords.AMOUNTS.words("measured-by", sort.name().toLowerCase(Locale.ROOT)).stream()
                .anyMatch(role::contains);
    }
}
