package dev.greenlane.engine.facts;

import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.provenance.Provenance;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts about the effects of one call, found by looking at the world and at what the session knows. One thread. */
public final class WorldFacts implements Facts {
    private static final Set<String> NOT_NOW = Set.of("if-run", "later");

    private final Scene scene;
    private final List<Effect> effects;
    private final Safekeeping safekeeping;
    private final FileLoss files;
    private final WorkLoss work;
    private final OwnThings own;
    private final Map<Effect, Loss> known = new LinkedHashMap<>();

    public WorldFacts(Scene scene, Safekeeping safekeeping) {
        World world = scene.world();
        Provenance provenance = scene.provenance();
        this.scene = scene;
        this.effects = scene.understanding().effects();
        this.safekeeping = safekeeping;
        Remains remains =
                new Remains(world, provenance, scene.surroundings().workingDirectory(), FileLoss.targets(scene));
        this.files = new FileLoss(scene, remains);
        this.work = new WorkLoss(world, provenance, remains);
        this.own = new OwnThings(scene);
    }

    @Override
    public Loss loss(Effect effect) {
        return known.computeIfAbsent(effect, this::look);
    }

    /** What was looked at and what was seen, in the order in which it was asked. */
    public Map<Effect, Loss> seen() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(known));
    }

    @Override
    public boolean undoable(Effect effect) {
        return loss(effect) instanceof Loss.Of && safekeeping.covers(effect, scene);
    }

    @Override
    public boolean own(Effect effect) {
        return isHereAndNow(effect) && own.is(effect);
    }

    private Loss look(Effect effect) {
        if (!isHereAndNow(effect)) {
            return new Loss.Unknown("it happens elsewhere or later");
        }
        return switch (effect) {
            case Effect.OnPath path when path.kind() == EffectKind.FILE_DELETE -> files.deleted(path);
            case Effect.OnPath path when path.kind() == EffectKind.FILE_WRITE -> files.written(path);
            case Effect.OnName name
            when name.kind() == EffectKind.VCS_LOCAL_LOSS -> Stirred.work(effects) ? Stirred.UNKNOWN : work.of(name);
            default -> Loss.NOT_LOOKED;
        };
    }

    private static boolean isHereAndNow(Effect effect) {
        return effect.circumstances().place() == Place.HERE
                && effect.circumstances().traits().stream().noneMatch(NOT_NOW::contains);
    }
}
