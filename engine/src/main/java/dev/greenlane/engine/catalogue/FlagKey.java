package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.catalogue.Flag.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * A flag as the catalogue spells it: {@code -o, --output FILE}.
 *
 * @param spellings with dashes; {@code if=} for {@code if=FILE}; {@link #ASSIGNMENT} for {@code NAME=VALUE}
 * @param values how many values a required value has
 */
record FlagKey(List<String> spellings, Form form, int values) {

    /** The spelling of a flag that is any word {@code X=y}. */
    static final String ASSIGNMENT = "=";

    FlagKey {
        spellings = List.copyOf(spellings);
    }

    /**
     * Reads a spelling.
     *
     * @throws IllegalArgumentException where it is none; the message says what to do
     */
    static FlagKey parse(String key) {
        List<String> spellings = new ArrayList<>();
        Form form = Form.NONE;
        int values = 0;
        for (String alternative : key.split(",", -1)) {
            Spelling spelling = Spelling.parse(alternative.strip(), key);
            if (spelling.form() != Form.NONE) {
                if (form != Form.NONE && (form != spelling.form() || values != spelling.values())) {
                    throw new IllegalArgumentException(
                            "'" + key + "' gives two forms of value; write two flags with the same name");
                }
                form = spelling.form();
                values = spelling.values();
            }
            spellings.add(spelling.text());
        }
        return new FlagKey(spellings, form, values);
    }

    private record Spelling(String text, Form form, int values) {

        static Spelling parse(String text, String key) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("'" + key + "' has an empty part; take out a comma");
            }
            if (text.charAt(0) != '-' && text.charAt(0) != '+') {
                return plain(text);
            }
            int end = 1;
            while (end < text.length() && " =[".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String spelling = text.substring(0, end);
            String behind = text.substring(end);
            if (behind.isEmpty()) {
                return new Spelling(spelling, Form.NONE, 0);
            }
            if (behind.startsWith("[")) {
                String inside = behind.startsWith("[=") ? behind.substring(2) : behind.substring(1);
                if (!behind.endsWith("]") || !isPlaceholder(inside.substring(0, inside.length() - 1))) {
                    throw new IllegalArgumentException(
                            "'" + text + "': an optional value is written '--flag[=VALUE]' or '-f[VALUE]'");
                }
                return new Spelling(spelling, Form.OPTIONAL, 1);
            }
            String value = behind.substring(1).strip();
            if (value.equals("COMMAND...;")) {
                return new Spelling(spelling, Form.COMMAND, 1);
            }
            String[] words = value.split(" ", -1);
            for (String word : words) {
                if (!isPlaceholder(word)) {
                    throw new IllegalArgumentException(
                            "'" + text + "': the value must be an upper-case word: '" + spelling + " VALUE'");
                }
            }
            return new Spelling(spelling, Form.REQUIRED, words.length);
        }

        private static Spelling plain(String text) {
            if (!Character.isLetterOrDigit(text.charAt(0)) && text.indexOf('=') < 0 && text.indexOf(' ') < 0) {
                return new Spelling(text, Form.NONE, 0);
            }
            int equals = text.indexOf('=');
            if (equals < 1 || !isPlaceholder(text.substring(equals + 1))) {
                throw new IllegalArgumentException("'" + text
                        + "' is no flag; flags begin with '-', '+' or another sign, or are written 'key=VALUE'");
            }
            String name = text.substring(0, equals);
            return new Spelling(name.equals("NAME") ? ASSIGNMENT : name + "=", Form.REQUIRED, 1);
        }

        private static boolean isPlaceholder(String word) {
            return !word.isEmpty() && word.charAt(0) >= 'A' && word.charAt(0) <= 'Z' && word.indexOf(' ') < 0;
        }
    }
}
