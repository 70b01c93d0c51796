package dev.greenlane.cli.scripted;

import java.util.Map;

/** One protocol between agents and models. Stateless. */
interface Wire {
    /** Whether requests to this path are in this protocol. */
    boolean serves(String path);

    /** What a request tells. */
    Seen seen(Map<String, Object> request);

    /** Whether the answer is wanted as a stream of events. */
    default boolean streams(String path, Map<String, Object> request) {
        return Boolean.TRUE.equals(request.get("stream"));
    }

    /** The answer as one JSON text. */
    String whole(Move move);

    /** The answer as a stream of events. */
    String stream(Move move);
}
