package dev.greenlane.engine.secrets;

import dev.greenlane.syntax.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * What a kind of credential looks like.
 *
 * @param prefix fixed text at the front
 * @param characters which characters may follow, by their code below 128
 * @param least how many follow at least
 * @param most how many follow at most
 * @param checked whether the last of them are a checksum of the others
 * @param letters those of the prefix
 */
record SecretFormat(
        String name, String prefix, boolean[] characters, int least, int most, boolean checked, Letters letters) {

    private static final int FEWEST_DIFFERENT = 8;

    /** Reads a line of the data file. */
    static SecretFormat parse(String line) {
        String[] fields = line.split("\\s+");
        int most = fields[4].equals("-") ? Integer.MAX_VALUE : Integer.parseInt(fields[4]);
        return new SecretFormat(
                fields[0],
                fields[1],
                characters(fields[2]),
                Integer.parseInt(fields[3]),
                most,
                fields.length > 5 && fields[5].equals("crc32"),
                Letters.of(fields[1]));
    }

    private static boolean[] characters(String names) {
        boolean[] allowed = new boolean[128];
        for (String name : names.split(",")) {
            for (char c = 33; c < 127; c++) {
                allowed[c] |= switch (name) {
                    case "upper" -> c >= 'A' && c <= 'Z';
                    case "lower" -> c >= 'a' && c <= 'z';
                    case "digit" -> c >= '0' && c <= '9';
                    default -> name.indexOf(c, 1) > 0;
                };
            }
        }
        return allowed;
    }

    /** How many characters it has at least. */
    int shortest() {
        return prefix.length() + least;
    }

    /** Whether a text of this length, with these characters in it, has room for one. */
    boolean fits(int length, Letters present) {
        return length >= shortest() && present.cover(letters);
    }

    /** The credential whose prefix stands at {@code at}, if it is one and no placeholder. */
    Optional<Secret> at(String text, int at) {
        int start = at + prefix.length();
        int end = start;
        while (end < text.length() && end - start < most && isAllowed(text.charAt(end))) {
            end++;
        }
        boolean longer = end < text.length() && isAllowed(text.charAt(end));
        boolean follows = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        if (end - start < least || longer || follows || isPlaceholder(text.substring(start, end))) {
            return Optional.empty();
        }
        if (checked && !Checksum.holds(text.substring(start, end))) {
            return Optional.empty();
        }
        return Optional.of(new Secret(name, new Span(at, end)));
    }

    private boolean isAllowed(char c) {
        return c < 128 && characters[c];
    }

    private static boolean isPlaceholder(String body) {
        String lower = body.toLowerCase(Locale.ROOT);
        return lower.contains("example")
                || lower.contains("xxxx")
                || lower.contains("your")
                || lower.contains("placeholder")
                || lower.contains("123456789")
                || lower.contains("abcdefgh")
                || lower.contains("dummy")
                || lower.contains("redacted")
                || lower.contains("changeme")
                || body.chars().distinct().count() < FEWEST_DIFFERENT;
    }
}
