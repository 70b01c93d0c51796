/**
 * A model that says what it is told to, on the loopback address, in the protocols that real ones speak: with it, whatever can go
 * wrong with a judge can be tried out, and costs nothing.
 */
@NullMarked
package dev.greenlane.models.scripted;

import org.jspecify.annotations.NullMarked;
