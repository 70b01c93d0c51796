package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.listing.Thing;
import java.util.List;
import java.util.Set;

/**
 * What all effects of one call have in common. Immutable.
 *
 * @param words the words of all commands of the call
 * @param targets what all its effects touch
 * @param programs all programs that it runs
 * @param things what the session has seen listed
 * @param me names by which the user is known
 */
public record Scene(Set<String> words, Set<String> targets, Set<String> programs, List<Thing> things, Set<String> me) {

    public Scene {
        words = Set.copyOf(words);
        targets = Set.copyOf(targets);
        programs = Set.copyOf(programs);
        things = List.copyOf(things);
        me = Set.copyOf(me);
    }
}
