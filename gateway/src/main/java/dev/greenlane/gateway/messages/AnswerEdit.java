package dev.greenlane.gateway.messages;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** Puts results of checks into answers, and leaves every other byte as it was. Stateless. */
public final class AnswerEdit {
    private static final String RESULTS = "safeguard_results";
    private static final String DELTA = "delta";
    private static final String USAGE = "usage";

    private AnswerEdit() {}

    /**
     * The event that ends an answer, with results in it.
     *
     * @param results makes the results, JSON text, of those that the event brought; empty to leave those as they are
     */
    public static Event ending(Event event, Function<Optional<Object>, Optional<String>> results) {
        byte[] data = event.data();
        return Members.of(data)
                .flatMap(members -> members.last(DELTA))
                .flatMap(delta -> Members.of(data, delta.value(), delta.to())
                        .flatMap(inner -> results.apply(inner.value(RESULTS))
                                .map(json -> oneLine(Members.spliced(
                                        data, delta.value(), delta.to(), inner.part(delta, RESULTS, json))))))
                .map(event::with)
                .orElse(event);
    }

    /**
     * An answer that is one message, with results in it.
     *
     * @param results as for {@link #ending}
     */
    public static byte[] whole(byte[] message, Function<Optional<Object>, Optional<String>> results) {
        return Members.of(message)
                .flatMap(members -> results.apply(members.value(RESULTS)).map(json -> members.with(RESULTS, json)))
                .orElse(message);
    }

    /** The usage that an event tells, JSON text; empty where it tells none. */
    public static Optional<String> usage(Event event) {
        byte[] data = event.data();
        return Members.of(data)
                .flatMap(members -> members.last(USAGE))
                .map(usage -> new String(data, usage.value(), usage.to() - usage.value(), StandardCharsets.UTF_8));
    }

    /** An event that brings results where none came that could. */
    public static Event added(String results, String stopReason, String usage) {
        return Event.of(
                "message_delta",
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"" + stopReason
                        + "\",\"stop_sequence\":null,\"" + RESULTS + "\":" + results + "},\"usage\":" + usage + "}");
    }

    /** Between values of JSON a line feed is as good as a blank, and in them it does not stand. */
    private static byte[] oneLine(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            json[i] = json[i] == '\n' || json[i] == '\r' ? (byte) ' ' : json[i];
        }
        return json;
    }
}
