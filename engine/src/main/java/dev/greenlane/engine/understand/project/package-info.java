/**
 * Files in which a project says what its tasks run: from the text of such a file and the name of a task to the commands, as
 * {@link dev.greenlane.engine.understand.project.Lead}; and who git takes the user for. Knows nothing of effects, of the
 * catalogue, or of how commands are followed.
 */
@NullMarked
package dev.greenlane.engine.understand.project;

import org.jspecify.annotations.NullMarked;
