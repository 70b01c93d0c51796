/**
 * Code inside calls: what {@code python -c}, a here-document for an interpreter or the text of a script would do, told to a
 * {@link dev.greenlane.engine.understand.code.CodeSink}. Knows languages and their libraries, the latter as data; knows
 * nothing of commands, files, sessions or policy.
 */
@NullMarked
package dev.greenlane.engine.understand.code;

import org.jspecify.annotations.NullMarked;
