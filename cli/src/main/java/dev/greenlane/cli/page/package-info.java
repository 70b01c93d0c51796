/**
 * What a person sees of verdicts and how they came about. Pure: values in, lines of text out.
 */
@NullMarked
package dev.greenlane.cli.page;

import org.jspecify.annotations.NullMarked;
