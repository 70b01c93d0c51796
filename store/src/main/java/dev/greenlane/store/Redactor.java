package dev.greenlane.store;

import dev.greenlane.engine.review.Verdict;
import dev.greenlane.engine.secrets.SecretScanner;
import java.io.StringWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The only door into the ledger. Takes secrets out of every text of an entry, in JSON behind its escapes, cuts what is too
 * long, and mends what UTF-8 cannot carry. Thread-safe, never fails.
 */
final class Redactor {
    /** A text is kept up to so many characters. */
    static final int LONGEST_TEXT = 1 << 16;
    /** A JSON value is kept as it is up to so many characters, and as the text of its beginning above. */
    static final int LONGEST_JSON = 1 << 20;

    private static final char UNREADABLE = '\uFFFD';

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final SecretScanner scanner;

    Redactor(SecretScanner scanner) {
        this.scanner = scanner;
    }

    /** The entry as it may be written. */
    Entry clean(Entry entry) {
        Verdict verdict = entry.verdict();
        return new Entry(
                entry.time(),
                text(entry.session()),
                entry.parent().map(this::text),
                text(entry.agent()),
                text(entry.tool()),
                json(entry.input()),
                text(entry.cwd()),
                new Verdict(
                        verdict.outcome(),
                        text(verdict.rule()),
                        text(verdict.reason()),
                        verdict.evidence(),
                        verdict.clears().map(this::text),
                        verdict.stage(),
                        verdict.nanos()),
                json(entry.effects()),
                json(entry.facts()),
                entry.tokens(),
                entry.cost(),
                entry.mode(),
                entry.shadow(),
                text(entry.answered()));
    }

    /** Text without secrets. */
    String text(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return mended(scanner.redact(text));
        }
        // A secret that the cut would go through is seen whole.
        String clean = scanner.redact(text.substring(0, Math.min(text.length(), 2 * LONGEST_TEXT)));
        return mended(clean.substring(0, Math.min(clean.length(), LONGEST_TEXT)) + " [" + (text.length() - LONGEST_TEXT)
                + " more characters]");
    }

    /** JSON text without secrets in its names and texts. What is no JSON becomes a JSON text. */
    String json(String json) {
        StringWriter clean = new StringWriter(Math.min(json.length(), LONGEST_JSON));
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json);
                JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), clean)) {
            if (in.nextToken() == null) {
                return quoted(json);
            }
            copy(in, out);
            if (in.nextToken() != null) {
                return quoted(json);
            }
        } catch (JacksonException e) {
            return quoted(json);
        }
        String whole = clean.toString();
        return whole.length() > LONGEST_JSON ? quoted(whole) : whole;
    }

    /** Copies the value whose first token was just read. */
    private void copy(JsonParser in, JsonGenerator out) {
        int depth = 0;
        do {
            JsonToken token = in.currentToken();
            switch (token) {
                case START_OBJECT -> out.writeStartObject();
                case START_ARRAY -> out.writeStartArray();
                case END_OBJECT -> out.writeEndObject();
                case END_ARRAY -> out.writeEndArray();
                case PROPERTY_NAME -> out.writeName(text(in.currentName()));
                case VALUE_STRING -> out.writeString(text(in.getString()));
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeRawValue(in.getString());
                case VALUE_TRUE -> out.writeBoolean(true);
                case VALUE_FALSE -> out.writeBoolean(false);
                default -> out.writeNull();
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        } while (depth > 0 && in.nextToken() != null);
    }

    private String quoted(String text) {
        StringWriter clean = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), clean)) {
            out.writeString(text(text));
        }
        return clean.toString();
    }

    /** Half characters and NUL cannot be stored, or read back by every tool. */
    private static String mended(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c ->
                                c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? UNREADABLE : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
