package dev.greenlane.engine.consent.grant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An approval of a person. Immutable.
 *
 * @param number its number in the book of grants
 * @param acts what is approved; empty where a rule is
 * @param rule the soft rule that is not to count, whatever it speaks of; empty where acts are approved
 * @param what what is approved, for people
 * @param session the session, or the subagent's, in which it was given; a grant of scope {@link Scope#PROJECT} holds in others, too
 * @param project the folder, absolute, of the project in which it was given; empty where nobody knows
 * @param created when it was given
 * @param expires when it ends
 * @param by who gave it
 * @param from how it was given
 * @param entry the number of the call in the ledger about which it was given
 * @param ended when it was used up or revoked
 */
public record Grant(
        long number,
        List<Act> acts,
        Optional<String> rule,
        String what,
        Scope scope,
        String session,
        Optional<String> project,
        Instant created,
        Instant expires,
        String by,
        From from,
        long entry,
        Optional<End> ended) {

    public Grant {
        acts = List.copyOf(acts);
    }

    /** How a grant was given. */
    public enum From {
        /** In the agent's own dialog. */
        DIALOG,
        /** With {@code greenlane allow}. */
        COMMAND,
        /** As the answer to a question that waited. */
        ANSWER
    }

    /**
     * How a grant came to its end before its time.
     *
     * @param how what ended it
     */
    public record End(Instant time, How how) {

        /** What ended a grant. */
        public enum How {
            /** The one call that it was for took place. */
            USED,
            /** A person took it back. */
            REVOKED
        }
    }

    /** By what people know it. */
    public String id() {
        return "g" + number;
    }

    /** What verdicts say that it was: {@code grant g12}. */
    public String source() {
        return "grant " + id();
    }

    /** Whether it holds at this time. A clock that stands before its beginning says that it does not. */
    public boolean holds(Instant now) {
        return ended.isEmpty() && !now.isBefore(created) && now.isBefore(expires);
    }

    /**
     * Whether it holds for calls of a session, made in a folder.
     *
     * @param caller the session, or the subagent's
     */
    public boolean reaches(String caller, Optional<String> folder) {
        return switch (scope) {
            case ONCE, SESSION -> isIn(caller, session);
            case PROJECT ->
                project.isPresent()
                        && folder.filter(at -> isIn(at, project.get())).isPresent();
        };
    }

    /** Folders and sessions alike are named with those that contain them in front. */
    private static boolean isIn(String inner, String outer) {
        return inner.equals(outer) || inner.startsWith(outer + "/");
    }
}
