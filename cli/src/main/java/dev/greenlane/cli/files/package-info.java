/** What several commands do with files. It knows no command. */
@NullMarked
package dev.greenlane.cli.files;

import org.jspecify.annotations.NullMarked;
