package dev.greenlane.cli;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.api.Reply;
import dev.greenlane.api.ServiceProblem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What commands about approvals share: asking the service, and telling of a grant. Stateless. */
final class Approval {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Approval() {}

    /** The answer of the service. */
    static Fields ask(Outside outside, String method, String target) {
        try {
            Reply reply = Resident.of(outside).started().ask(method, target, "");
            if (!reply.ok()) {
                throw new Failure(Exit.FAILED, reply.body().strip());
            }
            return Fields.of(Json.object(reply.body()));
        } catch (ServiceProblem e) {
            throw new Failure(Exit.FAILED, e.reason() + ".");
        } catch (NotJson e) {
            throw new Failure(Exit.FAILED, "the service's answer is not understood: " + e.reason() + ".");
        }
    }

    /** A value in a query. */
    static String quoted(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** A line about a grant that was given. */
    static String told(Fields grant) {
        String where = switch (grant.anyText("scope")) {
            case "once" -> "for one call of " + grant.anyText("session");
            case "session" -> "in " + grant.anyText("session");
            default -> "in " + grant.anyText("project");
        };
        return grant.anyText("grant") + "  " + grant.anyText("what") + "\n    " + where + ", until "
                + time(Instant.parse(grant.anyText("until"))) + ". Take it back: greenlane grants --revoke "
                + grant.anyText("grant");
    }

    /** A time for a person. */
    static String time(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }
}
