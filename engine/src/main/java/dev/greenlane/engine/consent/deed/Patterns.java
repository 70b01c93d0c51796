package dev.greenlane.engine.consent.deed;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Patterns that people and commands write: {@code *.log}, {@code feature/*}, {@code 48xx}. */
public final class Patterns {

    private static final Pattern DIGITS = Pattern.compile("#?v?\\d+[xX]+");
    /** {@code lr2..lr4}, {@code 4812-4827}. */
    private static final Pattern RANGE = Pattern.compile("(|.*[^\\d])(\\d{1,12})(?:\\.\\.|-|–)(|.*[^\\d])(\\d{1,12})");

    private static final Pattern NUMBERED = Pattern.compile("(|.*[^\\d])(\\d{1,12})");
    private static final int LONGEST = 400;

    private Patterns() {}

    /** Whether a name is a pattern rather than one object. */
    public static boolean isPattern(String name) {
        return name.length() <= LONGEST
                && (name.contains("*") || DIGITS.matcher(name).matches() || isRange(name));
    }

    /** Whether {@code text} is one of what a pattern stands for. */
    public static boolean matches(String pattern, String text) {
        if (pattern.length() > LONGEST) {
            return false;
        }
        if (isRange(pattern)) {
            return lies(pattern, text);
        }
        String expression = DIGITS.matcher(pattern).matches()
                ? pattern.replace("#", "").replaceAll("[xX]", "\\\\d")
                : ofGlob(pattern);
        return Pattern.compile("(?s)" + expression).matcher(text).matches();
    }

    private static boolean isRange(String name) {
        return RANGE.matcher(name).matches();
    }

    /** Whether a text lies between the ends of a range, which are made alike up to their last number. */
    private static boolean lies(String range, String text) {
        Matcher ends = RANGE.matcher(range);
        if (!ends.matches()) {
            return false;
        }
        Matcher number = NUMBERED.matcher(text);
        String to = ends.group(3).isEmpty() || ends.group(3).equals(ends.group(1)) ? ends.group(1) : "";
        if (!number.matches() || !number.group(1).equalsIgnoreCase(ends.group(1)) || !to.equals(ends.group(1))) {
            return false;
        }
        long value = Long.parseLong(number.group(2));
        return Long.parseLong(ends.group(2)) <= value && value <= Long.parseLong(ends.group(4));
    }

    private static String ofGlob(String glob) {
        StringBuilder pattern = new StringBuilder();
        for (char each : glob.toCharArray()) {
            switch (each) {
                case '*' -> pattern.append(".*");
                case '?' -> pattern.append('.');
                default -> pattern.append(Pattern.quote(String.valueOf(each)));
            }
        }
        return pattern.toString();
    }
}
