package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Forms.Form;
import java.util.stream.IntStream;

/** Where in a sentence a clause ends and another begins. */
final class ClauseBounds {

    private static final int LONGEST_PLACE = 6;
    /** How far behind a thing stands who will do something with it. */
    private static final int FARTHEST_SUBJECT = 6;

    private final Row row;

    /** @param row the whole sentence */
    ClauseBounds(Row row) {
        this.row = row;
    }

    /**
     * Whether a new clause begins at a token: a word that joins, with an order or a prohibition behind it.
     *
     * @param clause what stands before the token in the clause it would end
     */
    boolean begins(int at, Row clause) {
        if (clause.size() == 0) {
            return false;
        }
        Token token = row.token(at);
        int last = clause.size() - 1;
        if (token.isMark(",") && (isPlaceAhead(clause) || endsWithState(at + 1) || isForbidding(clause))) {
            return false;
        }
        if ((token.isMark(",") || token.isMark("-") || token.isMark("–"))
                && (tellsSomethingNew(at + 1, clause) || keepsSomething(at + 1))) {
            return true;
        }
        if (token.isMark(",") && clause.is(0, Sort.MEANS) && row.is(at + 1, Sort.OPENINGS)) {
            return true;
        }
        boolean prohibits = row.cue(Cue.PROHIBITS, at).isPresent();
        if (prohibits && clause.is(last, Sort.RELATIVES) && clause.size() > 1) {
            return false;
        }
        if (prohibits && !row.is(at, Sort.LOOSE_DENIALS)) {
            return clause.size() > 1 || clause.is(last, Sort.JOINS);
        }
        if (prohibits && token.lower().equals("without")) {
            return true;
        }
        if (token.isMark(":") && clause.has(Sort.NOTHING)) {
            return true;
        }
        return (row.is(at, Sort.JOINS) || token.isMark(":")) && ordersNext(at, clause);
    }

    /** {@code do not, under any circumstances, drop it}: what is not to be done is yet to be said. */
    private static boolean isForbidding(Row clause) {
        for (int at = 0; at < clause.size(); at++) {
            int length = clause.cue(Cue.PROHIBITS, at).orElse(0);
            if (length > 1 && clause.cue(Cue.LETS, at).isEmpty()) {
                return IntStream.range(at + length, clause.size())
                        .allMatch(next -> !clause.isName(next)
                                && clause.verb(next).isEmpty()
                                && !clause.is(next, Sort.NEEDS)
                                && !clause.lexicon().isClass(clause.word(next)));
            }
        }
        return false;
    }

    /** {@code on db-2, drop the index}: only a place was said so far, and what is to be done there follows. */
    private static boolean isPlaceAhead(Row clause) {
        return clause.is(0, Sort.INSIDE)
                && clause.size() <= LONGEST_PLACE
                && !clause.has(Sort.STATES)
                && clause.tokens().stream().noneMatch(token -> token.kind() == Token.Kind.MARK);
    }

    /** Whether an order, a wish or a prohibition stands behind a word that joins. */
    private boolean ordersNext(int at, Row clause) {
        int next = at + 1;
        while (next < row.size() && (row.is(next, Sort.JOINS) || row.is(next, Sort.BETWEEN))) {
            next++;
        }
        if (next >= row.size()) {
            return false;
        }
        if (row.cue(Cue.PROHIBITS, next).isPresent()
                || row.cue(Cue.KEEPS, next).isPresent()
                || row.cue(Cue.REQUESTS, next).isPresent()) {
            return true;
        }
        int verb = next;
        boolean apart = row.token(at).isMark(":") || row.token(at).isMark(",") && tells(clause);
        return row.verb(next)
                .filter(found -> found.meaning().form() == Form.BASE)
                .filter(found -> !found.meaning().ambiguous()
                        || row.word(verb - 1).equals("then")
                        || followedByObject(verb + found.length(), apart))
                .isPresent();
    }

    /** Whether a clause tells or denies something, so that what follows a comma is no list. */
    private static boolean tells(Row clause) {
        for (int at = 0; at < clause.size(); at++) {
            if (clause.is(at, Sort.STATES)
                    || clause.is(at, Sort.PREDICATES)
                    || clause.cue(Cue.PROHIBITS, at).isPresent()
                    || clause.cue(Cue.LETS, at).isPresent()
                    || clause.verb(at)
                            .filter(verb -> verb.meaning().form() == Form.THIRD
                                    || verb.meaning().form() == Form.BASE)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence of its own follows: {@code , the upgrade has held}. */
    private boolean tellsSomethingNew(int from, Row clause) {
        if (from >= row.size()) {
            return false;
        }
        if (doesSomething(from) || row.is(from, Sort.CONTRACTED) || isOfTheSpeaker(from)) {
            return true;
        }
        if (!row.is(from, Sort.SUBJECTS)) {
            return from + 1 < row.size()
                    && !row.isMark(from)
                    && row.verb(from).isEmpty()
                    && (row.is(from + 1, Sort.STATES)
                            || row.is(from + 1, Sort.MODALS) && tells(clause)
                            || row.verb(from + 1)
                                    .filter(verb -> verb.meaning().form() == Form.THIRD)
                                    .isPresent());
        }
        for (int at = from + 1; at < Math.min(row.size(), from + 7); at++) {
            if (row.isMark(at)) {
                return false;
            }
            boolean past = row.verb(at)
                    .filter(verb ->
                            verb.meaning().form() == Form.PAST || verb.meaning().form() == Form.THIRD)
                    .isPresent();
            if (row.is(at, Sort.STATES) || past || row.is(at, Sort.MODALS) && tells(clause)) {
                return true;
            }
        }
        return false;
    }

    /** {@code , node-exporter I'll look at after lunch}: what somebody else than the one spoken to will do with another thing. */
    private boolean isOfTheSpeaker(int from) {
        if (row.word(from).equals("then")
                && row.is(from + 1, Sort.PURPOSED)
                && !row.word(from + 1).equals("you")) {
            return true;
        }
        for (int at = from + 1; at < Math.min(row.size(), from + FARTHEST_SUBJECT) && !row.isMark(at); at++) {
            boolean will = row.is(at, Sort.PROMISING)
                    || row.is(at, Sort.PURPOSED)
                            && !row.word(at).equals("you")
                            && row.word(at + 1).equals("will");
            if (will) {
                return !row.is(at - 1, Sort.RELATIVES) && !row.is(at - 1, Sort.COMPLEMENTS);
            }
            if (row.verb(at - 1)
                    .filter(verb -> verb.meaning().form() == Form.BASE)
                    .isPresent()) {
                return false;
            }
        }
        return false;
    }

    /** {@code , die älter als ein Jahr sind}: what is told stands before its verb, so that it says which ones are meant. */
    private boolean endsWithState(int from) {
        if (from >= row.size() || !row.is(from, Sort.VERB_LAST)) {
            return false;
        }
        int end = from;
        while (end < row.size() && !row.isMark(end)) {
            end++;
        }
        boolean verbSecond = row.is(from + 1, Sort.STATES)
                || row.is(from + 1, Sort.MODALS)
                || row.verb(from + 1).isPresent();
        return end - from > 2 && (row.is(end - 1, Sort.STATES) || !verbSecond && isFinite(row.word(end - 1)));
    }

    /** German verbs in the third person: {@code gehört}, {@code liegen}. */
    private static boolean isFinite(String word) {
        return word.length() > 3 && (word.endsWith("t") || word.endsWith("en") || word.endsWith("te"));
    }

    /** Several that were spoken of, and what they do: {@code , both come out of the build}. */
    private boolean doesSomething(int from) {
        return row.is(from, Sort.PLURALS)
                && from + 2 < row.size()
                && row.token(from + 1).isWord()
                && !row.is(from + 1, Sort.AND)
                && !row.is(from + 1, Sort.INSIDE)
                && !row.is(from + 1, Sort.RELATIVES)
                && !row.lexicon().isClass(row.word(from + 1))
                && !row.lexicon().isMeasure(row.word(from + 1))
                && !row.lexicon().isNoise(row.word(from + 1))
                && row.lexicon().state(row.word(from + 1)).isEmpty();
    }

    /** Whether something to be kept follows: {@code , main stays}. */
    private boolean keepsSomething(int from) {
        for (int at = from; at < Math.min(row.size(), from + 8) && !row.isMark(at); at++) {
            if (row.cue(Cue.KEEPS, at).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** @param apart whether any word may begin an object, because no list can go on here */
    private boolean followedByObject(int at, boolean apart) {
        return at < row.size()
                && (row.isName(at)
                        || row.is(at, Sort.OBJECTS)
                        || apart && row.token(at).isWord() && !row.is(at, Sort.BEING_NOW));
    }

    /** {@code (not main)}. */
    boolean isAside(int at) {
        return at > 0 && row.is(at, Sort.PLAIN_DENIALS) && row.token(at - 1).isMark("(");
    }

    /** {@code everything but main}: no sentence of its own follows. */
    boolean isAllBut(int at, Row clause) {
        if (!row.is(at, Sort.AGAINST) || !clause.has(Sort.ALL)) {
            return false;
        }
        for (int next = at + 1; next < row.size() && !row.isMark(next); next++) {
            if (row.is(next, Sort.STATES)
                    || row.verb(next).isPresent()
                    || row.cue(Cue.KEEPS, next).isPresent()
                    || row.cue(Cue.PROHIBITS, next).isPresent()) {
                return false;
            }
        }
        return at + 1 < row.size();
    }
}
