package dev.greenlane.models.judge;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Whether somebody said what they are quoted with. Stateless. */
final class Quotation {
    private static final int SHORTEST = 4;

    private Quotation() {}

    /** Whether the quotation stands in one of the messages, but for case, blanks and the form of quotation marks. */
    static boolean isFrom(List<String> messages, String quotation) {
        String wanted = plain(quotation);
        return wanted.length() >= SHORTEST
                && messages.stream().anyMatch(message -> plain(message).contains(wanted));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Pi}\\p{Pf}\"'`´]", "'")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
