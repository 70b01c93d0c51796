package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.listing.Thing;
import java.util.List;
import java.util.Set;

/**
 * What an effect does, in the terms in which people speak.
 *
 * @param operations any of them covers it
 * @param families the sorts of things it touches
 * @param items the objects; empty where nobody can tell
 * @param command the words of the command that does it; empty where no command does
 * @param words the words of all commands of the call
 * @param targets what all effects of the call touch
 * @param programs all programs that the call runs
 * @param others all other things the session has seen listed
 * @param me names by which the user is known
 * @param unlimited whether it takes all there is of its objects
 */
public record Deed(
        Set<String> operations,
        Set<String> families,
        List<Item> items,
        List<String> command,
        Set<String> words,
        Set<String> targets,
        Set<String> programs,
        List<Thing> others,
        Set<String> me,
        boolean unlimited) {

    public Deed {
        operations = Set.copyOf(operations);
        families = Set.copyOf(families);
        items = List.copyOf(items);
        command = List.copyOf(command);
        words = Set.copyOf(words);
        targets = Set.copyOf(targets);
        programs = Set.copyOf(programs);
        me = Set.copyOf(me);
    }

    /** Whether it takes what there is where it happens, and names nothing of it: the changes of a checkout, a stash. */
    public boolean general() {
        return items.stream().allMatch(Item::whole);
    }
}
