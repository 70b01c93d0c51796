package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
                String shape = format.substring(i + 1, Math.min(end, format.length()));
                i = end;
                if (letter == '%') {
                    literal.append('%');
                } else {
                    Value value = next < operands.size() ? operands.get(next) : Value.EMPTY;
                    next++;
                    Optional<Value> formatted = formatted(value, letter, shape);
                    if (formatted.isEmpty()) {
                        return Optional.empty();
                    }
                    output = output.then(Value.of(literal.toString())).then(formatted.get());
                    literal.setLength(0);
                }
            }
            output = output.then(Value.of(literal.toString()));
            if (next == taken) {
                break;
            }
        } while (next < operands.size());
        return Optional.of(output);
    }

    /** One operand, as a directive of the format writes it; empty where that is not known. */
    private static Optional<Value> formatted(Value value, char letter, String shape) {
        Value text = switch (letter) {
            case 's', 'q', 'd', 'i', 'u' -> value;
            case 'b' -> decoded(value);
            case 'c' ->
                value.known()
                        .map(known -> Value.of(known.substring(0, Math.min(1, known.length()))))
                        .orElse(Value.unknown("%c", "is one character of something"));
            case 'x' -> inBase(value, 16);
            case 'X' ->
                inBase(value, 16)
                        .known()
                        .map(known -> Value.of(known.toUpperCase(Locale.ROOT)))
                        .orElse(Value.unknown("%X", "is a number"));
            case 'o' -> inBase(value, 8);
            default -> Value.EMPTY;
        };
        if ("sqdiubcxXo".indexOf(letter) < 0) {
            return Optional.empty();
        }
        if (shape.isEmpty() || text.known().isEmpty()) {
            return Optional.of(text);
        }
        return shaped(text.known().get(), letter, shape).map(Value::of);
    }

    private static Value inBase(Value value, int base) {
        Optional<String> known = value.known();
        try {
            String digits = known.orElse("x");
            boolean character = digits.length() > 1 && (digits.charAt(0) == '\'' || digits.charAt(0) == '"');
            long number = character ? digits.charAt(1) : Long.decode(digits);
            return Value.of(Long.toString(number, base));
        } catch (NumberFormatException e) {
            return Value.unknown("%x", "is a number");
        }
    }

    /** Width and precision; empty where they are operands themselves. */
    private static Optional<String> shaped(String text, char letter, String shape) {
        if (!shape.matches("[-+ #0]*[0-9]{0,4}(\\.[0-9]{0,4})?")) {
            return Optional.empty();
        }
        int dot = shape.indexOf('.');
        String widthText = (dot < 0 ? shape : shape.substring(0, dot)).replaceFirst("^[-+ #0]*", "");
        int width = widthText.isEmpty() ? 0 : Integer.parseInt(widthText);
        String cut = text;
        if (dot >= 0 && (letter == 's' || letter == 'b')) {
            String precision = shape.substring(dot + 1);
            cut = text.substring(0, Math.min(text.length(), precision.isEmpty() ? 0 : Integer.parseInt(precision)));
        }
        String padding = (shape.startsWith("0") && letter != 's' ? "0" : " ").repeat(Math.max(0, width - cut.length()));
        return Optional.of(shape.startsWith("-") ? cut + padding : padding + cut);
    }

    private static Value decoded(Value value) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : value.pieces()) {
            pieces.add(piece instanceof Piece.Text text ? new Piece.Text(unescaped(text.text())) : piece);
        }
        return new Value(pieces);
    }

    /** Backslash escapes as {@code echo -e} and {@code printf} read them. */
    static String unescaped(String text) {
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
