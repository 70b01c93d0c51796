package dev.greenlane.gateway.http;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** Headers that a proxy hands on. Stateless. */
public final class Headers {
    /** What speaks of one connection and not of the message. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "host",
            "content-length");

    private Headers() {}

    /** Those that go on, in their order; the length of the body is told anew. */
    static List<HttpField> passing(HttpFields fields) {
        Set<String> left = new HashSet<>(OF_THE_CONNECTION);
        fields.getCSV("Connection", false).forEach(name -> left.add(name.toLowerCase(Locale.ROOT)));
        return fields.stream()
                .filter(field -> !left.contains(field.getName().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** A list in a header without what begins with {@code prefix}; empty text where nothing is left. */
    public static String without(String list, String prefix) {
        return Arrays.stream(list.split(","))
                .filter(item -> !item.strip().startsWith(prefix))
                .collect(Collectors.joining(","))
                .strip();
    }
}
