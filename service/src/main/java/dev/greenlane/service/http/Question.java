package dev.greenlane.service.http;

import java.util.Map;
import java.util.Optional;

/**
 * What came in.
 *
 * @param method the HTTP method
 * @param path the path without what opened the door
 * @param query the parameters of the query; of those with one name the first
 * @param body the body, UTF-8
 * @param overSocket whether it came through the user's socket, and not over the loopback address with the token
 */
public record Question(String method, String path, Map<String, String> query, String body, boolean overSocket) {
    public Question {
        query = Map.copyOf(query);
    }

    /** A parameter of the query; empty where it is not given, or given without a value. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }
}
