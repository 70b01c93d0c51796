package dev.greenlane.engine.consent.deed;

import java.util.List;
import java.util.Set;

/**
 * What an effect does, in the terms in which people speak.
 *
 * @param operations any of them covers it
 * @param families the sorts of things it touches
 * @param items the objects; empty where nobody can tell
 * @param command the words of the command that does it; empty where no command does
 * @param within options and their values that say in what the objects lie, of a tool that others bring
 * @param tool whether the command is the name of a tool that others bring
 * @param scene what it has in common with the other effects of the call
 * @param unlimited whether it takes all there is of its objects
 * @param together how many objects all such effects of the call have
 * @param values numbers by which it chooses what it takes
 * @param amounts how much, how many, how long, which version it sets
 * @param verbs the command's own words for what it does: {@code requeue}, {@code reindex}
 */
public record Deed(
        Set<String> operations,
        Set<String> families,
        List<Item> items,
        List<String> command,
        List<String> within,
        boolean tool,
        Scene scene,
        boolean unlimited,
        int together,
        Set<String> values,
        List<Amount> amounts,
        Set<String> verbs) {

    public Deed {
        amounts = List.copyOf(amounts);
        verbs = Set.copyOf(verbs);
        operations = Set.copyOf(operations);
        families = Set.copyOf(families);
        items = List.copyOf(items);
        command = List.copyOf(command);
        within = List.copyOf(within);
        values = Set.copyOf(values);
    }

    /** Whether it changes how something is, and takes nothing away. */
    public boolean sets() {
        return operations.contains("change") || operations.contains("scale");
    }
}
