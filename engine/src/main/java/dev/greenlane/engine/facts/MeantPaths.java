package dev.greenlane.engine.facts;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.value.Globs;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The paths that the effects of one call mean: where an effect names a pattern, those that are there. What was looked for a moment
 * ago is not looked for again. Thread-safe, never throws.
 */
public final class MeantPaths {
    private static final long MOMENT_NANOS = 200_000_000;
    private static final int MOST_MATCHES = 2_000;
    private static final int MOST_FOLDERS = 200;
    private static final String ANY_DEPTH = "**";

    private final World world;
    private final Surroundings surroundings;
    private final String call;
    private final Map<Effect.OnPath, Found> found = new ConcurrentHashMap<>();

    private record Found(Optional<List<String>> paths, long at) {}

    /** @param call the call as text, in which the spans of its effects lie */
    public MeantPaths(World world, Surroundings surroundings, String call) {
        this.world = world;
        this.surroundings = surroundings;
        this.call = call;
    }

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
        if (Globs.isPattern(folder) && deep) {
            return Optional.empty();
        }
        Found known = found.get(effect);
        if (known == null || System.nanoTime() - known.at() > MOMENT_NANOS) {
            known = new Found(
                    Globs.isPattern(folder)
                            ? matching(target)
                            : world.trees().matching(folder, name, deep, MOST_MATCHES),
                    System.nanoTime());
            found.put(effect, known);
        }
        return known.paths();
    }

    /** What a pattern with several parts matches, folder by folder; some shells take a part of two stars for any depth. */
    private Optional<List<String>> matching(String pattern) {
        List<String> all = List.of("");
        for (String part : pattern.substring(1).split("/")) {
            Optional<List<String>> next = part.equals(ANY_DEPTH) ? Optional.empty() : matching(all, part);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            all = next.get();
        }
        return Optional.of(all);
    }

    private Optional<List<String>> matching(List<String> folders, String part) {
        if (!Globs.isPattern(part)) {
            return Optional.of(folders.stream()
                    .map(folder -> folder + "/" + part)
                    .filter(path -> world.files().kind(path) != Files.Kind.MISSING)
                    .toList());
        }
        List<String> all = new ArrayList<>();
        for (String folder : folders) {
            Optional<List<String>> here = folders.size() > MOST_FOLDERS
                    ? Optional.empty()
                    : world.trees().matching(folder.isEmpty() ? "/" : folder, part, false, MOST_MATCHES);
            if (here.isEmpty() || all.size() + here.get().size() > MOST_MATCHES) {
                return Optional.empty();
            }
            all.addAll(here.get());
        }
        return Optional.of(all);
    }

    /** A pattern that does not stand in the call is what a search finds, at any depth. */
    private boolean isWrittenAsPattern(Effect effect) {
        Span span = effect.circumstances().span();
        return span.end() <= call.length() && Globs.isPattern(call.substring(span.start(), span.end()));
    }
}
