package dev.greenlane.engine.consent.grant;

import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Reversibility;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One effect of one call, as far as it tells whether two of them are the same deed. Holds no secrets. Immutable.
 *
 * @param target what it is done to
 * @param carries what kinds of data it moves
 * @param source where that data comes from
 * @param where a digest of what says where the target is, or what exactly is done to it, where kind and target do not say all:
 *     the words of the command, or the whole call; empty where they do
 */
public record Act(
        EffectKind kind,
        String target,
        Place place,
        Reversibility reversibility,
        Set<String> traits,
        Set<DataLabel> carries,
        Optional<String> source,
        Optional<String> where) {

    /** Says of deletions only that nobody is asked. */
    private static final String FORCE = "force";

    private static final String RECURSIVE = "recursive";

    public Act {
        traits = Set.copyOf(traits);
        carries = Set.copyOf(carries);
    }

    /** Whether {@code other} is this deed or a part of it, and nothing more. */
    public boolean covers(Act other) {
        return kind == other.kind
                && place == other.place
                && where.equals(other.where)
                && other.reversibility.compareTo(reversibility) <= 0
                && carries.containsAll(other.carries)
                && (other.carries.isEmpty() || source.equals(other.source))
                && (target.equals(other.target) && telling().equals(other.telling()) || contains(other));
    }

    /** Whether the other deletes a part of the tree that this deletes. */
    private boolean contains(Act other) {
        if (kind != EffectKind.FILE_DELETE
                || where.isPresent()
                || !telling().equals(Set.of(RECURSIVE))
                || !other.target.startsWith(target + "/")
                || other.target.contains("/../")
                || other.target.endsWith("/..")) {
            return false;
        }
        Set<String> more = new TreeSet<>(other.telling());
        more.remove(RECURSIVE);
        return more.isEmpty();
    }

    private Set<String> telling() {
        if (kind != EffectKind.FILE_DELETE || !traits.contains(FORCE)) {
            return traits;
        }
        Set<String> telling = new TreeSet<>(traits);
        telling.remove(FORCE);
        return telling;
    }
}
