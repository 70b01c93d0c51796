/**
 * Languages that are read without a grammar of their own: a scanner takes their text apart, and marks (calls that matter, by
 * name) say what it would do. What is not a mark has no effect. Each language is a data file; {@code awk}, {@code sed}, SQL and
 * PowerShell have readers of their own, because what they do does not stand in calls.
 */
@NullMarked
package dev.greenlane.engine.understand.code.scan;

import org.jspecify.annotations.NullMarked;
