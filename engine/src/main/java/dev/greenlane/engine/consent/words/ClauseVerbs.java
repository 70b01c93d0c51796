package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Forms.Form;
import dev.greenlane.engine.consent.words.Verbs.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Takes the words of a clause that say what is to be done: verbs, nouns for deeds, states that are wanted. */
final class ClauseVerbs {

    private static final Set<String> MOVING = Set.of("fetch", "install", "upload", "move", "push", "copy", "change");

    private static final int REACH = 4;
    private static final int FARTHEST = 9;
    /** Of a word that begins the clause: {@code nothing below the old folder may be deleted}. */
    private static final int FAR_REACH = 10;

    private final Row row;
    private final Lexicon lexicon;
    private final Heard heard;
    private final VerbPlace place;

    ClauseVerbs(Row row, Heard heard, VerbPlace place) {
        this.row = row;
        this.lexicon = row.lexicon();
        this.heard = heard;
        this.place = place;
    }

    /** Takes the words that begin here and say what is to be done; returns how many there are behind the first. */
    int take(int at) {
        Optional<Verbs.At> found = row.verb(at).filter(verb -> !isCalledSo(verb, at));
        if (found.isPresent() && counts(found.get().meaning(), at)) {
            // {@code print} is itself a look, {@code show what it would remove} is only one.
            heard.operations(found.get().meaning().operations(), at);
            int tail = found.get().tail();
            for (int each = tail; each < tail + found.get().tailLength(); each++) {
                if (lexicon.place(row.tokens(), each).isEmpty()) {
                    heard.take(each, 1);
                }
            }
            return heard.take(at, found.get().length());
        }
        String word = row.word(at);
        if (isResult(at)) {
            heard.operations(lexicon.result(word), at);
            return heard.take(at, 1);
        }
        if (row.token(at).isWord() && isPerformed(at)) {
            heard.operations(lexicon.act(word), at);
            return heard.take(at, 1);
        }
        if (found.isEmpty() && row.token(at).isWord() && place.begins(at) && hasObject(at + 1) && !isCue(at)) {
            Set<String> meant = direction(at);
            if (meant.isEmpty()) {
                meant = lexicon.misspelled(word);
            }
            if (!meant.isEmpty()) {
                heard.operations(meant, at);
                return heard.take(at, 1);
            }
        }
        return 0;
    }

    /** {@code get 2.4.1 onto production}: what is brought where others use it is deployed. */
    void deployed() {
        boolean moves = heard.operations.stream().anyMatch(MOVING::contains);
        if (moves && IntStream.range(1, row.size()).anyMatch(this::isTowardsPlace)) {
            heard.operations.add("deploy");
        }
    }

    private boolean isTowardsPlace(int at) {
        return row.is(at - 1, Sort.TOWARDS)
                && lexicon.place(row.tokens(), at)
                        .filter(place -> place.meaning().dimension().equals("environment"))
                        .filter(place ->
                                row.ends(at + place.length()) || lexicon.isNoise(row.word(at + place.length())))
                        .isPresent();
    }

    /** {@code roll the lambda resize back}: behind the word for what it is stands what it is called. */
    private boolean isCalledSo(Verbs.At verb, int at) {
        return at > 1
                && verb.length() == 1
                && verb.meaning().form() == Form.BASE
                && !heard.operations.isEmpty()
                && !heard.prohibits
                && lexicon.isClass(row.word(at - 1))
                && Forms.singular(row.word(at - 1)).equals(row.word(at - 1))
                && row.is(at - 2, Sort.BEFORE_NOUNS)
                && !row.is(at + 1, Sort.OBJECTS);
    }

    /** Whether a word for a state stands where that state is wanted: {@code I want it gone}, {@code it should be off}. */
    private boolean isResult(int at) {
        boolean wanted = !lexicon.result(row.word(at)).isEmpty() && place.isWanted(at) && !place.isNoun(at);
        if (!wanted) {
            return false;
        }
        int next = at + 1;
        boolean loose = row.is(at, Sort.PARTICLES) && !row.is(at, Sort.LEAVING);
        boolean ends = row.ends(next)
                || (loose
                        ? row.is(next, Sort.RESULT_ENDS)
                        : lexicon.isNoise(row.word(next)) || row.is(next, Sort.INSIDE));
        return ends && !row.word(at - 1).equals("to") && !heard.used.contains(at);
    }

    /** What a verb that nobody knows comes to, by where it takes its object: {@code choke it off}. */
    private Set<String> direction(int at) {
        boolean listed = at > 0 && row.isMark(at - 1) && !heard.operations.isEmpty();
        if (listed || row.is(at, Sort.UNDIRECTED) || lexicon.isNoise(row.word(at)) || lexicon.isClass(row.word(at))) {
            return Set.of();
        }
        for (int next = at + 1; next < Math.min(row.size(), at + FARTHEST) && !row.isMark(next); next++) {
            if (row.is(next, Sort.BEING_NOW)
                    || row.is(next, Sort.MODALS)
                    || row.verb(next).isPresent()) {
                return Set.of();
            }
            if (row.is(next, Sort.DIRECTIONS) && (isEnd(next + 1) || next == at + 1)) {
                return lexicon.result(row.word(next));
            }
        }
        return Set.of();
    }

    private boolean isEnd(int at) {
        return row.ends(at) || row.is(at, Sort.RESULT_ENDS) || row.is(at, Sort.INSIDE);
    }

    private boolean isCue(int at) {
        return List.of(Cue.LOOKS, Cue.KEEPS, Cue.AUTHORS, Cue.WONDERS, Cue.REQUESTS).stream()
                .anyMatch(cue -> row.cue(cue, at).isPresent());
    }

    private boolean hasObject(int at) {
        return !row.ends(at) && !row.is(at, Sort.INSIDE) && !row.is(at, Sort.BEING_NOW);
    }

    /** Whether a noun for a deed stands where the deed is asked for: {@code go ahead with the removal}, {@code restart of web-1}. */
    private boolean isPerformed(int at) {
        if (lexicon.act(row.word(at)).isEmpty()) {
            return false;
        }
        boolean heads = row.is(at + 1, Sort.HEADING) || row.word(at + 1).equals(":");
        boolean first = at < 3 && !row.until(at).has(Sort.BEFORE_NOUNS);
        return heads && first || row.has(Cue.PERFORMS);
    }

    /** Whether a verb says what is to be done, or what is not. */
    boolean counts(Verb verb, int at) {
        if (heard.prohibits
                && heard.weakly
                && heard.operations.isEmpty()
                && at - heard.prohibitedFrom > (isContentFree(heard.prohibitedFrom) ? FAR_REACH : REACH)) {
            heard.prohibits = false;
        }
        boolean adjective = verb.form() == Form.PAST && !place.isWanted(at);
        if (heard.prohibits && heard.operations.isEmpty() && !place.isNoun(at) && !adjective) {
            return true;
        }
        return place.orders(verb, at);
    }

    private boolean isContentFree(int end) {
        return row.is(end, Sort.NOTHING) && IntStream.range(0, end).allMatch(at -> lexicon.isNoise(row.word(at)));
    }
}
