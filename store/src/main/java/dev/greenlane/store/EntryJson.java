package dev.greenlane.store;

import dev.greenlane.engine.review.Verdict;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** An entry as one line of JSON: the form of the export, documented in {@code docs/ledger.md}. */
public final class EntryJson {
    private static final JsonFactory JSON = new JsonFactory();

    private EntryJson() {}

    /** One JSON object without a line break. */
    public static String line(Recorded recorded) {
        Entry entry = recorded.entry();
        StringWriter line = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            out.writeNumberProperty("number", recorded.number());
            out.writeStringProperty("time", entry.time().toString());
            out.writeStringProperty("session", entry.session());
            entry.parent().ifPresent(parent -> out.writeStringProperty("parent", parent));
            out.writeStringProperty("agent", entry.agent());
            out.writeStringProperty("tool", entry.tool());
            out.writeName("input").writeRawValue(entry.input());
            out.writeStringProperty("cwd", entry.cwd());
            write(out, entry.verdict());
            out.writeName("effects").writeRawValue(entry.effects());
            out.writeName("facts").writeRawValue(entry.facts());
            out.writeNumberProperty("tokens", entry.tokens());
            out.writeNumberProperty("cost_micros", entry.cost());
            out.writeStringProperty("mode", entry.mode().id());
            out.writeBooleanProperty("shadow", entry.shadow());
            out.writeStringProperty("answered", entry.answered());
            out.writeStringProperty("hash", recorded.hash());
            out.writeEndObject();
        }
        return line.toString();
    }

    private static void write(JsonGenerator out, Verdict verdict) {
        out.writeObjectPropertyStart("verdict");
        out.writeStringProperty("outcome", Row.id(verdict.outcome()));
        out.writeStringProperty("rule", verdict.rule());
        out.writeStringProperty("reason", verdict.reason());
        verdict.evidence().ifPresent(span -> {
            out.writeArrayPropertyStart("evidence");
            out.writeNumber(span.start());
            out.writeNumber(span.end());
            out.writeEndArray();
        });
        verdict.clears().ifPresent(clears -> out.writeStringProperty("clears", clears));
        out.writeStringProperty("stage", verdict.stage().id());
        out.writeNumberProperty("micros", verdict.nanos() / 1000);
        out.writeEndObject();
    }
}
