package dev.greenlane.engine.consent.deed;

import java.util.Map;
import java.util.Set;

/** Under what name people speak of the place where a program works: {@code at DigitalOcean} for {@code doctl}. */
final class Makers {

    private static final Map<String, String> NAMES = DeedWords.DEEDS.meanings("makers");

    private Makers() {}

    static Set<String> of(String program) {
        String names = NAMES.get(program.substring(program.lastIndexOf('/') + 1));
        return names == null ? Set.of() : Set.of(names.split(" "));
    }
}
