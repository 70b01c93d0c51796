package dev.greenlane.engine.provenance;

import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.understand.trail.Content;
import dev.greenlane.engine.understand.trail.Trail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The paths that effects speak of. */
final class Targets {

    private static final String OPEN = "*?[{$";

    private Targets() {}

    static boolean isWritten(Effect effect) {
        return effect.kind() == EffectKind.FILE_WRITE && isHere(effect);
    }

    static boolean isHere(Effect effect) {
        return effect.circumstances().place() == Place.HERE;
    }

    /** The path of an effect on a file, where all of it is known. */
    static Optional<String> exact(Effect effect, Optional<String> home) {
        return effect instanceof Effect.OnPath onPath
                        && onPath.path().knowledge() == Knowledge.EXACT
                        && onPath.path().scope() != Scope.STREAM
                ? Optional.of(absolute(onPath.path().text(), home))
                : Optional.empty();
    }

    /** The path of an effect on files, or the folder in which its pattern chooses them; empty where that is not known. */
    static Optional<String> exactOrAround(Effect effect, Optional<String> home) {
        if (!(effect instanceof Effect.OnPath onPath) || onPath.path().scope() == Scope.STREAM) {
            return Optional.empty();
        }
        PathTarget path = onPath.path();
        return switch (path.knowledge()) {
            case EXACT -> Optional.of(absolute(path.text(), home));
            case PATTERN, PREFIX ->
                Optional.of(absolute(known(path.text()), home)).filter(text -> !text.isEmpty());
            case UNKNOWN -> Optional.empty();
        };
    }

    /** What a call puts into files, by their paths. */
    static Map<String, Content> put(Understanding call, Trail earlier, Optional<String> home) {
        Map<String, Content> after = call.trail().files();
        if (after.equals(earlier.files())) {
            return Map.of();
        }
        Map<String, Content> put = new LinkedHashMap<>();
        after.forEach((path, content) -> {
            if (content.call() >= earlier.calls()) {
                put.put(absolute(path, home), content);
            }
        });
        return put;
    }

    static boolean isFetched(Content content) {
        return content.labels().contains(DataLabel.FETCHED);
    }

    static String absolute(String path, Optional<String> home) {
        if (home.isEmpty() || !path.startsWith("~")) {
            return path;
        }
        return path.equals("~") ? home.get() : path.startsWith("~/") ? home.get() + path.substring(1) : path;
    }

    /** The folders at the front of a path that stand before the first part that is not known. */
    private static String known(String path) {
        int open = 0;
        while (open < path.length() && OPEN.indexOf(path.charAt(open)) < 0) {
            open++;
        }
        int slash = path.lastIndexOf('/', open);
        return slash <= 0 ? "" : path.substring(0, slash);
    }
}
