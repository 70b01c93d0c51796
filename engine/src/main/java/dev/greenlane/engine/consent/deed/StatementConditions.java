package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Comparison.Relation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a statement compares its rows with, held against what was said: {@code last_login < '2022-01-01'} is {@code before 2022},
 * {@code created_at < now() - interval '90 days'} is {@code older than 90 days}.
 */
final class StatementConditions {

    private static final int LONGEST = 8_000;
    private static final Pattern EITHER = Pattern.compile("(?i)\\bor\\b|\\$or\\b|\\bnot\\b");
    private static final Pattern CONDITION =
            Pattern.compile("(?i)(?:[\\w.\"`)]\\s*(<=|>=|<|>)|\\$(lte?|gte?)[\"']?\\s*:)\\s*"
                + "(?:(?:date|timestamp|isodate|new\\s+date)\\s*\\(?\\s*)?"
                + "(?:[\"']?((?:19|20)\\d\\d-\\d\\d(?:-\\d\\d)?)"
                + "|(?:now\\s*\\(\\)|current_(?:date|timestamp)|(?:date_sub|datetime|date)\\s*\\([^,()]*(?:\\(\\))?\\s*,?)\\s*-?\\s*"
                + "(?:interval)?\\s*[\"']?-?(\\d{1,5})\\s*(second|minute|hour|day|week|month|year)s?)");

    private StatementConditions() {}

    /** Whether a command compares in the same way; empty where it does not compare so at all, or in several ways. */
    static Optional<Fit> compare(Deed deed, Relation relation, Range than, boolean inclusive) {
        List<String> statements = deed.command().stream()
                .filter(word -> word.indexOf(' ') > 0 && word.length() < LONGEST)
                .toList();
        Optional<Fit> found = Optional.empty();
        for (String statement : statements) {
            if (EITHER.matcher(statement).find()) {
                return Optional.empty();
            }
            Matcher condition = CONDITION.matcher(statement);
            while (condition.find()) {
                boolean date = condition.group(3) != null;
                if (than.sort() == (date ? Range.Sort.DATE : Range.Sort.SECONDS)) {
                    String sign = sign(condition.group(1), condition.group(2));
                    boolean same = date
                            ? isDate(sign, condition.group(3), relation, than, inclusive)
                            : isAge(sign, condition, relation, than);
                    found = Optional.of(same ? Fit.MATCH : Fit.OTHER);
                    if (same) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    private static String sign(@Nullable String plain, @Nullable String word) {
        if (plain != null) {
            return plain;
        }
        String text = word == null ? "" : word.toLowerCase(Locale.ROOT);
        return (text.startsWith("l") ? "<" : ">") + (text.endsWith("e") ? "=" : "");
    }

    private static boolean isDate(String sign, String date, Relation relation, Range than, boolean inclusive) {
        Optional<Range> value = Moments.in(date);
        if (value.isEmpty()) {
            return false;
        }
        Range day = value.get();
        return switch (relation) {
            case EARLIER, LESS ->
                sign.equals("<") && day.from() == than.from() || sign.equals("<=") && day.to() == than.from();
            case LATER, MORE ->
                inclusive
                        ? sign.equals(">=") && day.from() == than.from()
                        : sign.equals(">=") && day.from() == than.to() || sign.equals(">") && day.to() == than.to();
            case WITHIN -> false;
        };
    }

    /** What is older is further back. */
    private static boolean isAge(String sign, Matcher condition, Relation relation, Range than) {
        Units.@Nullable Unit unit = Units.of(condition.group(5).toLowerCase(Locale.ROOT));
        boolean older = relation == Relation.EARLIER || relation == Relation.MORE;
        double seconds = unit == null ? -1 : Double.parseDouble(condition.group(4)) * unit.factor();
        boolean near = Math.abs(seconds - than.from()) <= than.from() / 50;
        return relation != Relation.WITHIN && near && sign.startsWith(older ? "<" : ">");
    }
}
