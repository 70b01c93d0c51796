package dev.greenlane.engine.catalogue;

/** Whether something holds, in rising order. */
enum Holds {
    NO,
    /** It depends on text that is not known. */
    MAYBE,
    YES;

    static Holds of(boolean yes) {
        return yes ? YES : NO;
    }

    Holds not() {
        return switch (this) {
            case NO -> YES;
            case MAYBE -> MAYBE;
            case YES -> NO;
        };
    }

    Holds and(Holds other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Holds or(Holds other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
