package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code echo} and {@code printf} write. */
final class Echo {

    private Echo() {}

    static Value echo(List<Value> words) {
        int at = 0;
        boolean newline = true;
        boolean escapes = false;
        while (at < words.size() && isFlag(words.get(at).known().orElse(""))) {
            String flag = words.get(at).known().orElse("");
            newline &= flag.indexOf('n') < 0;
            escapes |= flag.indexOf('e') >= 0;
            at++;
        }
        List<Piece> pieces = new ArrayList<>();
        for (int i = at; i < words.size(); i++) {
            if (i > at) {
                pieces.add(new Piece.Text(" "));
            }
            pieces.addAll(words.get(i).pieces());
        }
        pieces.add(new Piece.Text(newline ? "\n" : ""));
        Value text = new Value(pieces);
        return escapes ? decoded(text) : text;
    }

    private static boolean isFlag(String text) {
        return text.length() > 1
                && text.charAt(0) == '-'
                && text.substring(1).chars().allMatch(c -> "neE".indexOf(c) >= 0);
    }

    /** The output of {@code printf}; empty where the format is not known or has more than strings and numbers. */
    static Optional<Value> printf(List<Value> words) {
        List<Value> operands =
                !words.isEmpty() && words.get(0).known().filter("--"::equals).isPresent()
                        ? words.subList(1, words.size())
                        : words;
        if (operands.isEmpty() || operands.get(0).known().isEmpty()) {
            return Optional.empty();
        }
        String format = unescaped(operands.get(0).known().get());
        Value output = Value.EMPTY;
        int next = 1;
        do {
            int taken = next;
            StringBuilder literal = new StringBuilder();
            for (int i = 0; i < format.length(); i++) {
                char c = format.charAt(i);
                if (c != '%') {
                    literal.append(c);
                    continue;
                }
                int end = i + 1;
                while (end < format.length() && "-+ #0123456789.*".indexOf(format.charAt(end)) >= 0) {
                    end++;
                }
                char letter = end < format.length() ? format.charAt(end) : '%';
                i = end;
                if (letter == '%') {
                    literal.append('%');
                } else if ("sbdiuq".indexOf(letter) >= 0) {
                    Value value = next < operands.size() ? operands.get(next) : Value.EMPTY;
                    next++;
                    output = output.then(Value.of(literal.toString())).then(letter == 'b' ? decoded(value) : value);
                    literal.setLength(0);
                } else {
                    return Optional.empty();
                }
            }
            output = output.then(Value.of(literal.toString()));
            if (next == taken) {
                break;
            }
        } while (next < operands.size());
        return Optional.of(output);
    }

    private static Value decoded(Value value) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : value.pieces()) {
            pieces.add(piece instanceof Piece.Text text ? new Piece.Text(unescaped(text.text())) : piece);
        }
        return new Value(pieces);
    }

    /** Backslash escapes as {@code echo -e} and {@code printf} read them. */
    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '\\' || i == text.length()) {
                result.append(c);
                continue;
            }
            char letter = text.charAt(i++);
            switch (letter) {
                case 'n' -> result.append('\n');
                case 't' -> result.append('\t');
                case 'r' -> result.append('\r');
                case 'a', 'b', 'f', 'v', 'c' -> result.append(' ');
                case 'e', 'E' -> result.append('\u001b');
                case '\\' -> result.append('\\');
                case 'x' -> i = number(text, i, 2, 16, result);
                case 'u' -> i = number(text, i, 4, 16, result);
                case '0', '1', '2', '3', '4', '5', '6', '7' ->
                    i = number(text, letter == '0' ? i : i - 1, 3, 8, result);
                default -> result.append('\\').append(letter);
            }
        }
        return result.toString();
    }

    private static int number(String text, int from, int most, int base, StringBuilder result) {
        int value = 0;
        int at = from;
        while (at < text.length() && at < from + most && Character.digit(text.charAt(at), base) >= 0) {
            value = value * base + Character.digit(text.charAt(at), base);
            at++;
        }
        result.append((char) (base == 8 ? value & 0xFF : value));
        return at;
    }
}
