/**
 * What PowerShell code would do: its commands, the methods of .NET it calls, and the programs it starts, which go back to the
 * caller as commands. What commands and methods do is data, {@code powershell.yaml}.
 */
@NullMarked
package dev.greenlane.engine.understand.code.powershell;

import org.jspecify.annotations.NullMarked;
