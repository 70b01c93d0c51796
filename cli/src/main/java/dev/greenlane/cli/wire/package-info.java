/**
 * The JSON that {@code review} reads and writes: a contract, version 1. Pure functions; never fails on any input.
 */
@NullMarked
package dev.greenlane.cli.wire;

import org.jspecify.annotations.NullMarked;
