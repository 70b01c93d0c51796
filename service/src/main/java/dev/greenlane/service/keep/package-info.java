/**
 * What a call could lose is kept before it runs: {@link dev.greenlane.service.keep.Threats} tells from its effects which paths these
 * are, {@link dev.greenlane.service.keep.Precaution} whether that fits, for rules that ask before the verdict, and
 * {@link dev.greenlane.service.keep.Keeping} has them kept within the limits that are set. Knows reviews and the store. Knows
 * nothing of agents and wires, and decides nothing.
 */
@NullMarked
package dev.greenlane.service.keep;

import org.jspecify.annotations.NullMarked;
