package dev.greenlane.engine.facts;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.look.Trees;
import java.util.List;

/**
 * Whether the call itself changes what facts about it speak of before they matter: facts are of the world before the call. What a call
 * makes anew is no loss; what it brings along from elsewhere is.
 */
final class Stirred {

    static final Loss UNKNOWN = new Loss.Unknown("the call itself moves things there first");

    private Stirred() {}

    /** Whether the call moves something to a place at or below {@code path}. */
    static boolean at(String path, List<Effect> effects, Surroundings surroundings) {
        return moves(effects)
                && effects.stream()
                        .filter(effect -> effect.kind() == EffectKind.FILE_WRITE)
                        .map(effect -> MeantPaths.absolute(effect.target(), surroundings))
                        .anyMatch(target -> Trees.isAtOrBelow(target, path) || !target.startsWith("/"));
    }

    /** Whether the call moves something, or sets work aside before it throws some away. */
    static boolean work(List<Effect> effects) {
        return moves(effects) || effects.stream().anyMatch(effect -> effect.kind() == EffectKind.VCS_LOCAL_CHANGE);
    }

    private static boolean moves(List<Effect> effects) {
        return effects.stream()
                .anyMatch(effect -> effect.kind() == EffectKind.FILE_DELETE
                        && effect.circumstances().traits().contains("move"));
    }
}
