package dev.greenlane.engine.facts;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.value.Globs;
import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The paths that the effects of one call mean: where an effect names a pattern, those that are there. Thread-safe, never throws.
 *
 * @param call the call as text, in which the spans of its effects lie
 */
public record MeantPaths(World world, Surroundings surroundings, String call) {
    private static final int MOST_MATCHES = 2_000;

    /** A path in the home, by the home's own. */
    static String absolute(String path, Surroundings surroundings) {
        return path.startsWith("~/") && surroundings.home().isPresent()
                ? surroundings.home().get() + path.substring(1)
                : path;
    }

    /** The paths that an effect means; none where a pattern matches nothing, empty where nobody can tell. */
    public Optional<List<String>> of(Effect.OnPath effect) {
        String target = absolute(effect.target(), surroundings);
        Knowledge knowledge = effect.path().knowledge();
        if (!target.startsWith("/") || knowledge == Knowledge.PREFIX || knowledge == Knowledge.UNKNOWN) {
            return Optional.empty();
        }
        Set<String> traits = effect.circumstances().traits();
        boolean filtered = traits.contains("filtered");
        int slash = target.lastIndexOf('/');
        String folder = slash == 0 ? "/" : target.substring(0, slash);
        String name = target.substring(slash + 1);
        if (knowledge == Knowledge.EXACT && !(filtered && Globs.isPattern(name))) {
            return Optional.of(List.of(target));
        }
        boolean deep = filtered ? traits.contains("recursive") : !isWrittenAsPattern(effect);
        return Globs.isPattern(folder) ? Optional.empty() : world.trees().matching(folder, name, deep, MOST_MATCHES);
    }

    /** A pattern that does not stand in the call is what a search finds, at any depth. */
    private boolean isWrittenAsPattern(Effect effect) {
        Span span = effect.circumstances().span();
        return span.end() <= call.length() && Globs.isPattern(call.substring(span.start(), span.end()));
    }
}
