package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Lexicon.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads what a clause speaks of. */
final class MentionReader {

    private final Row row;
    private final Lexicon lexicon;
    private final Quantities quantities;
    private final List<Mention> mentions = new ArrayList<>();
    private MentionDraft draft;
    /** Where the mention begins that is read now; less than 0 where none does. */
    private int first = -1;
    /** Whether only something is told. */
    private final boolean statement;
    /** How many mentions stand before what is told of them; less than 0 where nothing is. */
    private int told = -1;

    private MentionReader(Row row, boolean statement) {
        this.row = row;
        this.lexicon = row.lexicon();
        this.quantities = new Quantities(row);
        this.draft = new MentionDraft(lexicon);
        this.statement = statement;
    }

    /** @param skip which tokens are verbs and other words of order */
    static List<Mention> read(Row row, Set<Integer> skip) {
        MentionReader reader = new MentionReader(row, false);
        reader.all(skip);
        return reader.mentions;
    }

    /** What a clause speaks of, without what it tells of that: of {@code the old jobs are all stuck} only the jobs. */
    static List<Mention> subjects(Row row, Set<Integer> skip) {
        MentionReader reader = new MentionReader(row, true);
        reader.all(skip);
        return reader.told < 0 ? reader.mentions : reader.mentions.subList(0, reader.told);
    }

    private void all(Set<Integer> skip) {
        for (int at = 0; at < row.size(); at++) {
            if (!skip.contains(at)) {
                lexicon.comparison(row.tokens(), at).ifPresent(draft.compared::add);
                at += token(at);
            }
        }
        finish();
    }

    private void finish() {
        if (draft.isPlaceAlone() && !mentions.isEmpty()) {
            Mention last = mentions.removeLast();
            Set<Place> both = new LinkedHashSet<>(last.places());
            both.addAll(draft.places);
            mentions.add(last.in(both));
        } else {
            if (isListed()) {
                draft.words.add(draft.classes.removeFirst());
            }
            draft.mention().ifPresent(mentions::add);
        }
        draft = new MentionDraft(lexicon);
        first = -1;
    }

    /** {@code web, worker and cron}: in a list of names a word for a sort of thing is a name as well. */
    private boolean isListed() {
        return draft.isSort()
                && !row.is(first, Sort.BEFORE_NOUNS)
                && !mentions.isEmpty()
                && mentions.getLast().tells()
                && mentions.getLast().classes().isEmpty()
                && mentions.getLast().within().isEmpty();
    }

    /** Takes a token; returns how many more belong to it. */
    private int token(int at) {
        first = first < 0 ? at : first;
        if (row.isMark(at)) {
            if (!row.word(at).equals("-") && !row.word(at).equals(":")) {
                finish();
            }
            return 0;
        }
        var place = lexicon.place(row.tokens(), at);
        if (place.isPresent()) {
            if (isThing(at, place.get().meaning())) {
                draft.words.add(row.word(at));
            } else {
                draft.places.add(place.get().meaning());
            }
            draft.said.add(row.word(at));
            return place.get().length() - 1;
        }
        draft.next(row.token(at));
        if (at == 2 && row.is(at, Sort.OBJECTS) && isNameAhead()) {
            finish();
        }
        draft.behind |= row.is(at, Sort.INSIDE) && (at == 0 && (isPlaceAhead() || isNameAhead()) || draft.isOfThings());
        if (draft.behind) {
            draft.within.add(row.word(at));
        }
        int number = quantities.number(at);
        if (number > 0 && quantities.counts(at, draft)) {
            draft.count = number;
            return 0;
        }
        if (row.isName(at)) {
            return name(at, number > 0);
        }
        small(at);
        return 0;
    }

    private int name(int at, boolean number) {
        draft.said.add(row.word(at));
        if (number && row.is(at + 1, Sort.UNITS)) {
            draft.words.add(row.word(at));
            return 1;
        }
        String text = row.token(at).text();
        if (quantities.isRange(at)) {
            draft.names.add(text + ".." + row.token(at + 2).text());
            return 2;
        }
        draft.names.add(text.replaceFirst("(?<=\\w)['’]s$", ""));
        return 0;
    }

    private void small(int at) {
        String word = row.word(at);
        if (tellsOf(at)) {
            finish();
            tellsFromHere();
        } else if (word.equals("me") && row.is(at - 2, Sort.OWNED)) {
            draft.mine = true;
        } else if (row.is(at, Sort.RELATIVES) && (!draft.words.isEmpty() || !draft.classes.isEmpty())) {
            draft.narrowed |= isDenied(at + 1);
            draft.mine |= row.word(at + 1).equals("i") && isPast(row.word(at + 2));
        } else if (row.is(at, Sort.PREDICATES)) {
            finish();
            if (!row.is(at - 1, Sort.THERE)) {
                tellsFromHere();
            }
        } else if (row.is(at, Sort.AND)) {
            finish();
        } else if (row.is(at, Sort.MINE)) {
            draft.mine = true;
        } else if (row.is(at, Sort.ALL)) {
            draft.all = true;
            draft.count = word.equals("both") ? 2 : draft.count;
        } else if (row.is(at, Sort.POINTING)) {
            draft.count = !draft.all && word.equals("one") && row.word(at + 1).equals("of") ? 1 : draft.count;
            draft.pointing = true;
            draft.demonstrative |= pointsTo(at);
            draft.pronoun |= row.is(at, Sort.PRONOUNS) && standsAlone(at);
            draft.plural |= row.is(at, Sort.PLURALS);
        } else if (!isVerbal(at)) {
            draft.content(word);
        }
    }

    private void tellsFromHere() {
        told = told < 0 && mentions.stream().anyMatch(Mention::tells) ? mentions.size() : told;
    }

    /** {@code on db-2, drop the index}: a name by itself before the comma. */
    private boolean isPlaceAhead() {
        for (int at = 1; at < Math.min(row.size(), 5); at++) {
            if (row.token(at).isMark(",")) {
                return true;
            }
            if (row.isMark(at) || row.token(at).text().matches("[/~].*")) {
                return false;
            }
        }
        return false;
    }

    /** {@code in s3://a/b the folder c}. */
    private boolean isNameAhead() {
        return row.size() > 3 && row.is(0, Sort.INSIDE) && row.isName(1) && row.is(2, Sort.OBJECTS);
    }

    /** A word for a side that stands where a thing is named: {@code checkout is leaking}, and not {@code in the checkout}. */
    private boolean isThing(int at, Place place) {
        if (row.is(at, Sort.PLACED_NOUNS)) {
            return !row.is(at - 1, Sort.BEFORE_NOUNS);
        }
        return place.dimension().equals("side")
                && at == 0
                && (row.is(at + 1, Sort.PREDICATES) || row.is(at + 1, Sort.INSIDE));
    }

    /** A verb behind the name of a thing, known or not: {@code 77120 burns}, {@code job 77120 died}. */
    private boolean tellsOf(int at) {
        String word = row.word(at);
        if (!statement || at == 0 || !row.token(at).isWord() || word.length() < 4) {
            return false;
        }
        boolean named = row.isName(at - 1);
        boolean third =
                named && word.endsWith("s") && !word.endsWith("ss") && !lexicon.isClass(word) && !lexicon.isNoise(word);
        boolean past = word.endsWith("ed") && lexicon.state(word).isEmpty() || lexicon.isPast(word);
        return third || named && past && !lexicon.isNoise(word);
    }

    /** A form of a verb that tells what somebody did: {@code I have looked}. */
    private boolean isVerbal(int at) {
        String word = row.word(at);
        return word.length() > 4 && (isPast(word) || word.endsWith("ing")) && row.is(at - 1, Sort.DOERS);
    }

    private boolean isPast(String word) {
        return word.endsWith("ed") || lexicon.isPast(word);
    }

    /** Whether a clause of its own follows that says what the meant ones are not: {@code pods that aren't ready}. */
    private boolean isDenied(int from) {
        return IntStream.range(from, Math.min(row.size(), from + 4))
                .anyMatch(at -> row.word(at).endsWith("n't") || row.is(at, Sort.DENIALS));
    }

    /** Whether a pointing word stands for a thing, and not before its name. */
    private boolean standsAlone(int at) {
        return row.ends(at + 1)
                || row.is(at, Sort.STANDING_ALONE)
                || row.token(at + 1).isWord() && lexicon.isNoise(row.word(at + 1));
    }

    /** Whether a word points to something, and does not only join a clause: {@code them}, {@code that job}. */
    private boolean pointsTo(int at) {
        return row.is(at, Sort.DEMONSTRATIVES)
                || row.is(at, Sort.DEMONSTRATING)
                        && (row.ends(at + 1)
                                || IntStream.range(at + 1, Math.min(row.size(), at + 4))
                                        .anyMatch(next -> lexicon.isClass(row.word(next))));
    }
}
