/** Cline: its command line and its editor extension, whose hooks are executables named after their event. */
@NullMarked
package dev.greenlane.agents.cline;

import org.jspecify.annotations.NullMarked;
