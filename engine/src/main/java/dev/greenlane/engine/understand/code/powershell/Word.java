package dev.greenlane.engine.understand.code.powershell;

import dev.greenlane.engine.value.Value;
import java.util.Locale;

/**
 * A word of a command.
 *
 * @param value its text
 * @param quoted whether any of it stands in quotes or brackets
 * @param fetched whether it comes from the network
 * @param file the file whose content it is; empty where it is none
 */
record Word(Value value, boolean quoted, boolean fetched, Value file) {

    static Word of(Value value, boolean quoted) {
        return new Word(value, quoted, false, Value.EMPTY);
    }

    /** The name of a parameter, in lower case without its dash; empty where it is none. */
    String parameter() {
        String text = value.prefix();
        boolean parameter = !quoted && text.length() > 1 && text.charAt(0) == '-' && Character.isLetter(text.charAt(1));
        return parameter ? text.substring(1).toLowerCase(Locale.ROOT) : "";
    }
}
