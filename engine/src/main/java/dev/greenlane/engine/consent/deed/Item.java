package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon.Place;
import dev.greenlane.engine.listing.Thing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One object of a deed.
 *
 * @param text what it is called there
 * @param path whether it is a path
 * @param whole whether it is no object of its own but all there is where the deed happens
 * @param places where it is
 * @param around where the command works, whatever the object's own name says
 * @param listed the object as a result has listed it
 */
public record Item(
        String text, boolean path, boolean whole, Set<Place> places, Set<Place> around, Optional<Thing> listed) {

    public Item {
        around = Set.copyOf(around);
        places = Set.copyOf(places);
    }

    /** Another thing that was listed, in the place of this one. */
    public Item as(Thing other) {
        return new Item(other.names().get(0), path, whole, places, around, Optional.of(other));
    }

    /** The pieces of all that is known of it. */
    public Set<String> pieces() {
        Set<String> pieces = new LinkedHashSet<>(Thing.pieces(text));
        listed.ifPresent(thing -> pieces.addAll(thing.pieces()));
        return pieces;
    }

    /** All names it goes by. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(text);
        listed.ifPresent(thing -> names.addAll(thing.names()));
        return names;
    }
}
