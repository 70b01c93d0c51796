/**
 * The languages whose code is read, by name. Brings the readers of {@code understand.code} together and keeps what they
 * promise; knows nothing of how any of them reads.
 */
@NullMarked
package dev.greenlane.engine.understand.languages;

import org.jspecify.annotations.NullMarked;
