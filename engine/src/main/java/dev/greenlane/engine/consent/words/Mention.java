package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Lexicon.Place;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thing, or one group of things, that a clause speaks of.
 *
 * @param names what stands there as a name: a branch, a path, an address, a number, a pattern
 * @param words other words that tell which one is meant, in lower case and in the singular
 * @param classes words for what sort of thing it is
 * @param said every word and name in it that is not a small word, in lower case, as written
 * @param within names and words, in lower case, of what it lies in or is part of: {@code logs from build1} has {@code build1}
 * @param owners those of the words that say whose it is: {@code Kim's branch} has {@code kim}
 * @param places where it is said to be
 * @param mine whether the speaker calls it their own
 * @param all whether all of them are meant
 * @param plural whether several are meant
 * @param count how many are meant; 0 where nobody said so
 * @param pointing whether it only points to something said before: {@code it}, {@code them}, {@code the branch}
 * @param narrowed whether a clause of its own tells which ones are meant: {@code those that haven't started}
 * @param titles those of the words that stand behind a word for what it is, as names do: {@code instance billing}
 * @param compared what it is compared with; the words of that are among the names and words, too
 */
public record Mention(
        List<String> names,
        List<String> words,
        List<String> classes,
        Set<String> said,
        Set<String> within,
        Set<String> owners,
        Set<Place> places,
        boolean mine,
        boolean all,
        boolean plural,
        int count,
        boolean pointing,
        boolean narrowed,
        Set<String> titles,
        List<Comparison> compared) {

    public Mention {
        names = List.copyOf(names);
        words = List.copyOf(words);
        classes = List.copyOf(classes);
        said = Set.copyOf(said);
        within = Set.copyOf(within);
        owners = Set.copyOf(owners);
        titles = Set.copyOf(titles);
        places = Set.copyOf(places);
        compared = List.copyOf(compared);
    }

    Mention in(Set<Place> others) {
        return new Mention(
                names, words, classes, said, within, owners, others, mine, all, plural, count, pointing, narrowed,
                titles, compared);
    }

    /** Without some of the names and words, and without what is compared; nothing is counted any more where they did. */
    public Mention without(Set<String> settled, boolean counted) {
        return new Mention(
                names.stream()
                        .filter(name -> !settled.contains(name.toLowerCase(Locale.ROOT)))
                        .toList(),
                words.stream().filter(word -> !settled.contains(word)).toList(),
                classes.stream().filter(word -> !settled.contains(word)).toList(),
                said.stream().filter(word -> !settled.contains(word)).collect(Collectors.toSet()),
                within.stream().filter(word -> !settled.contains(word)).collect(Collectors.toSet()),
                owners,
                places,
                mine,
                all,
                plural,
                counted ? 0 : count,
                pointing,
                false,
                titles.stream().filter(word -> !settled.contains(word)).collect(Collectors.toSet()),
                List.of());
    }

    /** Whether it tells anything about which object is meant. */
    public boolean tells() {
        return !names.isEmpty() || !words.isEmpty();
    }
}
