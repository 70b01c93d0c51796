package dev.greenlane.engine.understand.code.python;

import java.util.ArrayList;
import java.util.List;

/**
 * A call that is being followed.
 *
 * @param returned what it gives back, one for each way
 * @param yielded what it gives out as a generator
 */
record Frame(Scope scope, List<Thing> returned, List<Thing> yielded) {

    Frame(Scope scope) {
        this(scope, new ArrayList<>(1), new ArrayList<>(0));
    }
}
