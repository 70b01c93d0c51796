package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.effect.DataLabel;
import java.util.List;

/**
 * What kind of data comes out of a program, as it is described.
 *
 * @param when all must hold
 */
record OutputSpec(DataLabel data, List<Condition> when) {

    OutputSpec {
        when = List.copyOf(when);
    }
}
