package dev.greenlane.engine.consent.deed;

/** What was found for it and against it that a mention means an object. For one use. */
final class Evidence {

    /** Something was said of the object, and of nothing else. */
    boolean found;
    /** It was listed as one of the place that was said. */
    boolean listedThere;
    /** It is such a thing as was said. */
    boolean ofKind;
    /** Its place or its owner is as was said. */
    boolean agrees;
    /** Something was said that only a fact could settle. */
    boolean doubt;
    /** A place was said, and of the object none is known. */
    boolean unplaced;
    /** Something was said that is found nowhere. */
    boolean strange;
    /** Something was said that the command has, and not the object. */
    boolean unmatched;
    /** Something was said that the listing was asked for, and so is true of all that it lists. */
    boolean asked;
    /** A listing tells that it is not in the state that was said. */
    boolean toldOtherwise;
    /** Something was said that is otherwise of the object. */
    boolean against;
}
