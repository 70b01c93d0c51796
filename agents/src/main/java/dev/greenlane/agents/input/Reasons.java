package dev.greenlane.agents.input;

/** Reasons in the length and form that clients can hand on. Stateless. */
public final class Reasons {
    /** Longest reason, in characters. Claude Code cuts what a hook says at 10,000, and escapes can make six of each. */
    private static final int LONGEST = 1_500;

    private static final String BLOCKED = "Blocked by Greenlane for now: ";

    private static final String ASK_THE_USER =
            " This agent cannot ask in the middle of a call: ask the user in your reply, and meanwhile go on with what"
                    + " does not need it.";

    private Reasons() {}

    /** The reason, cut where it is too long. */
    public static String shortened(String reason) {
        if (reason.length() <= LONGEST) {
            return reason;
        }
        int end = Character.isHighSurrogate(reason.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return reason.substring(0, end) + "…";
    }

    /** The reason of a question, where the client can only be told a denial. */
    public static String insteadOfAsking(String reason) {
        String cut = shortened(reason);
        return cut.isEmpty() ? ASK_THE_USER.strip() : BLOCKED + cut + ASK_THE_USER;
    }
}
