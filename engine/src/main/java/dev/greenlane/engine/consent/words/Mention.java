package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Lexicon.Place;
import java.util.List;
import java.util.Set;

/**
 * One thing, or one group of things, that a clause speaks of.
 *
 * @param names what stands there as a name: a branch, a path, an address, a number, a pattern
 * @param words other words that tell which one is meant, in lower case and in the singular
 * @param classes words for what sort of thing it is
 * @param said every word and name in it that is not a small word, in lower case, as written
 * @param places where it is said to be
 * @param mine whether the speaker calls it their own
 * @param all whether all of them are meant
 * @param pointing whether it only points to something said before: {@code it}, {@code them}, {@code the branch}
 */
public record Mention(
        List<String> names,
        List<String> words,
        List<String> classes,
        Set<String> said,
        Set<Place> places,
        boolean mine,
        boolean all,
        boolean pointing) {

    public Mention {
        names = List.copyOf(names);
        words = List.copyOf(words);
        classes = List.copyOf(classes);
        said = Set.copyOf(said);
        places = Set.copyOf(places);
    }

    Mention in(Set<Place> others) {
        return new Mention(names, words, classes, said, others, mine, all, pointing);
    }

    /** Whether it tells anything about which object is meant. */
    public boolean tells() {
        return !names.isEmpty() || !words.isEmpty();
    }
}
