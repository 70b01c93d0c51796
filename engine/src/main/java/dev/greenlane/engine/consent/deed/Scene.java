package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.listing.Report;
import dev.greenlane.engine.listing.Things;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all effects of one call have in common. Immutable.
 *
 * @param words the words of all commands of the call
 * @param whereabouts those words and their parts that may say where the commands work
 * @param targets what its effects touch, by their kind
 * @param programs all programs that it runs
 * @param things what the session has seen listed
 * @param reports what its calls have shown, the newest first
 * @param me names by which the user is known
 */
public record Scene(
        Set<String> words,
        Set<String> whereabouts,
        Map<EffectKind, Set<String>> targets,
        Set<String> programs,
        Things things,
        List<Report> reports,
        Set<String> me) {

    public Scene {
        words = Set.copyOf(words);
        whereabouts = Set.copyOf(whereabouts);
        targets = Map.copyOf(targets);
        programs = Set.copyOf(programs);
        reports = List.copyOf(reports);
        me = Set.copyOf(me);
    }
}
