/**
 * What other programs' settings become here. Works out texts of files and what to say about each line; touches no file.
 */
@NullMarked
package dev.greenlane.cli.imports;

import org.jspecify.annotations.NullMarked;
