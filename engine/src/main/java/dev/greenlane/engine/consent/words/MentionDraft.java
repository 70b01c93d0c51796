package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Lexicon.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One mention while it is read: what its words have told so far. */
final class MentionDraft {

    private final Lexicon lexicon;
    final List<String> names = new ArrayList<>();
    final List<String> words = new ArrayList<>();
    final List<String> classes = new ArrayList<>();
    final Set<String> said = new LinkedHashSet<>();
    final Set<String> within = new LinkedHashSet<>();
    private final Set<String> owners = new LinkedHashSet<>();
    final Set<Place> places = new LinkedHashSet<>();
    private final Set<String> titles = new LinkedHashSet<>();
    final List<Comparison> compared = new ArrayList<>();
    /** Whether what is read now is what the thing lies in. */
    boolean behind;
    /** Whether a word for what it is was the last to be read, with {@code before} words and names before it. */
    private boolean called;

    private int before;
    boolean narrowed;
    boolean mine;
    boolean all;
    boolean pointing;
    boolean demonstrative;
    boolean pronoun;
    boolean plural;
    int count;

    MentionDraft(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Only a word right behind the word for what it is may be what it is called. */
    void next(Token token) {
        String word = token.lower();
        called &= token.isWord() && !lexicon.is(Sort.INSIDE, word) && (!lexicon.isNoise(word) || lexicon.isClass(word));
    }

    boolean isOfThings() {
        return !names.isEmpty() || !words.isEmpty() || !classes.isEmpty();
    }

    /** A word that is neither a name nor a small word. */
    void content(String word) {
        String plain = word.endsWith("'s") && !lexicon.isNoise(word) ? word.substring(0, word.length() - 2) : word;
        boolean title = called && words.size() + names.size() == before;
        if (lexicon.isClass(plain)) {
            said.add(plain);
            plural |= !Forms.singular(plain).equals(plain);
            classes.add(Forms.singular(plain));
            called = Forms.singular(plain).equals(plain);
            before = words.size() + names.size();
        } else if (lexicon.isMeasure(plain)) {
            if (title && lexicon.comparisons().extreme(plain).isEmpty() && !lexicon.is(Sort.COMPARING, plain)) {
                said.add(plain);
                titles.add(plain);
            }
            words.add(plain);
        } else if (!lexicon.isNoise(plain) && !Phrases.isUnspaced(plain)) {
            if (title && plain.equals(word)) {
                titles.add(plain);
            }
            said.add(plain);
            words.add(Forms.singular(plain));
            if (!plain.equals(word)) {
                owners.add(Forms.singular(plain));
            }
        }
    }

    /** Whether it says nothing but where something is: {@code in staging and prod} adds a place to what was mentioned. */
    boolean isPlaceAlone() {
        return isNothing() && !places.isEmpty();
    }

    /** Whether it is only a word for one thing of a sort. */
    boolean isSort() {
        return classes.size() == 1 && words.isEmpty() && names.isEmpty() && !plural && !pointing && !all && !mine;
    }

    private boolean isNothing() {
        return compared.isEmpty() && !isOfThings() && !all && !pointing && !mine && count == 0;
    }

    /** The mention; none where nothing was said. */
    Optional<Mention> mention() {
        if (isNothing() && places.isEmpty()) {
            return Optional.empty();
        }
        // "the cache container" is a container; cache tells which one.
        while (classes.size() > 1) {
            words.add(classes.remove(0));
        }
        boolean alone = classes.isEmpty() && (all || count > 0);
        boolean bare = words.isEmpty() && (alone || !all && (pointing || !classes.isEmpty()));
        boolean unnamed = names.stream().allMatch(name -> within.contains(name.toLowerCase(Locale.ROOT)));
        boolean points = pronoun || names.isEmpty() && bare || unnamed && demonstrative;
        boolean several = plural || all || count > 1;
        return Optional.of(new Mention(
                names, words, classes, said, within, owners, places, mine, all, several, count, points, narrowed,
                titles, compared));
    }
}
