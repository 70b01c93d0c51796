package dev.greenlane.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads JSON, with comments and commas at the end, into {@link Data}. Every single value is text. Never throws. */
public final class Json {

    private static final int DEEPEST = 60;

    private final String text;
    private int at;

    /** Whether text that ends, or goes on otherwise, in the midst of a value is taken as far as it goes. */
    private final boolean tolerant;

    private Json(String text, boolean tolerant) {
        this.text = text;
        this.tolerant = tolerant;
    }

    /** The document; empty where the text is no JSON. */
    public static Optional<Data> read(String text) {
        try {
            return Optional.of(new Json(text, false).value(0));
        } catch (Broken e) {
            return Optional.empty();
        }
    }

    /** The objects and lists that stand after each other in a text, as far as it is JSON; the last one may be cut short. */
    public static List<Data> beginning(String text) {
        Json reader = new Json(text, true);
        List<Data> values = new ArrayList<>();
        try {
            while (reader.next() == '{' || reader.next() == '[') {
                values.add(reader.value(0));
            }
        } catch (Broken e) {
            return values;
        }
        return values;
    }

    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("not JSON", null, false, false);
        }
    }

    private Data value(int depth) throws Broken {
        if (depth > DEEPEST) {
            throw new Broken();
        }
        return switch (next()) {
            case '{' -> entries(depth);
            case '[' -> items(depth);
            case '"' -> new Data.Text(string(), Place.UNKNOWN);
            default -> word();
        };
    }

    private Data entries(int depth) throws Broken {
        List<Data.Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        at++;
        try {
            while (next() != '}') {
                String name = string();
                expect(':');
                Data value = value(depth + 1);
                if (!names.add(name)) {
                    entries.removeIf(entry -> entry.name().equals(name));
                }
                entries.add(new Data.Entry(name, value, Place.UNKNOWN));
                if (next() == ',') {
                    at++;
                }
            }
            at++;
        } catch (Broken e) {
            cut(e);
        }
        return new Data.Entries(entries, Place.UNKNOWN);
    }

    private Data items(int depth) throws Broken {
        List<Data> items = new ArrayList<>();
        at++;
        try {
            while (next() != ']') {
                items.add(value(depth + 1));
                if (next() == ',') {
                    at++;
                }
            }
            at++;
        } catch (Broken e) {
            cut(e);
        }
        return new Data.Items(items, Place.UNKNOWN);
    }

    private void cut(Broken why) throws Broken {
        if (!tolerant) {
            throw why;
        }
        at = text.length();
    }

    private Data word() throws Broken {
        int from = at;
        while (at < text.length() && ",]}:{[\" \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == from) {
            throw new Broken();
        }
        String word = text.substring(from, at);
        return word.equals("null") ? new Data.Nothing(Place.UNKNOWN) : new Data.Text(word, Place.UNKNOWN);
    }

    private String string() throws Broken {
        if (next() != '"') {
            throw new Broken();
        }
        JsonString string = JsonString.at(text, at).orElseThrow(Broken::new);
        at = string.end();
        return string.content();
    }

    private void expect(char c) throws Broken {
        if (next() != c) {
            throw new Broken();
        }
        at++;
    }

    /** The next character that counts. */
    private char next() throws Broken {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\uFEFF') {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return c;
            }
        }
        throw new Broken();
    }
}
