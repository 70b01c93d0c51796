package dev.greenlane.engine.understand.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The members of JSON text with plain values, also of a piece cut out of it, also with comments. */
final class JsonMembers {

    private static final int MOST = 20_000;
    private static final int DEEPEST = 64;

    /**
     * A member or an element of an array.
     *
     * @param path the names of the objects and arrays around it, as far as they stand in the text; unnamed ones are empty
     * @param key its own name; of an element the array's
     * @param object tells members of one object from those of another
     */
    record Member(List<String> path, String key, String value, int object) {}

    private record Open(String name, boolean array, int object) {}

    private final String text;
    private final List<Member> members = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int objects;
    private int at;
    private String key = "";

    private JsonMembers(String text) {
        this.text = text;
    }

    static List<Member> read(String text) {
        JsonMembers reader = new JsonMembers(text);
        while (reader.at < text.length() && reader.members.size() < MOST && reader.open.size() <= DEEPEST) {
            reader.token(text.charAt(reader.at));
        }
        return reader.members;
    }

    private void token(char c) {
        switch (c) {
            case '{', '[' -> {
                open.push(new Open(key, c == '[', ++objects));
                key = "";
                at++;
            }
            case '}', ']' -> {
                open.poll();
                key = "";
                at++;
            }
            case '"' -> string();
            case '/' -> comment();
            default -> word(c);
        }
    }

    private void string() {
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                c = escaped(text.charAt(at++));
            }
            content.append(c);
        }
        at++;
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next < text.length() && text.charAt(next) == ':') {
            key = content.toString();
            at = next + 1;
        } else {
            add(content.toString());
        }
    }

    private char escaped(char c) {
        return switch (c) {
            case 'u' -> unit();
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> c;
        };
    }

    /** The four hexadecimal digits after {@code \\u}. */
    private char unit() {
        int end = Math.min(at + 4, text.length());
        String digits = text.substring(at, end);
        if (digits.length() < 4 || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return 'u';
        }
        at = end;
        return (char) Integer.parseInt(digits, 16);
    }

    private void comment() {
        boolean line = text.startsWith("//", at);
        int end = text.indexOf(line ? "\n" : "*/", at + 1);
        at = end < 0 ? text.length() : end + (line ? 1 : 2);
    }

    private void word(char c) {
        if (!Character.isLetterOrDigit(c) && c != '-') {
            at++;
            return;
        }
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        add(text.substring(from, at));
    }

    private void add(String value) {
        Open around = open.peek();
        boolean element = around != null && around.array();
        String name = element ? around.name() : key;
        List<String> path = new ArrayList<>(open.size());
        for (Iterator<Open> each = open.descendingIterator(); each.hasNext(); ) {
            path.add(each.next().name());
        }
        members.add(new Member(path, name, value, around == null ? 0 : around.object()));
        key = "";
    }
}
