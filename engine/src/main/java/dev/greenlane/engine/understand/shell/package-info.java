/**
 * What a shell command line would do. Walks the tree of {@link dev.greenlane.syntax.shell}, keeps variables, folders and
 * functions as far as they are known, opens wrappers, and tells the effects of every command by its description in the
 * catalogue. Nothing is ever run and nothing is guessed: what is not known is said to be not known.
 */
@NullMarked
package dev.greenlane.engine.understand.shell;

import org.jspecify.annotations.NullMarked;
