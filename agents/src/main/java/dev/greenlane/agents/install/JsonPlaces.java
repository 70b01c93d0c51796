package dev.greenlane.agents.install;

import dev.greenlane.engine.data.JsonString;
import java.util.ArrayList;
import java.util.List;

/** Finds the places of values in a JSON text, in which there may be comments and commas too many, as in many settings. */
final class JsonPlaces {
    private static final int DEEPEST = 200;

    private final String text;
    private int at;

    private JsonPlaces(String text) {
        this.text = text;
    }

    /** @throws NotEditable where the text is not JSON, with the line */
    static JsonNode read(String text) throws NotEditable {
        JsonPlaces places = new JsonPlaces(text);
        places.skip();
        JsonNode node = places.value(0);
        places.skip();
        if (places.at < text.length()) {
            throw places.wrong("something follows the end");
        }
        return node;
    }

    private JsonNode value(int depth) throws NotEditable {
        if (at >= text.length() || depth > DEEPEST) {
            throw wrong(depth > DEEPEST ? "it is nested too deeply" : "it ends too early");
        }
        return switch (text.charAt(at)) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> {
                int start = at;
                String content = string();
                yield new JsonNode.Scalar(content, start, at);
            }
            default -> word();
        };
    }

    private JsonNode members(int depth) throws NotEditable {
        int start = at++;
        List<JsonNode.Member> members = new ArrayList<>();
        for (skip(); !closes('}'); skip()) {
            int name = at;
            if (peek() != '"') {
                throw wrong("a name is missing");
            }
            String key = string();
            skip();
            expect(':');
            skip();
            members.add(new JsonNode.Member(key, value(depth + 1), name));
            comma('}');
        }
        return new JsonNode.Members(members, start, at);
    }

    private JsonNode elements(int depth) throws NotEditable {
        int start = at++;
        List<JsonNode> elements = new ArrayList<>();
        for (skip(); !closes(']'); skip()) {
            elements.add(value(depth + 1));
            comma(']');
        }
        return new JsonNode.Elements(elements, start, at);
    }

    private JsonNode word() throws NotEditable {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw wrong("a value is missing");
        }
        return new JsonNode.Scalar(text.substring(start, at), start, at);
    }

    private String string() throws NotEditable {
        JsonString string =
                JsonString.at(text, at).orElseThrow(() -> wrong("a string does not end, or has a wrong escape"));
        at = string.end();
        return string.content();
    }

    private boolean closes(char bracket) throws NotEditable {
        if (at >= text.length()) {
            throw wrong("'" + bracket + "' is missing");
        }
        if (text.charAt(at) != bracket) {
            return false;
        }
        at++;
        return true;
    }

    private void comma(char closing) throws NotEditable {
        skip();
        if (peek() == ',') {
            at++;
        } else if (peek() != closing) {
            throw wrong("a comma is missing");
        }
    }

    private void expect(char c) throws NotEditable {
        if (peek() != c) {
            throw wrong("'" + c + "' is missing");
        }
        at++;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void skip() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF') {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }

    private NotEditable wrong(String what) {
        long line = text.substring(0, Math.min(at, text.length())).lines().count();
        return new NotEditable("line " + Math.max(1, line) + ": " + what);
    }
}
