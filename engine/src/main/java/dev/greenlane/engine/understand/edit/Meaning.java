package dev.greenlane.engine.understand.edit;

import dev.greenlane.engine.effect.EffectKind;
import java.util.Set;

/** One thing that text in a file means. Immutable. */
public sealed interface Meaning {

    /**
     * Code that runs.
     *
     * @param language a name that code readers know, or {@code shell}
     */
    record Runs(String code, String language, Moment moment) implements Meaning {}

    /** A setting that does something to a thing with a name, as soon as its file is read. */
    record Sets(EffectKind kind, String target, Set<String> traits) implements Meaning {
        public Sets {
            traits = Set.copyOf(traits);
        }
    }

    /** A setting that makes programs get something from an address. */
    record Points(String address) implements Meaning {}
}
