package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Forms.Form;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What forbids in a clause, and what only looks like it. */
final class Denials {

    /** What things do that are there. */
    private static final Set<String> BEING = Set.of("start", "run", "create", "schedule", "read");

    private final Row row;
    private final VerbPlace place;

    Denials(Row row, VerbPlace place) {
        this.row = row;
        this.place = place;
    }

    /** The length of what forbids or denies here. */
    Optional<Integer> at(int at) {
        return prohibition(at).or(() -> isContraction(at) ? Optional.of(1) : Optional.empty());
    }

    /** What forbids here; {@code no} is Portuguese for something else. */
    private Optional<Integer> prohibition(int at) {
        boolean elsewhere = row.word(at).equals("no") && row.has(Sort.PORTUGUESE);
        return elsewhere ? Optional.empty() : row.cue(Cue.PROHIBITS, at);
    }

    /** {@code won't}, {@code isn't to be}: not where somebody is asked or something is told. */
    private boolean isContraction(int at) {
        if (!row.word(at).endsWith("n't") || at + 1 >= row.size()) {
            return false;
        }
        return !row.is(at, Sort.TOLD_NOT)
                && (!row.is(at, Sort.BEING_NOT) || row.word(at + 1).equals("to"));
    }

    /** {@code I don't want it deleted}: what is not wanted is a deed, and not a thing. */
    boolean isUnwanted(int at, int length) {
        if (!row.token(at + length - 1).isWord() || !row.cue(Cue.PROHIBITS, at).isPresent()) {
            return false;
        }
        for (int next = at + length; next < row.size() && !row.isMark(next); next++) {
            if (row.verb(next)
                    .filter(verb -> verb.meaning().form() == Form.PAST)
                    .isPresent()) {
                return place.isWanted(next);
            }
        }
        return false;
    }

    /** Whether a need is denied, and no deed: {@code we don't need the old folder}; but {@code you need not delete it}. */
    boolean ofNeed(int next) {
        if (row.is(next - 1, Sort.NOTHING) && (row.word(next - 1).equals("no") || !isForbidden(next))) {
            return IntStream.range(next, row.size())
                    .takeWhile(at -> !row.isMark(at))
                    .anyMatch(at -> row.is(at, Sort.NEEDED));
        }
        if (next >= row.size() || !row.is(next, Sort.NEEDS)) {
            return false;
        }
        for (int at = next + 1; at < row.size() && !row.token(at).isMark(","); at++) {
            boolean deed = row.verb(at)
                    .filter(verb ->
                            verb.meaning().form() == Form.PAST || verb.meaning().form() == Form.BASE)
                    .filter(verb -> !BEING.containsAll(verb.meaning().operations()))
                    .isPresent();
            if (at == next + 1 && row.word(at).equals("to") || deed) {
                return false;
            }
        }
        return true;
    }

    /** {@code nothing of it may be removed}: something other than a need is denied. */
    private boolean isForbidden(int next) {
        return IntStream.range(next, row.size())
                .takeWhile(at -> !row.is(at, Sort.NEEDED))
                .anyMatch(at -> row.is(at, Sort.MODALS) || row.word(at).equals("that"));
    }
}
