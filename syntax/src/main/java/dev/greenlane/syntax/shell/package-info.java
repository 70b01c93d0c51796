/**
 * The shell: POSIX sh and bash as people and agents write them.
 *
 * <p>{@link dev.greenlane.syntax.shell.ShellReader} turns text into a {@link dev.greenlane.syntax.shell.Script}.
 * A script holds {@link dev.greenlane.syntax.shell.Statement}s, a statement one
 * {@link dev.greenlane.syntax.shell.Command} with its redirections, a command
 * {@link dev.greenlane.syntax.shell.Word}s. Every node knows its {@link dev.greenlane.syntax.Span}. Reading never
 * fails: what cannot be read is an {@link dev.greenlane.syntax.shell.Command.Unreadable} with its reason, in its place.
 *
 * <p>A node lies in its parent, and nodes side by side do not overlap. There are two exceptions: the body of a
 * here-document lies behind the line of its redirection, and redirections may stand between the words of the command
 * they belong to.
 *
 * <p>The tree says what is written, never what it would do: no expansion, no variables, no files.
 */
@NullMarked
package dev.greenlane.syntax.shell;

import org.jspecify.annotations.NullMarked;
