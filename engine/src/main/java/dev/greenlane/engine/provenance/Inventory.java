package dev.greenlane.engine.provenance;

import dev.greenlane.engine.provenance.Provenance.Thing;
import java.util.List;
import java.util.Map;

/**
 * The works of a session as lists, what was learned first in front.
 *
 * @param made files and folders; a folder stands for all below it
 * @param changed files that stood there before
 * @param read files
 * @param fetched paths of what came from outside: where from
 * @param things names of what was made that has no path
 */
public record Inventory(
        List<String> made,
        List<String> changed,
        List<String> read,
        Map<String, String> fetched,
        Map<Thing, List<String>> things) {

    public boolean isEmpty() {
        return made.isEmpty() && changed.isEmpty() && read.isEmpty() && fetched.isEmpty() && things.isEmpty();
    }
}
