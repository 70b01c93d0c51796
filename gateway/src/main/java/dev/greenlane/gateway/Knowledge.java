package dev.greenlane.gateway;

import dev.greenlane.gateway.Manner.Knowing;
import java.util.Locale;

/** What is known of the API. Thread-safe. */
final class Knowledge {
    private static final String VENDOR = "anthropic.com";

    private final Knowing set;
    private final boolean vendor;
    private volatile boolean seen;

    Knowledge(Knowing set, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        this.set = set;
        this.vendor = name.equals(VENDOR) || name.endsWith("." + VENDOR);
    }

    /** Whether it understands what the client wants to have checked. */
    boolean understands() {
        return switch (set) {
            case YES -> true;
            case NO -> false;
            case AUTO -> vendor || seen;
        };
    }

    /** Whether its models are the ones that the client's own questions are made for. */
    boolean isVendor() {
        return vendor;
    }

    /** It has brought verdicts. */
    void brought() {
        seen = true;
    }
}
