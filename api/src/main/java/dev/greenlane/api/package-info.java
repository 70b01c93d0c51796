/**
 * How programs reach the resident service: where its files are, what its addresses are called, and a client that starts it
 * where it does not run. It moves text and knows nothing of what the text says: not the engine, not an agent.
 *
 * <p>The wire is HTTP/1.1 with the version in every path, over a Unix domain socket that only the user can open.
 */
@NullMarked
package dev.greenlane.api;

import org.jspecify.annotations.NullMarked;
