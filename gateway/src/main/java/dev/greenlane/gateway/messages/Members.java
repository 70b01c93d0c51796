package dev.greenlane.gateway.messages;

import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * The members of a JSON object, by their places in its bytes: so that one can be read, taken out or put in while all others stay
 * as they are, byte for byte. Immutable.
 *
 * @param bytes the whole text, UTF-8, which nobody may change
 * @param start the place behind the opening brace
 * @param all the members in their order
 */
record Members(byte[] bytes, int start, List<Member> all) {
    /** The parser passes over one, and clients do not. */
    private static final byte BYTE_ORDER_MARK = (byte) 0xEF;

    private static final byte NO_TEXT = (byte) 0xFF;

    /**
     * A member.
     *
     * @param from the place of its name's quotation mark
     * @param value the place of its value
     * @param to the place behind its value
     */
    record Member(String name, int from, int value, int to) {}

    /** The members of the object that is the whole text; empty where it is no JSON object. */
    static Optional<Members> of(byte[] json) {
        return of(json, 0, json.length);
    }

    /** The members of the object that stands there; empty where it is none. */
    static Optional<Members> of(byte[] json, int from, int to) {
        List<Member> all = new ArrayList<>();
        if (from < to && json[from] == BYTE_ORDER_MARK) {
            return Optional.empty();
        }
        try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), json, from, to - from)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            int start = from + place(in) + 1;
            while (in.nextToken() != JsonToken.END_OBJECT) {
                int at = from + place(in);
                String name = name(in, json, at);
                in.nextToken();
                int value = from + place(in);
                in.skipChildren();
                in.finishToken();
                all.add(new Member(name, at, value, end(in, json, from, value, to)));
            }
            boolean whole = in.nextToken() == null && places(json, start, all);
            return whole ? Optional.of(new Members(json, start, List.copyOf(all))) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The elements of the array that stands there; empty where it is none. */
    static List<Member> elements(byte[] json, int from, int to) {
        List<Member> all = new ArrayList<>();
        try (JsonParser in = Json.FACTORY.createParser(ObjectReadContext.empty(), json, from, to - from)) {
            if (in.nextToken() != JsonToken.START_ARRAY) {
                return List.of();
            }
            while (in.nextToken() != JsonToken.END_ARRAY) {
                int value = from + place(in);
                in.skipChildren();
                in.finishToken();
                all.add(new Member("", value, value, end(in, json, from, value, to)));
            }
            return all;
        } catch (JacksonException e) {
            return List.of();
        }
    }

    /** The name that stands there. Where it has a byte that no text has, the parser may take it for another one that it has met. */
    private static String name(JsonParser in, byte[] json, int at) {
        boolean strange = false;
        int end = at + 1;
        while (end < json.length && json[end] != '"') {
            strange |= json[end] == NO_TEXT;
            end += json[end] == '\\' ? 2 : 1;
        }
        return strange && end < json.length
                ? new String(json, at + 1, end - at - 1, StandardCharsets.UTF_8)
                : in.currentName();
    }

    private static int place(JsonParser in) {
        return (int) in.currentTokenLocation().getByteOffset();
    }

    /** Behind a value. The parser has read one character too many of a number at most. */
    private static int end(JsonParser in, byte[] json, int from, int value, int to) {
        int end = Math.min(to, from + (int) in.currentLocation().getByteOffset());
        boolean scalar = json[value] != '{' && json[value] != '[' && json[value] != '"';
        while (scalar && end > value + 1 && !isPartOfScalar(json[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isPartOfScalar(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '.' || b == '-' || b == '+';
    }

    /** Places are those of bytes only in UTF-8, and the parser reads other encodings, too. */
    private static boolean places(byte[] json, int start, List<Member> all) {
        return start > 0
                && json[start - 1] == '{'
                && all.stream()
                        .allMatch(member -> member.from() >= start
                                && member.value() > member.from()
                                && member.to() <= json.length
                                && member.to() > member.value()
                                && json[member.from()] == '"');
    }

    /** The last member of that name, as it counts in JSON; empty where there is none. */
    Optional<Member> last(String name) {
        return all.stream().filter(member -> member.name().equals(name)).reduce((first, second) -> second);
    }

    boolean has(String name) {
        return last(name).isPresent();
    }

    /** The value of a member; empty where there is none, or it is null. */
    Optional<Object> value(String name) {
        return last(name).flatMap(member -> value(bytes, member));
    }

    /** A value that stands there; empty where it is null. */
    static Optional<Object> value(byte[] json, Member member) {
        try {
            Object value =
                    Json.value(new String(json, member.value(), member.to() - member.value(), StandardCharsets.UTF_8));
            return value == Json.Null.NULL ? Optional.empty() : Optional.of(value);
        } catch (NotJson e) {
            return Optional.empty();
        }
    }

    /** The text without the members of that name, commas included. */
    byte[] without(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        boolean keptBefore = false;
        for (int i = 0; i < all.size(); i++) {
            Member member = all.get(i);
            if (!member.name().equals(name)) {
                keptBefore = true;
                continue;
            }
            int from = keptBefore ? comma(member.from()) : member.from();
            out.write(bytes, at, from - at);
            at = !keptBefore && i + 1 < all.size() ? all.get(i + 1).from() : member.to();
        }
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    /** The comma before a place. */
    private int comma(int place) {
        int at = place - 1;
        while (at > start && bytes[at] != ',') {
            at--;
        }
        return at;
    }

    /** The text with this member instead of those of that name. */
    byte[] with(String name, String json) {
        if (has(name)) {
            return of(without(name)).map(rest -> rest.with(name, json)).orElse(bytes);
        }
        byte[] added = (Json.line(name) + ":" + json + (all.isEmpty() ? "" : ",")).getBytes(StandardCharsets.UTF_8);
        return spliced(bytes, start, start, added);
    }

    /** The object that stands at a place, with this member instead of those of that name. */
    byte[] part(Member place, String name, String json) {
        byte[] object = Arrays.copyOfRange(bytes, place.value(), place.to());
        return of(object).map(members -> members.with(name, json)).orElse(object);
    }

    /** The bytes with others in the place of some. */
    static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
        byte[] all = new byte[bytes.length - (to - from) + instead.length];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(instead, 0, all, from, instead.length);
        System.arraycopy(bytes, to, all, from + instead.length, bytes.length - to);
        return all;
    }
}
