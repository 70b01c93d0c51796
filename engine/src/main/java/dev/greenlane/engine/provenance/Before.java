package dev.greenlane.engine.provenance;

import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.Files.Kind;
import dev.greenlane.engine.look.Trees;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.understand.trail.Trail;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stood at the paths that a call would write to, before it ran. Immutable.
 *
 * @param stood by path; a path that is not named was not looked at
 * @param foreign paths that the session had written to, and that somebody else has changed since
 */
public record Before(Map<String, Stood> stood, Set<String> foreign) {

    static final int MOST_PATHS = 64;
    static final int LARGEST_CONTENT = 256 * 1024;
    private static final int MOST_FOLDERS_UP = 16;
    private static final int MOST_STAMPS = 256;

    /** Nobody looked. */
    public static final Before UNSEEN = new Before(Map.of(), Set.of());

    /**
     * What stood at a path.
     *
     * @param top the highest folder on the way that was missing, too; the path itself where none was
     * @param content what was in the file, named as git names it; empty where nobody looked
     */
    record Stood(Kind kind, String top, Optional<String> content) {}

    public Before {
        stood = Map.copyOf(stood);
        foreign = Set.copyOf(foreign);
    }

    /**
     * Looks at what a call would write to; at nothing for a call that writes to no file.
     *
     * @param works the works of the calls before it
     * @param earlier what these have left in files
     */
    public static Before look(Understanding call, Works works, Trail earlier, Optional<String> home, Files files) {
        if (files.equals(Files.NONE)) {
            return UNSEEN;
        }
        Set<String> paths = new LinkedHashSet<>();
        call.effects().stream()
                .filter(Targets::isWritten)
                .flatMap(effect -> Targets.exact(effect, home).stream())
                .forEach(paths::add);
        paths.addAll(Targets.put(call, earlier, home).keySet());
        if (paths.isEmpty()) {
            return UNSEEN;
        }
        Map<String, Stood> stood = new LinkedHashMap<>();
        paths.stream()
                .filter(path -> path.startsWith("/"))
                .limit(MOST_PATHS)
                .forEach(path -> stood.put(path, at(path, files)));
        intoFolders(call, home, stood, files);
        return new Before(stood, foreign(call, works, home, files));
    }

    /** What is copied or moved to a folder arrives in it under its own name. */
    private static void intoFolders(Understanding call, Optional<String> home, Map<String, Stood> stood, Files files) {
        List<String> folders = stood.keySet().stream()
                .filter(path -> kind(stood, path) == Kind.FOLDER)
                .toList();
        if (folders.isEmpty()) {
            return;
        }
        List<String> sources = call.effects().stream()
                .filter(effect -> effect.kind() == EffectKind.FILE_READ || effect.kind() == EffectKind.FILE_DELETE)
                .flatMap(effect -> Targets.exact(effect, home).stream())
                .toList();
        folders.stream()
                .flatMap(folder -> sources.stream().map(source -> inside(folder, source)))
                .filter(path -> !stood.containsKey(path))
                .distinct()
                .limit(MOST_PATHS)
                .forEach(path -> stood.put(path, at(path, files)));
    }

    /** Where a file comes to lie in a folder. */
    static String inside(String folder, String source) {
        return folder + source.substring(Math.max(0, source.lastIndexOf('/')));
    }

    private static Set<String> foreign(Understanding call, Works works, Optional<String> home, Files files) {
        List<String> around = call.effects().stream()
                .filter(Targets::isWritten)
                .flatMap(effect -> Targets.exactOrAround(effect, home).stream())
                .distinct()
                .toList();
        Map<String, Optional<String>> stamps = new LinkedHashMap<>();
        works.made().byPath().forEach((path, made) -> stamps.put(path, made.stamp()));
        works.changed().byPath().forEach((path, changed) -> stamps.put(path, changed.stamp()));
        return stamps.entrySet().stream()
                .filter(known -> known.getValue().isPresent()
                        && around.stream().anyMatch(path -> Trees.isAtOrBelow(known.getKey(), path)))
                .limit(MOST_STAMPS)
                .filter(known -> !known.getValue().equals(files.stamp(known.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Stood at(String path, Files files) {
        Kind kind = files.kind(path);
        return switch (kind) {
            case MISSING -> new Stood(kind, highestMissing(path, files), Optional.empty());
            case FILE -> new Stood(kind, path, files.text(path, LARGEST_CONTENT).map(GitNames::ofFile));
            case FOLDER, OTHER, UNKNOWN -> new Stood(kind, path, Optional.empty());
        };
    }

    private static String highestMissing(String path, Files files) {
        String top = path;
        for (int up = 0; up < MOST_FOLDERS_UP; up++) {
            int slash = top.lastIndexOf('/');
            if (slash <= 0 || files.kind(top.substring(0, slash)) != Kind.MISSING) {
                return top;
            }
            top = top.substring(0, slash);
        }
        return path;
    }

    /** The paths at which nothing stood, each with the highest folder on the way that was missing, too; to be recorded. */
    public Map<String, String> absent() {
        Map<String, String> absent = new LinkedHashMap<>();
        stood.forEach((path, at) -> {
            if (at.kind() == Kind.MISSING) {
                absent.put(path, at.top());
            }
        });
        return absent;
    }

    /** What was recorded of paths at which nothing stood. */
    public static Before of(Map<String, String> absent) {
        Map<String, Stood> stood = new LinkedHashMap<>();
        absent.forEach((path, top) -> stood.put(path, new Stood(Kind.MISSING, top, Optional.empty())));
        return new Before(stood, Set.of());
    }

    Kind kind(String path) {
        return kind(stood, path);
    }

    private static Kind kind(Map<String, Stood> stood, String path) {
        Stood at = stood.get(path);
        return at == null ? Kind.UNKNOWN : at.kind();
    }
}
