/**
 * JSON as agents speak it, and the calls in it. Plain values in and out; knows no agent and no protocol.
 */
@NullMarked
package dev.greenlane.agents.input;

import org.jspecify.annotations.NullMarked;
