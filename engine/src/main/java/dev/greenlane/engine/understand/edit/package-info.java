/**
 * What text means in the file that it is written to: which commands it makes run later by itself, which could be run by
 * whoever runs the file, and what its settings do. {@link dev.greenlane.engine.understand.edit.Contents} reads whole files and
 * pieces of them. Knows nothing of paths, of what commands do, or of what is allowed.
 */
@NullMarked
package dev.greenlane.engine.understand.edit;

import org.jspecify.annotations.NullMarked;
