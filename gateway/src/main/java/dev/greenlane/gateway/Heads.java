package dev.greenlane.gateway;

import dev.greenlane.gateway.http.Headers;
import dev.greenlane.gateway.messages.Safeguards;
import dev.greenlane.gateway.verdicts.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What the heads of Claude Code's requests say, and what becomes of them. Stateless. */
final class Heads {
    private static final String BETA = "anthropic-beta";
    private static final Set<String> ENCODINGS = Set.of("accept-encoding", "content-encoding");

    private Heads() {}

    /** Whose request it is. */
    static Identity identity(HttpFields fields) {
        return new Identity(
                header(fields, "x-claude-code-session-id"), header(fields, "x-claude-code-agent-id"), headless(fields));
    }

    /** The first value of a header; empty where there is none. */
    static Optional<String> header(HttpFields fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Whether nobody sits before the client, as its name for itself says. */
    private static Optional<Boolean> headless(HttpFields fields) {
        String agent = header(fields, "user-agent").orElse("");
        boolean headless = agent.contains("sdk-");
        return headless || agent.contains(", cli") ? Optional.of(headless) : Optional.empty();
    }

    /** Without the name of the beta that only some servers know. */
    static List<HttpField> withoutBeta(List<HttpField> passing) {
        List<HttpField> fields = new ArrayList<>();
        for (HttpField field : passing) {
            String rest = isNamed(field, BETA)
                    ? Headers.without(String.valueOf(field.getValue()), Safeguards.BETA)
                    : String.valueOf(field.getValue());
            if (!isNamed(field, BETA)) {
                fields.add(field);
            } else if (!rest.isEmpty()) {
                fields.add(new HttpField(field.getName(), rest));
            }
        }
        return fields;
    }

    /** The body goes on as it is read here, and the answer has to be read, so that it must not be compressed. */
    static List<HttpField> readable(List<HttpField> passing) {
        List<HttpField> fields = new ArrayList<>(passing);
        fields.removeIf(field -> ENCODINGS.contains(field.getName().toLowerCase(Locale.ROOT)));
        fields.add(new HttpField(HttpHeader.ACCEPT_ENCODING, "identity"));
        return fields;
    }

    private static boolean isNamed(HttpField field, String name) {
        return field.getName().equalsIgnoreCase(name);
    }
}
