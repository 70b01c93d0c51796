package dev.greenlane.engine.consent.words;

/** Sorts of small words; {@code sorts.yaml} lists the words of each. */
enum Sort {
    // How a message is built.

    /** What turns against, or follows from, what was said before: {@code but}. */
    TURNS,
    JOINS,
    /** What follows from what was said before: {@code so}. */
    HENCE,
    /** What a point in time is called by. */
    TIMES,
    /** What tells by what means something is to be done, before it is told what. */
    MEANS,
    OPENINGS,
    SUBJECTS,
    /** Behind a comma they begin what is told: {@code , I'll do the rest}. */
    CONTRACTED,
    /** Say who is going to do it, and that is not the one spoken to: {@code I'll}. */
    PROMISING,
    STATES,
    /** {@code but} and the like. */
    AGAINST,
    /** At the end they say that something comes before: {@code back it up first}. */
    FIRST,
    /** Tell what somebody or something says. */
    SAYING,
    /** Tell what somebody else thinks or wants: {@code Kim thinks}. */
    THINKING,
    /** At the beginning they tell who says it: {@code according to the docs}. */
    CITING,
    MODALS,
    /** Words for places that are as often names, and places only behind an article. */
    PLACED_NOUNS,
    /** Words for numbers. */
    NUMBERS,
    /** Nothing happened to what is called so. */
    UNUSED,
    /** What is to be done before something is to be done now. */
    DEADLINES,
    DENYING,
    /** Words for when it suits the one spoken to: {@code when you have a minute}. */
    CONVENIENT,
    /** How long something is to last: {@code until}. */
    LASTING,
    /** The second halves of verbs: {@code down}. */
    PARTICLES,
    /** Particles that may have behind them what something is to leave: {@code off this host}. */
    LEAVING,
    /** What German verbs put behind their object: {@code ab} of {@code abschalten}. */
    SEPARABLE,
    /** What may stand behind a word for how a thing is to be. */
    RESULT_ENDS,
    /** What may stand between a word that joins and the verb of what follows: {@code then please}. */
    BETWEEN,
    /** What an object may begin with: {@code the}. */
    OBJECTS,
    /** A full stop behind them ends no sentence. */
    ABBREVIATIONS,
    /** What a step is called before its number. */
    STEPS,
    /** Conditions that ask for a fact: {@code if}. */
    CHECKS,
    /** Between two names these mean a range, and no condition. */
    UNTIL,
    /** Before a point in time these are no condition. */
    AT_POINTS,
    /** Said after an order, they put it in doubt: {@code actually}. */
    HESITATIONS,
    /** What may stand before words that take something back: {@code hmm}. */
    INTERJECTIONS,
    /** At the beginning of a message they take back what was said before, whatever follows: {@code wait}. */
    WAITING,
    /** With one word behind them they take back what was said before: {@code wrong record}. */
    MISTAKEN,
    /** At the end of words that take something back, nothing but small words follows them: {@code not yet}. */
    YET,
    /** What is said before an order is given: {@code needs Kim's approval}. */
    APPROVALS,
    /** Behind a mark, with a word for an approval behind them, they are a condition. */
    PENDING,
    /** With a word for an approval behind them they ask for it. */
    LACKING,
    /** What somebody does who gives an approval: {@code Kim has to agree}. */
    APPROVING,
    /** Behind a comma they begin what tells which one is meant, if its verb stands at the end: {@code , die alt sind}. */
    VERB_LAST,
    /** Rights to read. */
    READING,
    /** Rights to write. */
    WRITING,
    /** Rights to all there is. */
    RULING,
    /** Standing alone they mean what is said next: {@code the following}. */
    AHEAD,

    // Where the verb of an order stands.

    BEFORE_NOUNS,
    BEFORE_VERBS,
    /** What may stand before a form in {@code -ing}: {@code mind deleting}. */
    BEFORE_RUNNING,
    /** With {@code about} behind them they propose what follows. */
    WHAT_ABOUT,
    /** With {@code of} behind them they tell what is not to be done: {@code instead of deleting it}. */
    INSTEAD,
    /** What has a form of the past behind it mean what is wanted: {@code get it deleted}. */
    WANTING,
    /** With {@code to see} they want what follows: {@code I'd love to see it gone}. */
    LIKING,
    /** With {@code if you} they ask for what follows: {@code grateful if you deleted it}. */
    GLAD,
    /** What follows is to be seen to: {@code make sure it is deleted}. */
    ENSURING,
    /** With {@code to} and a verb they ask for it, if it is the speaker who wants it. */
    DESIRING,
    /** With {@code to} and a verb they ask for it: {@code time to}. */
    GOVERNING,
    SPEAKERS,
    /** Ordered, they have behind {@code to} what they are for: {@code use it to buy one}. */
    USING,
    /** What things do, and what is asked of them: {@code it has to stop}. */
    INTRANSITIVE,
    /** Behind a verb that nobody knows they tell what it comes to: {@code choke it off}. */
    DIRECTIONS,
    /** Verbs that do not change anything with such a word behind them: {@code find out}. */
    UNDIRECTED,
    /** With the speaker and {@code to} behind them they pass on a request: {@code asked me to}. */
    ASKED_OF,
    /** With {@code is} behind them they are objects: {@code delete what is left}. */
    WHATEVER,
    /** Verbs whose past is like their base form. */
    PAST_ALIKE,
    /** Make a form of the past a report: {@code was}. */
    PAST_STATES,
    /** Tell how something is now. */
    PRESENT,
    PLANS,
    BECOMING,
    /** What stands between {@code have} and what has been done, and is no object. */
    STILL,
    /** With {@code to} and a verb behind them they tell what somebody does or wants: {@code asked}. */
    TOLD,
    MAY,
    /** With another before them they tell what that is to do: {@code the test should}. */
    OBLIGING,
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
    /** With a subject before them, and {@code not}, they tell what that does not do. */
    FAILING,
    /** Words of Portuguese alone, in which {@code no} forbids nothing. */
    PORTUGUESE,
    /** With a subject before them they tell what that does not do: {@code can't}. */
    UNABLE,
    /** At the beginning of a question they ask whether something is so. */
    ASKING,
    /** At the beginning they ask even without a question mark: {@code should it be deleted}. */
    INVERTED,
    /** What is written and orders nothing: {@code the docs}. */
    WRITINGS,
    /** Words that limit looking, and elsewhere mean little. */
    FILLERS,

    // When.

    /** No delay is meant. */
    NOW,
    /** What is called by its time: {@code meeting}. */
    SCHEDULED,
    /** With them begins what is to be told: {@code tell Kim that}. */
    COMPLEMENTS,
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
    /** A form in {@code -ed} or {@code -ing} behind them is no thing. */
    DOERS,
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
    /** With {@code to me} behind them the thing is the speaker's. */
    OWNED,
    /** What follows is what a thing lies in, or is part of. */
    INSIDE,
    /** What is brought to a place stands before them: {@code onto production}. */
    TOWARDS,
    COMPARING,
    /** Before an amount they say that something is to get it: {@code to more than three}. */
    SETTING,
    /** What is counted is no thing: {@code days}. */
    UNITS
}
