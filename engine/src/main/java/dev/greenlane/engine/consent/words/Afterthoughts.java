package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Clause.Mood;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a sentence does to the sentences around it: makes them wait ({@code But only after the tests pass.}), or has them only
 * asked about ({@code How would you do the following?}).
 */
final class Afterthoughts {

    /** What is only said or looked at. */
    private static final Set<String> TALKING = Set.of("send", "read", "people");

    /** What says only that it is to begin. */
    private static final Set<String> BEGINNING = Set.of("run", "start");

    private final List<Token> sentence;
    private final Lexicon lexicon;

    Afterthoughts(List<Token> sentence, Lexicon lexicon) {
        this.sentence = sentence;
        this.lexicon = lexicon;
    }

    /**
     * Whether the sentence is nothing but a condition of what was said before it.
     *
     * @param own its clauses
     */
    boolean isCondition(List<Clause> own) {
        if (own.stream().anyMatch(Afterthoughts::ordersSomething)) {
            return false;
        }
        if (waits() && !names(own) || holds() || isForLater(own)) {
            return true;
        }
        boolean says = own.stream()
                .anyMatch(clause -> !BEGINNING.containsAll(clause.operations())
                        || clause.mentions().stream()
                                .anyMatch(mention -> !mention.names().isEmpty()));
        if (says) {
            return false;
        }
        Conditions conditions = new Conditions(sentence, lexicon);
        boolean begins = true;
        for (int at = 0; at < sentence.size(); at++) {
            int idle = conditions.idle(at);
            if (idle > 0) {
                at += idle - 1;
            } else if (conditions.at(at).isPresent()
                    || begins && lexicon.cue(Cue.WAITS, sentence, at).isPresent()) {
                return true;
            }
            begins &= sentence.get(at).kind() == Token.Kind.MARK
                    || lexicon.is(Sort.INTERJECTIONS, sentence.get(at).lower());
        }
        return false;
    }

    /** Whether something is only to be said or looked at. */
    static boolean isTalk(Clause clause) {
        return TALKING.containsAll(clause.operations());
    }

    /** Whether something is ordered of which it is told what that is, so that a condition beside it is its own. */
    private static boolean ordersSomething(Clause clause) {
        boolean wanted = clause.mood() == Mood.ORDER || clause.mood() == Mood.CONDITION || clause.mood() == Mood.CHECK;
        return wanted
                && !BEGINNING.containsAll(clause.operations())
                && !isTalk(clause)
                && clause.mentions().stream().anyMatch(mention -> mention.tells() && !mention.pointing());
    }

    /** {@code that is for next week}, {@code please start on Monday}. */
    private boolean isForLater(List<Clause> own) {
        boolean starts = own.stream()
                .anyMatch(clause -> !clause.operations().isEmpty() && BEGINNING.containsAll(clause.operations()));
        boolean points = !sentence.isEmpty()
                && lexicon.is(Sort.DEMONSTRATING, sentence.get(0).lower())
                && sentence.stream()
                        .noneMatch(token -> lexicon.is(Sort.PAST_STATES, token.lower()) && !isPresent(token));
        return has(Cue.LATER) && !names(own) && (starts || points);
    }

    private boolean isPresent(Token token) {
        return lexicon.is(Sort.PRESENT, token.lower());
    }

    /** Whether something is told that has to come first; but not {@code no need to wait for it}. */
    private boolean holds() {
        for (int at = 0; at < sentence.size(); at++) {
            if (lexicon.cue(Cue.LETS, sentence, at).isPresent()
                    || lexicon.cue(Cue.CONCEDES, sentence, at).isPresent()) {
                return false;
            }
            if (lexicon.cue(Cue.HOLDS, sentence, at).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** {@code but hold until they are done}. */
    private boolean waits() {
        for (int at = 0; at < sentence.size(); at++) {
            if (lexicon.cue(Cue.WAITS, sentence, at).isPresent()) {
                return true;
            }
            if (sentence.get(at).kind() != Token.Kind.MARK
                    && !lexicon.is(Sort.INTERJECTIONS, sentence.get(at).lower())) {
                return false;
            }
        }
        return false;
    }

    /** Has all that was ordered before it wait. */
    static void holdBack(List<Clause> before) {
        before.replaceAll(
                clause -> clause.mood() == Mood.ORDER ? clause.with(Mood.CONDITION, clause.message()) : clause);
    }

    /**
     * Whether the sentence asks about, plans or tries what is yet to be said, and orders nothing.
     *
     * @param own its clauses
     */
    boolean frames(boolean question, List<Clause> own) {
        boolean orders = own.stream().anyMatch(clause -> clause.mood() == Mood.ORDER && !isTalk(clause));
        return !orders && !names(own) && (has(Cue.FRAMES) || pointsAhead() && (question || isOfThought()));
    }

    /**
     * Whether what stands before a colon asks about, plans or tries what stands behind it: {@code dry run only: drop it}.
     *
     * @param own its clauses
     */
    boolean frames(List<Clause> own) {
        boolean thinks = own.stream()
                .anyMatch(clause -> clause.mood() == Mood.QUESTION
                        || clause.mood() == Mood.ONLY_LOOK
                        || clause.mood() == Mood.ASK_FIRST);
        boolean orders = own.stream().anyMatch(clause -> clause.mood() == Mood.ORDER);
        boolean forbids = own.stream()
                .anyMatch(clause -> clause.mood() == Mood.PROHIBITION
                        && clause.mentions().stream().noneMatch(Mention::tells));
        return has(Cue.FRAMES) || !names(own) && (forbids || !orders && (thinks || has(Cue.TRIES) || has(Cue.AUTHORS)));
    }

    private static boolean names(List<Clause> clauses) {
        return clauses.stream()
                .flatMap(clause -> clause.mentions().stream())
                .anyMatch(mention -> !mention.names().isEmpty());
    }

    /** Whether the words ask, look, plan, try or write, whatever they are about. */
    private boolean isOfThought() {
        boolean wonders = IntStream.range(0, sentence.size())
                .anyMatch(at -> lexicon.cue(Cue.WONDERS, sentence, at)
                        .filter(length -> length > 1 || at == 0)
                        .isPresent());
        return wonders || has(Cue.TRIES) || has(Cue.AUTHORS) || has(Cue.LOOKS);
    }

    private boolean has(Cue cue) {
        return IntStream.range(0, sentence.size())
                .anyMatch(at -> lexicon.cue(cue, sentence, at).isPresent());
    }

    private boolean pointsAhead() {
        for (int at = 0; at < sentence.size(); at++) {
            Optional<Token> next = at + 1 < sentence.size() ? Optional.of(sentence.get(at + 1)) : Optional.empty();
            boolean alone = next.isEmpty()
                    || next.get().kind() == Token.Kind.MARK
                    || lexicon.isNoise(next.get().lower());
            if (lexicon.is(Sort.AHEAD, sentence.get(at).lower()) && alone) {
                return true;
            }
        }
        return false;
    }

    /** An order that is only asked about. */
    static Clause asked(Clause clause) {
        return clause.mood() == Mood.ORDER ? clause.with(Mood.QUESTION, clause.message()) : clause;
    }
}
