package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Texts in which variables and code stand. One for each source. */
final class Interpolation {

    private final Grammar grammar;
    private final StandIns standIns;
    /** How many characters may still be looked at ahead, so that scanning stays linear. */
    private long patience;

    Interpolation(Grammar grammar, StandIns standIns, int length) {
        this.grammar = grammar;
        this.standIns = standIns;
        this.patience = 20L * length + 1000;
    }

    /** Whether one may look a character further ahead. */
    boolean isPatient() {
        return patience-- > 0;
    }

    /** A text in which variables stand: each becomes a hole with its name. */
    Lexeme text(String inside, Lexeme.Kind kind) {
        List<Piece> pieces = new ArrayList<>();
        List<String> inner = new ArrayList<>(0);
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < inside.length()) {
            char c = inside.charAt(i);
            int end = c == '\\' ? -1 : variableEnd(inside, i);
            if (c == '\\' && i + 1 < inside.length()) {
                plain.append(c).append(inside.charAt(i + 1));
                i += 2;
            } else if (end > 0) {
                flush(plain, pieces);
                String name = inside.substring(i, end);
                boolean braces = name.startsWith("#{") || name.startsWith("${");
                String expression =
                        braces ? name.substring(2, name.length() - 1).strip() : name;
                if (braces && !expression.matches("[A-Za-z_$@][\\w.$]*")) {
                    inner.add(expression);
                }
                String shown = grammar.interpolates().equals("$") && braces ? "$" + expression : expression;
                pieces.add(new Piece.Hole(shown, "is computed"));
                i = end;
            } else {
                plain.append(c);
                i++;
            }
        }
        flush(plain, pieces);
        return new Lexeme(kind, inside, new Value(pieces), List.copyOf(inner));
    }

    private void flush(StringBuilder plain, List<Piece> pieces) {
        if (!plain.isEmpty()) {
            pieces.addAll(standIns.decode(Texts.unescaped(plain.toString())).pieces());
            plain.setLength(0);
        }
    }

    /** Where a variable that begins at {@code start} ends; -1 where none begins. */
    private int variableEnd(String text, int start) {
        String way = grammar.interpolates();
        if (way.length() == 2) {
            return text.startsWith(way, start) ? bracesEnd(text, start + 1) : -1;
        }
        char c = text.charAt(start);
        if (c != '$' && !(c == '@' && grammar.sigils().indexOf('@') >= 0)) {
            return -1;
        }
        int next = start + 1;
        if (next >= text.length()) {
            return -1;
        }
        if (text.charAt(next) == '{') {
            return bracesEnd(text, next);
        }
        if (!Character.isLetter(text.charAt(next)) && text.charAt(next) != '_') {
            boolean digit = Character.isDigit(text.charAt(next)) || text.charAt(next) == '&';
            return digit && c == '$' ? next + 1 : -1;
        }
        while (next < text.length() && (Character.isLetterOrDigit(text.charAt(next)) || text.charAt(next) == '_')) {
            next++;
        }
        while (next < text.length()
                && (text.charAt(next) == '[' || text.charAt(next) == '{' || text.startsWith("->", next))) {
            int open = text.startsWith("->", next) ? next + 2 : next;
            if (open >= text.length() || text.charAt(open) != '[' && text.charAt(open) != '{') {
                break;
            }
            int close = text.indexOf(text.charAt(open) == '[' ? ']' : '}', open);
            if (close < 0) {
                break;
            }
            next = close + 1;
        }
        return next;
    }

    /** Where braces that open at {@code open} close, and one further; -1 where they do not. */
    int bracesEnd(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length() && patience > 0; i++) {
            patience--;
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
