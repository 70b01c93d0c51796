package dev.greenlane.engine.provenance;

import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.understand.Understanding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The effects of a call, those of each command together. */
final class Commands {

    private static final int MOST_INVOCATIONS = 64;

    private Commands() {}

    /** In the order in which the effects were found; all together where there are too many commands. */
    static List<List<Effect>> of(Understanding call) {
        List<Effect> effects = call.effects();
        if (call.invocations().size() > MOST_INVOCATIONS) {
            return List.of(effects);
        }
        Map<Effect, Invocation> innermost = new HashMap<>();
        for (Invocation each : call.invocations()) {
            each.effects().forEach(effect -> innermost.put(effect, each));
        }
        List<List<Effect>> commands = new ArrayList<>();
        Map<Invocation, List<Effect>> byInvocation = new IdentityHashMap<>();
        List<Effect> others = new ArrayList<>();
        commands.add(others);
        for (Effect effect : effects) {
            Invocation by = innermost.get(effect);
            if (by == null) {
                others.add(effect);
            } else {
                byInvocation
                        .computeIfAbsent(by, key -> {
                            List<Effect> own = new ArrayList<>();
                            commands.add(own);
                            return own;
                        })
                        .add(effect);
            }
        }
        commands.removeIf(List::isEmpty);
        return commands;
    }
}
