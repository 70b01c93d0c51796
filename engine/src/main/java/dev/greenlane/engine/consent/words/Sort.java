package dev.greenlane.engine.consent.words;

/** Sorts of small words; the section {@code sorts} of {@code phrases.yaml} lists the words of each. */
enum Sort {
    // How a message is built.

    /** What turns against, or follows from, what was said before: {@code but}. */
    TURNS,
    JOINS,
    /** What a point in time is called by. */
    TIMES,
    /** What tells by what means something is to be done, before it is told what. */
    MEANS,
    OPENINGS,
    SUBJECTS,
    STATES,
    /** How long something is to last: {@code until}. */
    LASTING,
    /** The second halves of verbs: {@code down}. */
    PARTICLES,
    /** What may stand between a word that joins and the verb of what follows: {@code then please}. */
    BETWEEN,
    /** What an object may begin with: {@code the}. */
    OBJECTS,
    /** A full stop behind them ends no sentence. */
    ABBREVIATIONS,
    /** Conditions that ask for a fact: {@code if}. */
    CHECKS,
    /** Between two names these mean a range, and no condition. */
    UNTIL,
    /** Before a point in time these are no condition. */
    AT_POINTS,
    /** Said after an order, they put it in doubt: {@code actually}. */
    HESITATIONS,

    // Where the verb of an order stands.

    BEFORE_NOUNS,
    BEFORE_VERBS,
    /** What may stand before a form in {@code -ing}: {@code mind deleting}. */
    BEFORE_RUNNING,
    /** What has a form of the past behind it mean what is wanted: {@code get it deleted}. */
    WANTING,
    /** Make a form of the past a report: {@code was}. */
    PAST_STATES,
    PLANS,
    BECOMING,
    /** What stands between {@code have} and what has been done, and is no object. */
    STILL,
    /** With {@code to} and a verb behind them they tell what somebody does or wants: {@code asked}. */
    TOLD,
    MAY,
    /** Others than the one who is spoken to. */
    OTHERS,
    ADVERBS,
    BEING_NOW,
    /** Say that somebody does it without help: {@code myself}. */
    ALONE,
    /** With {@code that} before them they begin a purpose. */
    PURPOSED,
    /** What a noun for a deed has behind it where it stands for an order: {@code restart of}. */
    HEADING,

    // What forbids, and what does not.

    /** Small words that deny only what follows soon. */
    WEAK,
    PLAIN_DENIALS,
    /** Denials that begin no clause. */
    LOOSE_DENIALS,
    DENIALS,
    /** What does not matter when it is denied: {@code need}. */
    NEEDS,
    NEEDED,
    BEING_NOT,
    /** Contractions that tell what did not happen. */
    TOLD_NOT,
    /** Behind a verb they forbid: {@code nothing}. */
    NOTHING,
    /** What is to be done in a place, or with care: {@code keep it contained}. */
    CONTAINED,
    BY_MEANS,
    /** Words that limit looking, and elsewhere mean little. */
    FILLERS,

    // When.

    /** No delay is meant. */
    NOW,
    /** What is called by its time: {@code meeting}. */
    SCHEDULED,
    TELLING,
    AT_TIMES,
    OF_TIMES,

    // What a clause speaks of.

    AND,
    /** Between two names these make a range. */
    EXTENTS,
    /** With these something is told of what stands before them. */
    PREDICATES,
    THERE,
    RELATIVES,
    MINE,
    ALL,
    POINTING,
    /** Words that may stand for a thing. */
    PRONOUNS,
    /** Small words for several things. */
    PLURALS,
    STANDING_ALONE,
    DEMONSTRATIVES,
    DEMONSTRATING,
    /** What follows is what a thing lies in, or is part of. */
    INSIDE,
    /** What is counted is no thing: {@code days}. */
    UNITS
}
