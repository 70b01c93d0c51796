package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.listing.Thing;
import java.util.LinkedHashSet;
import java.util.Set;

/** What else a call is about, or was listed beside an object, held against what was said. */
final class Beside {

    private final Held held;
    private final Mention mention;
    private final Deed deed;
    private final Item item;

    Beside(Held held) {
        this.held = held;
        this.mention = held.mention();
        this.deed = held.deed();
        this.item = held.item();
    }

    /** Whether the name of something else was said that the call is about. */
    boolean namesAnother() {
        if (deed.tool()) {
            // Its arguments are of different sorts: whom to invite, and where to.
            return false;
        }
        Set<String> targets = others();
        return mention.names().stream()
                .filter(name -> !Patterns.isPattern(name) && !name.matches("\\d+"))
                .filter(name -> !held.isWithin(name))
                .map(Names::normal)
                .anyMatch(name -> targets.stream()
                        .map(Names::normal)
                        .anyMatch(other -> !Names.normal(item.text()).contains(name)
                                && (other.equals(name) || Names.last(other).equals(name))));
    }

    /** Whether something else was listed that the words fit as well. */
    boolean hasRival() {
        return deed.scene().things().all().stream()
                .filter(other -> item.listed().filter(other::equals).isEmpty())
                .anyMatch(other -> mention.words().stream().allMatch(word -> Pieces.has(other.pieces(), word)));
    }

    /** Whether a word is of another object of the call. */
    boolean isOfAnother(String word) {
        return (!deed.tool() || word.contains("-"))
                && !deed.scene().programs().contains(word)
                && others().stream()
                        .anyMatch(other -> Thing.pieces(Names.last(other)).containsAll(Thing.pieces(word)));
    }

    boolean isOnlyOfAnother(String word) {
        return isOfAnother(word) && !held.isOwn(held.own(), word);
    }

    /** Whether a word is of something else that was listed, and not of the object: {@code the csv files}. */
    boolean isOnlyOfListed(String word) {
        return item.listed().isPresent()
                && !Pieces.has(held.own(), word)
                && deed.scene().things().listedWith(item.listed().get()).stream()
                        .anyMatch(other -> Pieces.has(other.pieces(), word));
    }

    /** Whether a word is of any other thing that was listed. */
    boolean isListed(String word) {
        return deed.scene().things().all().stream()
                .anyMatch(
                        other -> other.pieces().contains(word) || other.pieces().contains(word + "s"));
    }

    /** What else the call is about. */
    private Set<String> others() {
        Set<String> targets = new LinkedHashSet<>();
        deed.items().forEach(other -> targets.add(other.text()));
        boolean data = deed.families().contains("data") && deed.families().size() == 1;
        deed.scene().targets().forEach((kind, all) -> {
            if (!data || kind != EffectKind.FILE_READ) {
                targets.addAll(all);
            }
        });
        targets.removeAll(item.names());
        targets.removeIf(target -> target.contains(item.text()));
        return targets;
    }
}
