/**
 * What Python code would do. The code is followed with values as far as they are known ({@code Thing}): {@code Interpreter}
 * does statements, {@code Evaluator} expressions, {@code Calls} what is called. What the functions of libraries do to the world
 * is data, {@code python.yaml}; what they compute, where effects depend on it, is {@code Computations}.
 *
 * <p>Every statement is followed at least once: both ways of a branch whose test is not known, bodies of functions that nothing
 * calls. Loops over known values and calls of functions are followed again and again within a budget.
 */
@NullMarked
package dev.greenlane.engine.understand.code.python;

import org.jspecify.annotations.NullMarked;
