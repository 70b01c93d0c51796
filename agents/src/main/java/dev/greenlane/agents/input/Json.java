package dev.greenlane.agents.input;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text to plain values and back: objects are maps in their order, arrays are lists, then text, {@link Number},
 * {@link Boolean} and {@link Null}. Members whose value is null are left out of their object; of members with one name the
 * last counts, as it does for the agents. Thread-safe.
 *
 * <p>Reads token by token: binding to classes would take a hook longer to load than its whole review.
 */
public final class Json {
    private static final int DEEPEST = 500;
    /** Reads texts of any length that are not nested too deeply to be walked. */
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Json() {}

    /** The null in an array. */
    public enum Null {
        NULL
    }

    /** The text is not JSON, or not what was asked for; the message says what and where, without quoting the text. */
    public static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        NotJson(String reason) {
            super(reason, null, false, false);
        }

        /** What is wrong, as a clause. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** Reads one object that is the whole text. */
    public static Map<String, Object> object(String text) throws NotJson {
        return asObject(value(text)).orElseThrow(() -> new NotJson("it is not a JSON object"));
    }

    /** Reads one value that is the whole text. */
    public static Object value(String text) throws NotJson {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (in.nextToken() == null) {
                throw new NotJson("it is empty");
            }
            Object value = read(in);
            if (in.nextToken() != null) {
                throw new NotJson("something follows the JSON value, at character " + offset(in));
            }
            return value;
        } catch (JacksonException e) {
            throw new NotJson("it is not JSON" + place(e));
        }
    }

    /** The value as an object; empty where it is none. */
    @SuppressWarnings("unchecked") // this class reads objects with text keys only
    public static Optional<Map<String, Object>> asObject(Object value) {
        return value instanceof Map<?, ?> map ? Optional.of((Map<String, Object>) map) : Optional.empty();
    }

    /** One line of JSON for a value of the kinds that this class reads; anything else is written as its text. */
    public static String line(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(value, out);
        }
        return wellFormed(text.toString());
    }

    /** Half a surrogate pair, which stands in strings alone, has no form in UTF-8: it is written as an escape. */
    private static String wellFormed(String json) {
        StringBuilder text = null;
        int kept = 0;
        for (int i = 0; i < json.length(); i++) {
            int c = json.codePointAt(i);
            if (Character.charCount(c) == 2) {
                i++;
            } else if (Character.isSurrogate((char) c)) {
                text = text == null ? new StringBuilder() : text;
                text.append(json, kept, i).append("\\u").append(Integer.toHexString(c));
                kept = i + 1;
            }
        }
        return text == null ? json : text.append(json, kept, json.length()).toString();
    }

    private static Object read(JsonParser in) throws NotJson {
        JsonToken token = in.currentToken();
        if (token == null) {
            throw new NotJson("it ends too early");
        }
        // No `case null`: such a switch is linked at run time, which takes tens of milliseconds the first time.
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    Object member = read(in);
                    if (member == Null.NULL) {
                        members.remove(name);
                    } else {
                        members.put(name, member);
                    }
                }
                yield members;
            }
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(read(in));
                }
                yield elements;
            }
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT -> in.getNumberValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> Null.NULL;
            default -> throw new NotJson("it ends too early");
        };
    }

    private static void write(Object value, JsonGenerator out) {
        switch (value) {
            case Map<?, ?> members -> {
                out.writeStartObject();
                members.forEach((name, member) -> {
                    out.writeName(String.valueOf(name));
                    write(member, out);
                });
                out.writeEndObject();
            }
            case Iterable<?> elements -> {
                out.writeStartArray();
                elements.forEach(element -> write(element, out));
                out.writeEndArray();
            }
            case Boolean truth -> out.writeBoolean(truth);
            case Double number when Double.isFinite(number) -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Integer number -> out.writeNumber(number);
            case java.math.BigInteger number -> out.writeNumber(number);
            case Null ignored -> out.writeNull();
            default -> out.writeString(value.toString());
        }
    }

    private static long offset(JsonParser in) {
        return in.currentTokenLocation().getCharOffset();
    }

    private static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getCharOffset() < 0 ? "" : ", at character " + location.getCharOffset();
    }
}
