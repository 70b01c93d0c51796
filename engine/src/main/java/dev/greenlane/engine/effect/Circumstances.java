package dev.greenlane.engine.effect;

import dev.greenlane.syntax.Span;
import java.util.Optional;
import java.util.Set;

/**
 * What every effect has beside its kind and its target.
 *
 * @param span the part of the call that has this effect; in code inside code, the part of the outermost text
 * @param carries labels of the data that the effect moves
 * @param place where it happens
 * @param traits further properties by name, from the list in the catalogue's {@code traits.yaml}
 * @param origin where the data that it moves comes from, as far as that is known
 * @param folder the folder in which it is done, absolute; only told of version control, whose targets are seen from there
 */
public record Circumstances(
        Span span,
        Certainty certainty,
        Reversibility reversibility,
        Set<DataLabel> carries,
        Place place,
        Set<String> traits,
        Optional<Origin> origin,
        Optional<String> folder) {

    public Circumstances {
        carries = Set.copyOf(carries);
        traits = Set.copyOf(traits);
    }

    /** Of data whose origin is not known, or of none. */
    public Circumstances(
            Span span,
            Certainty certainty,
            Reversibility reversibility,
            Set<DataLabel> carries,
            Place place,
            Set<String> traits) {
        this(span, certainty, reversibility, carries, place, traits, Optional.empty(), Optional.empty());
    }

    /** The same at another part of the call. */
    public Circumstances at(Span other) {
        return new Circumstances(other, certainty, reversibility, carries, place, traits, origin, folder);
    }

    /** The same with these traits instead. */
    public Circumstances with(Set<String> others) {
        return new Circumstances(span, certainty, reversibility, carries, place, others, origin, folder);
    }

    /** The same with other data. */
    public Circumstances carrying(Set<DataLabel> labels, Optional<Origin> from) {
        return new Circumstances(span, certainty, reversibility, labels, place, traits, from, folder);
    }

    /** The same, done in a folder. */
    public Circumstances in(Optional<String> other) {
        return new Circumstances(span, certainty, reversibility, carries, place, traits, origin, other);
    }

    /** Where an effect happens. */
    public enum Place {
        /** On this machine. */
        HERE,
        /** In a container on this machine. */
        CONTAINER,
        /** On another machine. */
        REMOTE
    }
}
