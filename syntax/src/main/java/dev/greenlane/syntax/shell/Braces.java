package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brace expansion as bash does it: {@code {a,b}}, {@code {1..9}}, {@code {a..z..2}}, nested. */
public final class Braces {
    /** The most words one word may become. */
    public static final int LIMIT = 1000;

    private static final int DEEPEST = 50;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final List<Atom> atoms;
    private final int[] closes;

    private Braces(List<Atom> atoms) {
        this.atoms = atoms;
        this.closes = closingBraces(atoms);
    }

    /**
     * The words that brace expansion makes of {@code word}: itself where it has no brace list. Their spans, and those
     * of their parts, lie in the word's own; a number out of a sequence has the span of its braces.
     *
     * @return empty where there would be more than {@link #LIMIT} words, or far too much text
     */
    public static Optional<List<Word>> expand(Word word) {
        if (!hasBraces(word)) {
            return Optional.of(List.of(word));
        }
        Braces braces = new Braces(atoms(word));
        try {
            List<List<Atom>> expanded = braces.expand(0, braces.atoms.size(), 0);
            if (expanded.size() == 1 && expanded.getFirst().size() == braces.atoms.size()) {
                return Optional.of(List.of(word));
            }
            return Optional.of(expanded.stream()
                    .filter(one -> !one.isEmpty())
                    .map(one -> word(word, one))
                    .toList());
        } catch (TooMuch tooMuch) {
            return Optional.empty();
        }
    }

    private static boolean hasBraces(Word word) {
        boolean open = false;
        for (WordPart part : word.parts()) {
            if (part instanceof WordPart.Literal literal) {
                open |= literal.text().indexOf('{') >= 0;
                if (open && literal.text().indexOf('}') >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A character of a literal, or a whole part of another kind. */
    private record Atom(char c, @Nullable WordPart part, Span span) {
        boolean is(char other) {
            return part == null && c == other;
        }
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super(null, null, false, false);
        }
    }

    private static List<Atom> atoms(Word word) {
        List<Atom> atoms = new ArrayList<>();
        for (WordPart part : word.parts()) {
            if (part instanceof WordPart.Literal literal) {
                boolean exact = literal.text().length() == literal.span().length();
                for (int i = 0; i < literal.text().length(); i++) {
                    int start = literal.span().start() + i;
                    Span span = exact ? new Span(start, start + 1) : literal.span();
                    atoms.add(new Atom(literal.text().charAt(i), null, span));
                }
            } else {
                atoms.add(new Atom('\0', part, part.span()));
            }
        }
        return atoms;
    }

    /** For each opening brace the place of the closing one, else -1. */
    private static int[] closingBraces(List<Atom> atoms) {
        int[] closes = new int[atoms.size()];
        Arrays.fill(closes, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < closes.length; i++) {
            if (atoms.get(i).is('{')) {
                open.push(i);
            } else if (atoms.get(i).is('}') && !open.isEmpty()) {
                closes[open.pop()] = i;
            }
        }
        return closes;
    }

    private List<List<Atom>> expand(int from, int to, int depth) {
        if (depth > DEEPEST) {
            throw new TooMuch();
        }
        List<List<Atom>> results = List.of(List.of());
        int plain = from;
        int i = from;
        while (i < to) {
            List<List<Atom>> choices = atoms.get(i).is('{') && closes[i] > 0 ? choices(i, closes[i], depth) : List.of();
            if (choices.isEmpty()) {
                i++;
                continue;
            }
            results = product(results, atoms.subList(plain, i), choices);
            i = closes[i] + 1;
            plain = i;
        }
        return product(results, atoms.subList(plain, to), List.of(List.of()));
    }

    private static List<List<Atom>> product(List<List<Atom>> left, List<Atom> middle, List<List<Atom>> right) {
        if ((long) left.size() * right.size() > LIMIT) {
            throw new TooMuch();
        }
        List<List<Atom>> product = new ArrayList<>(left.size() * right.size());
        long characters = 0;
        for (List<Atom> first : left) {
            for (List<Atom> last : right) {
                characters += first.size() + middle.size() + last.size();
                if (characters > MOST_CHARACTERS) {
                    throw new TooMuch();
                }
                List<Atom> joined = new ArrayList<>(first.size() + middle.size() + last.size());
                joined.addAll(first);
                joined.addAll(middle);
                joined.addAll(last);
                product.add(joined);
            }
        }
        return product;
    }

    /** What the braces at {@code open} and {@code close} stand for; nothing where they are plain text. */
    private List<List<Atom>> choices(int open, int close, int depth) {
        List<Integer> commas = new ArrayList<>();
        for (int i = open + 1; i < close; i++) {
            if (atoms.get(i).is('{')) {
                i = closes[i];
            } else if (atoms.get(i).is(',')) {
                commas.add(i);
            }
        }
        if (commas.isEmpty()) {
            return sequence(open, close);
        }
        commas.add(close);
        List<List<Atom>> choices = new ArrayList<>();
        int start = open + 1;
        for (int comma : commas) {
            choices.addAll(expand(start, comma, depth + 1));
            if (choices.size() > LIMIT) {
                throw new TooMuch();
            }
            start = comma + 1;
        }
        return choices;
    }

    private List<List<Atom>> sequence(int open, int close) {
        if (close - open > 64) {
            return List.of();
        }
        StringBuilder text = new StringBuilder();
        for (Atom atom : atoms.subList(open + 1, close)) {
            text.append(atom.part == null ? atom.c : '\0');
        }
        Span span = atoms.get(open).span.to(atoms.get(close).span);
        return sequence(text.toString()).stream()
                .map(item -> item.chars()
                        .mapToObj(c -> new Atom((char) c, null, span))
                        .toList())
                .toList();
    }

    private static List<String> sequence(String text) {
        int first = text.indexOf("..");
        if (first < 0) {
            return List.of();
        }
        int second = text.indexOf("..", first + 2);
        String from = text.substring(0, first);
        String to = text.substring(first + 2, second < 0 ? text.length() : second);
        Long step = second < 0 ? Long.valueOf(1) : number(text.substring(second + 2));
        if (step == null) {
            return List.of();
        }
        if (isLetter(from) && isLetter(to)) {
            return sequence(from.charAt(0), to.charAt(0), step).stream()
                    .map(value -> Character.toString(value.intValue()))
                    .toList();
        }
        Long start = number(from);
        Long end = number(to);
        if (start == null || end == null) {
            return List.of();
        }
        int width = isPadded(from) || isPadded(to) ? Math.max(from.length(), to.length()) : 0;
        return sequence(start, end, step).stream()
                .map(value -> padded(value, width))
                .toList();
    }

    private static List<Long> sequence(long from, long to, long step) {
        long size = Math.max(1, Math.abs(step));
        if (Math.abs(to - from) / size >= LIMIT) {
            throw new TooMuch();
        }
        List<Long> values = new ArrayList<>();
        for (long value = from; from <= to ? value <= to : value >= to; value += from <= to ? size : -size) {
            values.add(value);
        }
        return values;
    }

    private static boolean isLetter(String text) {
        return text.length() == 1 && Chars.startsName(text.charAt(0)) && text.charAt(0) != '_';
    }

    private static @Nullable Long number(String text) {
        int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.length() == digits || text.length() > 15) {
            return null;
        }
        for (int i = digits; i < text.length(); i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return null;
            }
        }
        return Long.parseLong(text);
    }

    private static boolean isPadded(String number) {
        int digits = number.startsWith("-") ? 1 : 0;
        return number.length() > digits + 1 && number.charAt(digits) == '0';
    }

    private static String padded(long value, int width) {
        String digits = Long.toString(Math.abs(value));
        String sign = value < 0 ? "-" : "";
        return sign + "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
    }

    private static Word word(Word whole, List<Atom> atoms) {
        List<WordPart> parts = new ArrayList<>();
        int i = 0;
        while (i < atoms.size()) {
            Atom atom = atoms.get(i);
            if (atom.part != null) {
                parts.add(atom.part);
                i++;
                continue;
            }
            StringBuilder text = new StringBuilder();
            Span span = atom.span;
            for (; i < atoms.size() && atoms.get(i).part == null; i++) {
                text.append(atoms.get(i).c);
                span = span.to(atoms.get(i).span);
            }
            parts.add(new WordPart.Literal(text.toString(), span));
        }
        return new Word(parts, whole.span());
    }
}
