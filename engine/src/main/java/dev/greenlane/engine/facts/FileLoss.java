package dev.greenlane.engine.facts;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.Trees;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.provenance.Provenance;
import dev.greenlane.engine.value.Globs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is lost with files that are deleted or overwritten. */
final class FileLoss {
    private static final int MOST_TARGETS = 200;
    private static final Loss NOWHERE = new Loss.Unknown("it is not known which files these are");
    private static final Loss NOT_THERE = new Loss.Nothing("nothing is there");
    private static final Loss MADE = new Loss.Nothing("this session made it");

    private final World world;
    private final Provenance provenance;
    private final Remains remains;
    private final Surroundings surroundings;
    private final MeantPaths meant;
    private final List<Effect> effects;

    FileLoss(Scene scene, Remains remains) {
        this.world = scene.world();
        this.provenance = scene.provenance();
        this.remains = remains;
        this.surroundings = scene.surroundings();
        this.meant = scene.meant();
        this.effects = scene.understanding().effects();
    }

    /** The single files and folders that these effects delete or write. */
    static List<String> targets(Scene scene) {
        return scene.understanding().effects().stream()
                .filter(effect -> effect.kind() == EffectKind.FILE_DELETE || effect.kind() == EffectKind.FILE_WRITE)
                .filter(effect ->
                        effect instanceof Effect.OnPath path && path.path().knowledge() == Knowledge.EXACT)
                .map(effect -> MeantPaths.absolute(effect.target(), scene.surroundings()))
                .filter(path -> path.startsWith("/") && !Globs.isPattern(path))
                .distinct()
                .limit(MOST_TARGETS)
                .toList();
    }

    Loss deleted(Effect.OnPath effect) {
        if (effect.circumstances().traits().contains("move")) {
            return new Loss.Nothing("it is moved");
        }
        Optional<List<String>> paths = paths(effect);
        if (paths.isEmpty()) {
            return NOWHERE;
        }
        if (paths.get().stream().anyMatch(path -> Stirred.at(path, effects, surroundings))) {
            return Stirred.UNKNOWN;
        }
        Loss nothing = NOT_THERE;
        for (String path : paths.get()) {
            Loss loss = deleted(path);
            if (!(loss instanceof Loss.Nothing)) {
                return paths.get().size() == 1 ? loss : together(paths.get());
            }
            nothing = loss;
        }
        return nothing;
    }

    private Loss deleted(String path) {
        if (provenance.made(path)) {
            return MADE;
        }
        Optional<Trees.Extent> extent = world.trees().below(path, Remains.MOST_ENTRIES);
        if (extent.isEmpty()) {
            return world.files().kind(path) == Files.Kind.MISSING ? NOT_THERE : NOWHERE;
        }
        if (extent.get().complete() && extent.get().files() == 0) {
            return new Loss.Nothing("nothing is in it");
        }
        for (String nested : extent.get().repositories()) {
            Loss loss = remains.ofRepository(nested);
            if (!(loss instanceof Loss.Nothing)) {
                return loss;
            }
        }
        if (extent.get().repositories().contains(path)) {
            return new Loss.Nothing("all of it is on a remote");
        }
        return together(List.of(path));
    }

    private Loss together(List<String> paths) {
        Optional<Repository> repository = world.repositories().holding(paths.get(0));
        return repository.isEmpty()
                ? remains.ofUncommitted(paths)
                : remains.ofCommitted(repository.get(), paths, true, any -> true);
    }

    /** What was in a file that gets a new content. Who has read it or made it, and writes it, edits it. */
    Loss written(Effect.OnPath effect) {
        Set<String> traits = effect.circumstances().traits();
        if (!traits.contains("overwrite") || traits.contains("append")) {
            return new Loss.Nothing("what is there stays, or is changed");
        }
        String path = MeantPaths.absolute(effect.target(), surroundings);
        if (effect.path().knowledge() != Knowledge.EXACT || !path.startsWith("/")) {
            return NOWHERE;
        }
        Files.Kind kind = world.files().kind(path);
        if (kind != Files.Kind.FILE) {
            return kind == Files.Kind.UNKNOWN ? NOWHERE : NOT_THERE;
        }
        if (provenance.made(path) || provenance.changed(path) || provenance.hasRead(path)) {
            return MADE;
        }
        if (Stirred.at(path, effects, surroundings) && isMovedAway(path)) {
            return new Loss.Nothing("it is moved away first");
        }
        Optional<Trees.Extent> extent = world.trees().below(path, 1);
        if (extent.isPresent() && extent.get().bytes() == 0) {
            return new Loss.Nothing("nothing is in it");
        }
        return together(List.of(path));
    }

    private boolean isMovedAway(String path) {
        return effects.stream()
                .anyMatch(effect -> effect instanceof Effect.OnPath other
                        && MeantPaths.absolute(other.target(), surroundings).equals(path)
                        && other.circumstances().traits().contains("move"));
    }

    /** The paths that an effect means; empty where nobody can tell, as of those that are chosen in a folder. */
    private Optional<List<String>> paths(Effect.OnPath effect) {
        String target = MeantPaths.absolute(effect.target(), surroundings);
        boolean chosen = effect.circumstances().traits().contains("filtered")
                && target.startsWith("/")
                && world.files().kind(target) == Files.Kind.FOLDER;
        return chosen ? Optional.empty() : meant.of(effect);
    }
}
