package dev.greenlane.engine.consent.words;

/** Whether a verb only tells what somebody else does, is to do or wants. */
final class ToldVerb {

    private final Row row;
    private final VerbPlace place;

    ToldVerb(Row row, VerbPlace place) {
        this.row = row;
        this.place = place;
    }

    /** Whether a verb only tells what somebody does, did or wants: {@code she will write}, {@code Kim asked to join}. */
    boolean isTold(int at) {
        if (at == 0) {
            return false;
        }
        String before = row.word(at - 1);
        if (row.word(at).endsWith("s")
                && (row.is(at - 1, Sort.OTHERS) || row.is(at - 1, Sort.ADVERBS) && row.is(at - 2, Sort.OTHERS))) {
            return true;
        }
        if (before.endsWith("'ll") && !before.startsWith("you")) {
            return true;
        }
        if (before.equals("to")) {
            return !isAskedFor(at - 1);
        }
        if (row.word(at).equals("to")) {
            return row.is(at - 1, Sort.TOLD);
        }
        if (before.equals("will")) {
            return at > 1 && !row.word(at - 2).equals("you") && !row.isMark(at - 2);
        }
        return row.is(at - 1, Sort.MAY) && row.is(at - 2, Sort.OTHERS) || before.equals("might") || isOfOther(at);
    }

    /** {@code the test should delete it}: somebody or something else is to do it. */
    private boolean isOfOther(int at) {
        return row.is(at - 1, Sort.OBLIGING)
                && at > 1
                && !row.isMark(at - 2)
                && row.token(at - 2).isWord()
                && !row.is(at - 2, Sort.SPEAKERS)
                && !row.lexicon().isNoise(row.word(at - 2))
                && row.verb(at).filter(verb -> verb.words() == 1).isPresent()
                && at + 1 < row.size()
                && !row.is(at, Sort.INTRANSITIVE)
                && (row.isName(at + 1)
                        || row.word(at + 1).contains("-")
                        || row.is(at + 1, Sort.OBJECTS) && !row.is(at + 1, Sort.PARTICLES));
    }

    /** Whether a verb with {@code to} before it is asked for: {@code I want to}, {@code time to}; but {@code she wants to}. */
    private boolean isAskedFor(int to) {
        boolean passive = row.is(to + 1, Sort.BECOMING);
        if (row.is(to - 1, Sort.DESIRING)) {
            return passive || row.is(to + 1, Sort.INTRANSITIVE) || isOfSpeaker(to - 1);
        }
        if (row.is(to - 1, Sort.TOLD)) {
            return false;
        }
        if (row.is(to - 1, Sort.GOVERNING) || row.is(to - 1, Sort.SPEAKERS) && row.is(to - 2, Sort.ASKED_OF)) {
            return true;
        }
        for (int from = Math.max(0, to - VerbPlace.REACH); from < to; from++) {
            if (row.is(from, Sort.USING) && place.begins(from)) {
                return true;
            }
            if (row.cue(Cue.REQUESTS, from).orElse(0) == to - from + 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb is said of the speaker or of the one spoken to, or of nobody. */
    private boolean isOfSpeaker(int verb) {
        for (int back = verb - 1; back >= 0 && !row.isMark(back); back--) {
            if (row.is(back, Sort.SPEAKERS)) {
                return true;
            }
            if (!row.lexicon().isNoise(row.word(back)) || row.is(back, Sort.OTHERS)) {
                return false;
            }
        }
        return true;
    }
}
