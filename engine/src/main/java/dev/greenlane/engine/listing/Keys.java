package dev.greenlane.engine.listing;

import java.util.Locale;
import java.util.regex.Pattern;

/** What names of columns and members say of the values below and behind them. */
final class Keys {

    private static final Pattern NAMING = Pattern.compile(
            "(?:^|.*["
                + " _.-]|.*[a-z])(?:id|names?|key|ref|arn|path|title|branch|tag|slug|uri|url|uid|number|file|filename|service|subject|email|iban|account)$",
            Pattern.CASE_INSENSITIVE);
    /** Those that name something else than the thing itself. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?:user|owner|group|parent|tenant|org|organization|team|author|creator|created.?by|node|host|project|assignee|reporter)"
                + ".{0,3}(?:id|names?|key|ref|uid|email|number)?",
            Pattern.CASE_INSENSITIVE);
    /** Lists that tell something of a thing, and list no things. */
    private static final Pattern DETAILS = Pattern.compile(
            "(?:.*_)?(?:labels?|tags?|assignees?|attendees?|participants|members|attachments?|associations?|ports|mounts|conditions|"
                + "owner_?references|reviewers|recipients|to|cc|groups|security_?groups|annotations|roles|permissions)",
            Pattern.CASE_INSENSITIVE);
    /** Members in which a thing's own members stand. */
    private static final Pattern BODIES =
            Pattern.compile("metadata|data|attributes|node|fields|object|properties|item");

    private Keys() {}

    /** Whether the value is what the thing is called. */
    static boolean names(String key) {
        return NAMING.matcher(key).matches() && !OTHERS.matcher(key).matches();
    }

    static boolean isDetail(String key) {
        return DETAILS.matcher(key).matches();
    }

    static boolean isBody(String key) {
        return BODIES.matcher(key.toLowerCase(Locale.ROOT)).matches();
    }
}
