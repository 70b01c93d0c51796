package dev.greenlane.service.keep;

import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.facts.MeantPaths;
import dev.greenlane.engine.facts.Scene;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.Repository.Difference;
import dev.greenlane.engine.look.World;
import dev.greenlane.store.snapshot.Threat;
import dev.greenlane.store.snapshot.Threat.How;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells from the effects of a call which paths it could lose or change. Used once, by one thread. */
final class Threats {
    private static final int MOST_NAMES = 2_000;

    private final Scene scene;
    private final World world;
    private final MeantPaths meant;
    private final Map<Effect, List<Threat>> byEffect = new LinkedHashMap<>();
    private final Set<Effect> unclear = new HashSet<>();
    private final List<Threat> vital = new ArrayList<>();
    private final List<List<Threat>> more = new ArrayList<>();

    private Threats(Scene scene) {
        this.scene = scene;
        this.world = scene.world();
        this.meant = scene.meant();
    }

    /** What a call threatens. */
    static Threats of(Scene scene) {
        Threats threats = new Threats(scene);
        scene.understanding().effects().forEach(threats::add);
        return threats;
    }

    /** What an effect threatens; none where nothing is, or nobody can tell. */
    List<Threat> of(Effect effect) {
        return unclear.contains(effect) ? List.of() : byEffect.getOrDefault(effect, List.of());
    }

    /** What may be lost for good. */
    List<Threat> vital() {
        return vital;
    }

    /** What is moved, appended to, made again or lies in a temporary folder: kept for the undo where that costs little. */
    List<List<Threat>> more() {
        return more;
    }

    private void add(Effect effect) {
        if (effect.circumstances().place() != Place.HERE) {
            return;
        }
        switch (effect) {
            case Effect.OnPath path
            when path.path().scope() != Scope.STREAM && path.path().scope() != Scope.DEVICE -> onPath(path);
            case Effect.OnName name when name.kind() == EffectKind.VCS_LOCAL_LOSS -> put(name, work(name), false);
            default -> {}
        }
    }

    private void onPath(Effect.OnPath effect) {
        Set<String> traits = effect.circumstances().traits();
        switch (effect.kind()) {
            case FILE_DELETE -> {
                boolean goes = !traits.contains("move") && !traits.contains("filtered");
                List<Threat> threats = threats(effect, goes ? How.DELETED : How.CHANGED);
                put(effect, threats, traits.contains("move") || isCheap(effect));
            }
            case FILE_WRITE -> written(effect, traits);
            case FILE_PERMISSION -> put(effect, threats(effect, How.MARKED), true);
            default -> {}
        }
    }

    private static boolean isCheap(Effect.OnPath effect) {
        Scope scope = effect.path().scope();
        return scope == Scope.TEMP
                || scope == Scope.TEMP_ROOT
                || effect.path().classes().contains("regenerable");
    }

    private void put(Effect effect, List<Threat> threats, boolean cheap) {
        byEffect.computeIfAbsent(effect, each -> new ArrayList<>()).addAll(threats);
        if (cheap && !threats.isEmpty()) {
            more.add(threats);
        } else {
            vital.addAll(threats);
        }
    }

    private void written(Effect.OnPath effect, Set<String> traits) {
        for (Threat threat : threats(effect, How.CHANGED)) {
            boolean folder = world.files().kind(threat.path().toString()) == Files.Kind.FOLDER;
            if (!folder) {
                put(effect, List.of(threat), traits.contains("append") || isCheap(effect));
            } else if (!traits.contains("create")) {
                List<Threat> inside = inside(effect, threat.path());
                put(effect, inside.isEmpty() ? List.of(threat) : inside, inside.isEmpty() || isCheap(effect));
            }
        }
    }

    /** What is copied or moved into a folder keeps its name there; where its contents are copied, each of them does. */
    private List<Threat> inside(Effect.OnPath effect, Path folder) {
        return scene.understanding().invocations().stream()
                .filter(invocation -> invocation.effects().contains(effect))
                .map(Invocation::effects)
                .flatMap(List::stream)
                .filter(other -> other.kind() == EffectKind.FILE_READ || other.kind() == EffectKind.FILE_DELETE)
                .filter(Effect.OnPath.class::isInstance)
                .flatMap(other -> copied((Effect.OnPath) other).stream())
                .map(Path::getFileName)
                .distinct()
                .map(name -> new Threat(folder.resolve(name), How.CHANGED))
                .toList();
    }

    private List<Path> copied(Effect.OnPath effect) {
        if (!effect.circumstances().traits().contains("contents")) {
            return paths(effect);
        }
        return paths(effect).stream()
                .flatMap(folder -> Stream.of("*", ".*")
                        .flatMap(
                                names -> world
                                        .trees()
                                        .matching(folder.toString(), names, false, MOST_NAMES)
                                        .orElse(List.of())
                                        .stream()))
                .flatMap(each -> path(each).stream())
                .toList();
    }

    private List<Threat> threats(Effect.OnPath effect, How how) {
        return paths(effect).stream().map(path -> new Threat(path, how)).toList();
    }

    /** The paths that an effect means, as far as that can be told. */
    private List<Path> paths(Effect.OnPath effect) {
        return meant.of(effect).orElse(List.of()).stream()
                .flatMap(each -> path(each).stream())
                .toList();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text).normalize()).filter(path -> path.getFileName() != null);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What git has in no commit, and what it knows of branches, stashes and the index. */
    private List<Threat> work(Effect.OnName effect) {
        Optional<Repository> found = effect.circumstances().folder().flatMap(world.repositories()::holding);
        if (found.isEmpty()) {
            return List.of();
        }
        Repository repository = found.get();
        Set<String> traits = effect.circumstances().traits();
        List<Threat> threats = new ArrayList<>();
        for (Difference difference :
                told(effect, repository.differences(List.of(repository.root()), traits.contains("loses-ignored")))) {
            how(difference, traits)
                    .flatMap(how -> path(difference.path()).map(path -> new Threat(path, how)))
                    .ifPresent(threats::add);
        }
        List<String> changed =
                traits.contains("loses-head") ? told(effect, repository.changedTo(effect.target())) : List.of();
        for (String each : changed) {
            path(each).ifPresent(path -> threats.add(new Threat(path, How.CHANGED)));
        }
        for (String record : repository.records()) {
            path(record).ifPresent(path -> threats.add(new Threat(path, How.CHANGED)));
        }
        return threats;
    }

    /** What git says; where it does not, nobody can tell what the effect threatens. */
    private <T> List<T> told(Effect effect, Optional<List<T>> said) {
        if (said.isEmpty()) {
            unclear.add(effect);
        }
        return said.orElse(List.of());
    }

    private static Optional<How> how(Difference difference, Set<String> traits) {
        return switch (difference.state()) {
            case MODIFIED, ADDED, DELETED -> Optional.of(How.CHANGED);
            case UNTRACKED -> Optional.of(How.DELETED).filter(how -> traits.contains("loses-untracked"));
            case IGNORED -> Optional.of(How.DELETED).filter(how -> traits.contains("loses-ignored"));
            case NESTED ->
                Optional.of(How.DELETED).filter(how -> traits.contains("loses-untracked") && traits.contains("force"));
        };
    }
}
