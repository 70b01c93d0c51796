package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.effect.Effect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that make one command another: {@code WHERE id IN (7, 8)}, {@code HEAD~3}. */
final class Values {

    private static final Pattern CHOICE =
            Pattern.compile("(?i)(?:=\\s*|\\bin\\s*\\()\\s*((?:'?\\d{1,12}'?\\s*,?\\s*){1,500})(?![\\w.])");
    private static final int LONGEST_CODE = 8_000;
    private static final Pattern COLLECTION = Pattern.compile(
            "\\bdb\\.([A-Za-z_]\\w{0,100})\\.(?:drop|remove|delete|update|replace|insert|rename)\\w*\\(|\\bdb\\.killOp\\(\\s*(\\d{1,12})");
    private static final Pattern WHERE = Pattern.compile("(?is)\\bwhere\\b([^;]{1,8000})");
    private static final Pattern BACK = Pattern.compile("(?:HEAD|@)~(\\d{0,4})");
    private static final Pattern CARETS = Pattern.compile("(?:HEAD|@)\\^{1,9}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

    private Values() {}

    static Set<String> of(Effect effect, List<String> words) {
        Set<String> values = new LinkedHashSet<>();
        switch (effect.kind()) {
            case DATABASE_CHANGE, DATABASE_DESTROY -> words.forEach(word -> add(word, values));
            default -> {}
        }
        return values;
    }

    /** The collections that a line of a document store's shell changes: {@code db.carts.drop()}. */
    static List<String> collections(List<String> words) {
        return words.stream()
                .filter(word -> word.length() < LONGEST_CODE)
                .flatMap(word -> COLLECTION.matcher(word).results())
                .map(found -> found.group(found.group(1) == null ? 2 : 1))
                .distinct()
                .toList();
    }

    /** How many commits are meant that end at the newest: {@code HEAD~3}. */
    static OptionalInt commits(List<String> words) {
        for (String word : words) {
            Matcher back = BACK.matcher(word);
            if (back.matches()) {
                String count = back.group(1);
                return OptionalInt.of(count.isEmpty() ? 1 : Integer.parseInt(count));
            }
            if (CARETS.matcher(word).matches()) {
                return OptionalInt.of(word.length() - word.indexOf('^'));
            }
        }
        return OptionalInt.empty();
    }

    private static void add(String statement, Set<String> values) {
        Matcher where = WHERE.matcher(statement);
        while (where.find()) {
            Matcher choice = CHOICE.matcher(where.group(1));
            while (choice.find()) {
                Matcher number = NUMBER.matcher(choice.group(1));
                while (number.find()) {
                    values.add(number.group());
                }
            }
        }
    }
}
