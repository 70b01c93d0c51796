package dev.greenlane.service.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

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
    /** Longest body that is taken, in bytes. */
    static final int LONGEST_BODY = 64 << 20;

    /** What is said of a longer one. */
    static final Answer TOO_LONG = Answer.refused(413, "The body is longer than " + (LONGEST_BODY >> 20) + " MB.");

    public Question {
        query = Map.copyOf(query);
    }

    /** From the parts of a request. */
    static Question of(String method, String path, @Nullable String query, String body, boolean overSocket) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null) {
            Fields fields = new Fields();
            UrlEncoded.decodeUtf8To(query, fields);
            fields.forEach(field -> parameters.put(field.getName(), String.valueOf(field.getValue())));
        }
        return new Question(method, path, parameters, body, overSocket);
    }

    /** A parameter of the query; empty where it is not given, or given without a value. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }
}
