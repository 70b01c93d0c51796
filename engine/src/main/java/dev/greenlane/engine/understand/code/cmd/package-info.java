/**
 * What the command language of Windows would do: {@code cmd /c} and {@code .bat} files. A script is said again in the language of
 * a POSIX shell, its own commands by the programs that do the same ({@code cmd.yaml}), and goes back to the caller as that. Knows
 * nothing of programs, files or policy.
 */
@NullMarked
package dev.greenlane.engine.understand.code.cmd;

import org.jspecify.annotations.NullMarked;
