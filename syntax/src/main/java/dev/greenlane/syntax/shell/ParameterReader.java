package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.shell.WordPart.Parameter;
import dev.greenlane.syntax.shell.WordPart.Parameter.Operation;
import dev.greenlane.syntax.shell.WordPart.Parameter.Prefix;
import java.util.Optional;

/** {@code ${…}}. */
final class ParameterReader {
    private final Grammar grammar;
    private final Source source;
    private final Cursor in;

    ParameterReader(Grammar grammar) {
        this.grammar = grammar;
        this.source = grammar.source;
        this.in = grammar.in;
    }

    /** Reads {@code ${…}} that starts at {@code start}; the cursor stands behind the brace. */
    void braced(Parts parts, int start, Quoting quoting) {
        int heightBeside = grammar.run.nesting.enter();
        if (Chars.isBlank(in.peek()) || in.atNewline() || in.peek() == '|') {
            grammar.expansions.braced(parts, start);
        } else {
            Prefix prefix = prefix();
            String name = name();
            Optional<Word> index = Optional.empty();
            if (!name.isEmpty() && Chars.startsName(name.charAt(0)) && in.take('[')) {
                index = Optional.of(grammar.words.subscript());
            }
            Operation operation = in.peek() == '}' ? null : operation(prefix, quoting);
            if (!in.take('}')) {
                throw ReadingError.missing("}");
            }
            int end = in.position();
            parts.add(new Parameter(name, index, prefix, Optional.ofNullable(operation), source.span(start, end)), end);
        }
        grammar.run.nesting.leave(heightBeside);
    }

    private Prefix prefix() {
        int c = in.peek();
        if (c != '#' && c != '!') {
            return Prefix.NONE;
        }
        int second = in.peekSecond();
        boolean named = Chars.isName(second) || Chars.isSpecialParameter(second) && in.peekThird() == '}';
        if (!named) {
            return Prefix.NONE;
        }
        in.next();
        return c == '#' ? Prefix.LENGTH : Prefix.INDIRECT;
    }

    /** A variable's name, a number or a special parameter; empty where there is none. */
    private String name() {
        String name = in.takeName();
        if (name != null) {
            return name;
        }
        int c = in.peek();
        boolean expansion = c == '$' && (in.peekSecond() == '{' || in.peekSecond() == '(');
        if (Chars.isSpecialParameter(c) && !expansion) {
            in.next();
            return Character.toString(c);
        }
        StringBuilder digits = new StringBuilder();
        for (; Chars.isDigit(c); c = in.peek()) {
            digits.append((char) c);
            in.next();
        }
        return digits.toString();
    }

    private Operation operation(Prefix prefix, Quoting quoting) {
        String operator = operator(prefix);
        for (int i = 0; i < operator.length(); i++) {
            in.peek();
            in.next();
        }
        return switch (operator) {
            case ":" -> substring(quoting);
            case "/", "//", "/#", "/%" -> replacement(operator, quoting);
            case "#", "##", "%", "%%", "^", "^^", ",", ",,", "~", "~~" ->
                new Operation(operator, argument(quoting, true, '}'), Optional.empty());
            default -> new Operation(operator, argument(quoting, false, '}'), Optional.empty());
        };
    }

    /** The operator that stands here; empty for text that the shell would refuse as a bad substitution. */
    private String operator(Prefix prefix) {
        int c = in.peek();
        int second = in.peekSecond();
        return switch (c) {
            case ':' ->
                switch (second) {
                    case '-', '=', '?', '+' -> ":" + (char) second;
                    default -> ":";
                };
            case '-', '=', '?', '+' -> Character.toString(c);
            case '#', '%', '^', ',', '~' -> second == c ? Character.toString(c).repeat(2) : Character.toString(c);
            case '/' ->
                switch (second) {
                    case '/', '#', '%' -> "/" + (char) second;
                    default -> "/";
                };
            case '@' -> "@";
            case '*' -> prefix == Prefix.INDIRECT ? "*" : "";
            default -> "";
        };
    }

    private Operation replacement(String operator, Quoting quoting) {
        Optional<Word> pattern = argument(quoting, true, '/');
        Optional<Word> text = in.take('/') ? argument(quoting, true, '}') : Optional.empty();
        return new Operation(operator, pattern, text);
    }

    private Operation substring(Quoting quoting) {
        Optional<Word> offset = argument(quoting, false, ':');
        Optional<Word> length = in.take(':') ? argument(quoting, false, '}') : Optional.empty();
        return new Operation(":", offset, length);
    }

    /** Reads up to {@code stop} or the closing brace; a colon may also belong to {@code x ? y : z}. */
    private Optional<Word> argument(Quoting quoting, boolean pattern, char stop) {
        Parts parts = new Parts(source, in.position());
        int depth = 0;
        int choices = 0;
        while (true) {
            int c = in.peek();
            if (c == Cursor.END) {
                throw ReadingError.missing("}");
            }
            if (c == '}' || c == stop && depth == 0 && choices == 0) {
                return parts.isEmpty() ? Optional.empty() : Optional.of(parts.word());
            }
            if (special(parts, quoting, pattern, c)) {
                continue;
            }
            if (stop == ':') {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                choices += c == '?' ? 1 : c == ':' ? -1 : 0;
            }
            plain(parts);
        }
    }

    private boolean special(Parts parts, Quoting quoting, boolean pattern, int c) {
        switch (c) {
            case '\\' -> {
                if (!quoting.quoted() || pattern || quoting.escapes(in.raw(in.position() + 1)) || nextIsBrace()) {
                    return grammar.words.quotedOrExpanded(parts);
                }
                grammar.words.literal(parts, 1);
            }
            case '\'' -> {
                if (!quoting.quoted() || pattern) {
                    grammar.words.singleQuoted(parts);
                } else if (quoting == Quoting.DOUBLE_QUOTES) {
                    grammar.words.literalSingleQuotes(parts);
                } else {
                    grammar.words.literal(parts, 1);
                }
            }
            case '"' -> grammar.words.doubleQuoted(parts, in.position());
            case '$' -> grammar.expansions.dollar(parts, quoting == Quoting.HERE_DOCUMENT ? quoting : Quoting.NONE);
            case '`' -> grammar.expansions.backquoted(parts, quoting);
            case '<', '>' -> {
                if (quoting.quoted() || in.peekSecond() != '(') {
                    return false;
                }
                grammar.expansions.processSubstitution(parts);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean nextIsBrace() {
        return in.raw(in.position() + 1) == '}';
    }

    /** Takes this character and the text behind it that is special in no argument. */
    private void plain(Parts parts) {
        int length = 1;
        while (isPlain(in.raw(in.position() + length))) {
            length++;
        }
        grammar.words.literal(parts, length);
    }

    private static boolean isPlain(int c) {
        return Chars.isName(c) || c == ' ' || c == '.' || c == ',' || c == '-' || c > 127;
    }
}
