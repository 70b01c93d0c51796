package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a program that makes arguments of its input takes it apart: {@code xargs} and {@code parallel}.
 *
 * @param separators the characters between two words; empty where blanks and quotes decide, as in {@code xargs} without flags
 * @param placeholder what stands in the command for a word
 * @param file where the words stand, in place of standard input
 */
record InputWords(String separators, String placeholder, Optional<Value> file) {

    private static final String USUAL = "{}";

    static InputWords of(String program, List<Argument> arguments) {
        if (program.equals("parallel")) {
            return new InputWords("\n", USUAL, Optional.empty());
        }
        String separators = "";
        String placeholder = USUAL;
        Optional<Value> file = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String flag = arguments.get(i).value().prefix();
            String next =
                    i + 1 < arguments.size() ? arguments.get(i + 1).value().prefix() : "";
            if (!flag.startsWith("-")) {
                break;
            }
            if (flag.startsWith("--arg-file=")) {
                file = Optional.of(arguments.get(i).value().withoutPrefix("--arg-file=".length()));
            } else if (flag.startsWith("-a") && flag.length() > 2) {
                file = Optional.of(arguments.get(i).value().withoutPrefix(2));
            } else if ((flag.equals("-a") || flag.equals("--arg-file")) && i + 1 < arguments.size()) {
                file = Optional.of(arguments.get(++i).value());
            } else if (flag.equals("-I")
                    || flag.equals("-J")
                    || flag.startsWith("-I")
                    || flag.startsWith("--replace=")) {
                placeholder = flag.length() == 2 ? next : flag.substring(flag.startsWith("--") ? 10 : 2);
                separators = "\n";
                i += flag.length() == 2 ? 1 : 0;
            } else if (flag.equals("-i") || flag.equals("--replace")) {
                separators = "\n";
            } else if (flag.equals("--null") || flag.matches("-[rt]*0.*")) {
                separators = "\0";
            } else if (flag.equals("-d") || flag.startsWith("--delimiter")) {
                String given = flag.startsWith("--delimiter=") ? flag.substring(12) : next;
                separators = Echo.printf(List.of(Value.of(given.replace("%", "%%"))))
                        .flatMap(Value::known)
                        .orElse(given);
                i += flag.indexOf('=') < 0 ? 1 : 0;
            } else if (flag.length() == 2 && "ELnPsS".indexOf(flag.charAt(1)) >= 0) {
                i++;
            }
        }
        return new InputWords(separators, placeholder.isEmpty() ? USUAL : placeholder, file);
    }

    /** The words in a text. */
    List<Value> split(Value text) {
        if (!separators.isEmpty()) {
            Fields fields = new Fields(separators);
            fields.unquoted(text);
            return fields.finish();
        }
        Optional<String> known = text.known();
        if (known.isEmpty()) {
            Fields fields = new Fields();
            fields.unquoted(text);
            return fields.finish();
        }
        return unquoted(known.get());
    }

    /** Words at blanks, in which quotes and backslashes hold text together. */
    private static List<Value> unquoted(String text) {
        List<Value> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean started = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                started = true;
            } else if (c == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
                started = true;
            } else if (c == ' ' || c == '\t' || c == '\n') {
                if (started) {
                    words.add(Value.of(word.toString()));
                    word.setLength(0);
                    started = false;
                }
            } else {
                word.append(c);
                started = true;
            }
        }
        if (started) {
            words.add(Value.of(word.toString()));
        }
        return words;
    }
}
