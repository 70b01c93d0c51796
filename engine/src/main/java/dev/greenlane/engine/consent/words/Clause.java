package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Lexicon.Place;
import java.util.List;
import java.util.Set;

/**
 * One thing a person said.
 *
 * @param mood what kind of utterance it is
 * @param operations what is to be done, or not; empty where no verb says so
 * @param mentions what it is about
 * @param context what else was spoken of just before and after
 * @param places where all that is said in the message is to happen, as far as the mentions do not say otherwise
 * @param only whether nothing else is meant
 * @param condition the words that say when, of an order that waits for something to be the case; empty for others
 * @param message which message it stands in, counted from 0
 * @param quote the words themselves
 */
public record Clause(
        Mood mood,
        Set<String> operations,
        List<Mention> mentions,
        List<Mention> context,
        Set<Place> places,
        boolean only,
        String condition,
        int message,
        String quote) {

    /** Stands in a statement for what may be done with what nobody needs. */
    public static final String UNNEEDED = "unneeded";

    /** What kind of utterance a clause is. */
    public enum Mood {
        /** Something is to be done. */
        ORDER,
        /** Something is to be done once something else is the case. */
        CONDITION,
        /** Something is to be done if something is the case, which one can look up: {@code if it is merged}. */
        CHECK,
        /** Something is to be done, and the speaker wants to be asked before. */
        ASK_FIRST,
        /** Something is not to be done. */
        PROHIBITION,
        /** Nobody has decided yet. */
        QUESTION,
        /** Something is only to be looked at; what was ordered before does not hold any more. */
        ONLY_LOOK,
        /** Says where what is ordered is to happen. */
        SCOPE,
        /** A plain statement, a wish to look, something to be written about. */
        STATEMENT
    }

    public Clause {
        operations = Set.copyOf(operations);
        mentions = List.copyOf(mentions);
        context = List.copyOf(context);
        places = Set.copyOf(places);
    }

    Clause with(Mood other, int inMessage) {
        return new Clause(other, operations, mentions, context, places, only, condition, inMessage, quote);
    }

    Clause withOperations(Set<String> others) {
        return new Clause(mood, others, mentions, context, places, only, condition, message, quote);
    }

    /** The same of other things. */
    public Clause withMentions(List<Mention> others) {
        return new Clause(mood, operations, others, context, places, only, condition, message, quote);
    }

    Clause withPlaces(Set<Place> others) {
        return new Clause(mood, operations, mentions, context, others, only, condition, message, quote);
    }

    Clause withContext(List<Mention> others) {
        return new Clause(mood, operations, mentions, others, places, only, condition, message, quote);
    }
}
