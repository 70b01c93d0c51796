package dev.greenlane.gateway.verdicts;

import dev.greenlane.agents.input.Fields;
import java.util.regex.Pattern;

/**
 * What the model reads of a call that was flagged. The client cuts it at 2,000 characters, and at the words with which its own
 * advice begins. Stateless.
 */
final class Explanation {
    private static final int LONGEST = 2_000;
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cntrl}\\s]+");
    /** The client ends an explanation here. */
    private static final Pattern CLIENTS_ADVICE = Pattern.compile("\\. If you have other tasks");

    private Explanation() {}

    /** @param verdict what the service said */
    static String of(Fields verdict) {
        String reason = verdict.anyText("reason");
        String begin = reason.startsWith("Denied by Greenlane") ? "" : "Stopped by Greenlane, a person has to decide: ";
        String end = " [rule " + verdict.anyText("rule") + "]" + approval(verdict);
        return cut(plain(begin + reason), LONGEST - Math.min(end.length(), LONGEST / 2)) + cut(plain(end), LONGEST / 2);
    }

    private static String approval(Fields verdict) {
        return verdict.isTrue("approvable")
                ? " If it has to be exactly this, tell the user what it does and why; the user, and nobody else, can"
                        + " approve it with: greenlane allow " + verdict.value("entry")
                        + " (then use the tool again, unchanged). Until then go on with what does not need it."
                : " Go on with what does not need it, and tell the user what is left.";
    }

    private static String plain(String text) {
        return CLIENTS_ADVICE.matcher(NOT_PLAIN.matcher(text).replaceAll(" ")).replaceAll(".  If you have other tasks");
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
