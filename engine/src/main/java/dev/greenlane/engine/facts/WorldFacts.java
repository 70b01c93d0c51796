package dev.greenlane.engine.facts;

import dev.greenlane.engine.call.Surroundings;
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

    private final List<Effect> effects;
    private final FileLoss files;
    private final WorkLoss work;
    private final OwnThings own;
    private final Map<Effect, Loss> known = new LinkedHashMap<>();

    /**
     * @param call the call as text, in which the spans of its effects lie
     * @param effects all that the call does
     */
    public WorldFacts(
            World world, Surroundings surroundings, Provenance provenance, String call, List<Effect> effects) {
        this.effects = effects;
        Remains remains = new Remains(world, provenance, surroundings.workingDirectory(), FileLoss.targets(effects));
        this.files = new FileLoss(world, provenance, remains, call, effects);
        this.work = new WorkLoss(world, provenance, remains);
        this.own = new OwnThings(world, provenance);
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
