package dev.greenlane.gateway;

import dev.greenlane.gateway.http.Upstream;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;

/** What the head of an answer says of its body. Stateless. */
final class Answers {
    private Answers() {}

    /** Whether it is a stream of events. */
    static boolean isStream(Upstream.Head head) {
        return type(head).startsWith("text/event-stream");
    }

    /** Whether it may be an answer of the model that is not compressed. */
    static boolean isReadable(Upstream.Head head) {
        return isAnswer(head) && encoding(head).equals("identity");
    }

    /** Whether it may be an answer of the model. */
    static boolean isAnswer(Upstream.Head head) {
        return isStream(head) || type(head).startsWith("application/json");
    }

    /** How it is compressed; {@code identity} for not at all. */
    static String encoding(Upstream.Head head) {
        return Optional.ofNullable(head.fields().get(HttpHeader.CONTENT_ENCODING))
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .orElse("identity");
    }

    private static String type(Upstream.Head head) {
        return Optional.ofNullable(head.fields().get(HttpHeader.CONTENT_TYPE))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
