package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Clause;
import dev.greenlane.engine.consent.words.Mention;
import dev.greenlane.engine.listing.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that tell which things are meant: {@code pull request 12}, {@code exp-41}, {@code the rows 7 and 8}. How much of something
 * there is to be is for {@link Amounts}.
 */
public final class Numbering {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}_./-])\\d{1,9}(?:[.,]\\d+)?(?![\\p{L}\\p{N}_/-])");
    /** Numbers, also in names and before units: {@code exp-41}, {@code 200GB}. */
    private static final Pattern DIGITS =
            Pattern.compile("(?<![\\p{L}\\p{N}.,])(\\d{1,12}(?:[.,]\\d+)*)(?=$|[^\\p{N}.,]|[.,](?!\\d))");

    private static final int LONGEST = 4_000;

    private Numbering() {}

    static boolean isNumber(String text) {
        return text.matches("\\d{1,9}(?:[.,]\\d+)?%?");
    }

    /** The items that are not mere values; where there are only numbers, they are what things are called. */
    public static List<Item> without(List<Item> items) {
        List<Item> things =
                items.stream().filter(item -> !isNumber(item.text())).toList();
        return things.isEmpty() ? items : things;
    }

    /** Whether numbers were said, and the deed has one that was not. */
    static boolean differ(Clause clause, Meanings meanings) {
        Deed deed = meanings.deed();
        List<String> values = new ArrayList<>(deed.values());
        if (without(deed.items()).size() < deed.items().size()) {
            deed.items().stream().map(Item::text).filter(Numbering::isNumber).forEach(values::add);
        }
        if (values.isEmpty()) {
            return false;
        }
        Set<String> said = said(clause.quote());
        meanings.compared(clause).forEach(word -> said.removeAll(said(word)));
        Set<String> patterns = new TreeSet<>();
        for (Mention mention : clause.mentions()) {
            for (String name : mention.names()) {
                said.addAll(said(name));
                patterns.add(name);
            }
        }
        return !said.isEmpty()
                && values.stream()
                        .anyMatch(value -> !said.contains(plain(value))
                                && patterns.stream().noneMatch(pattern -> Patterns.matches(pattern, value)));
    }

    /**
     * Whether the words and the command have numbers that the other does not have: {@code pull request 12} where the call takes 21.
     * Numbers that only count things are left aside.
     */
    static boolean disagree(Clause clause, Meanings meanings) {
        Deed deed = meanings.deed();
        Set<String> said = digits(clause.quote());
        clause.mentions().forEach(mention -> mention.names().forEach(name -> said.addAll(digits(name))));
        clause.mentions().stream()
                .filter(mention -> mention.count() > 0)
                .forEach(mention -> said.remove(String.valueOf(mention.count())));
        meanings.compared(clause).forEach(word -> said.removeAll(digits(word)));
        said.removeIf(number -> tellsOf(number, clause, deed));
        if (said.isEmpty()) {
            return false;
        }
        Set<String> agreed = new TreeSet<>();
        Amounts.agreed(clause.quote(), deed).forEach(text -> agreed.addAll(digits(text)));
        said.removeAll(agreed);
        Set<String> done = new TreeSet<>();
        deed.command().forEach(word -> done.addAll(digits(word)));
        deed.items().forEach(item -> done.addAll(digits(item.text())));
        done.removeAll(agreed);
        Set<String> listed = new TreeSet<>();
        deed.items().forEach(item -> item.names().forEach(name -> listed.addAll(runs(name))));
        deed.scene()
                .words()
                .forEach(word -> deed.scene()
                        .things()
                        .named(word)
                        .ifPresent(thing -> thing.names().forEach(name -> listed.addAll(runs(name)))));
        boolean asked = said.stream().anyMatch(number -> !done.contains(number) && !listed.contains(number));
        List<String> ranges = clause.mentions().stream()
                .flatMap(mention -> mention.names().stream())
                .filter(Patterns::isPattern)
                .toList();
        return asked
                && done.stream()
                        .anyMatch(number -> !said.contains(number)
                                && ranges.stream().noneMatch(range -> Patterns.matches(range, number)));
    }

    /** Whether a number is in a column of the listing that was said with it: {@code on port 8080}. */
    private static boolean tellsOf(String number, Clause clause, Deed deed) {
        String quote = clause.quote().toLowerCase(Locale.ROOT);
        return !deed.items().isEmpty()
                && deed.items().stream()
                        .allMatch(item -> item.listed().stream()
                                .flatMap(thing -> thing.properties().entrySet().stream())
                                .anyMatch(property -> property.getValue().equals(number)
                                        && property.getKey().length() > 2
                                        && quote.contains(property.getKey() + " " + number)));
    }

    /** Whether the numbers that were said are those of another object that is called alike: {@code postgres 14} and not 16. */
    private static boolean isSister(Clause clause, Deed deed, Item item) {
        Set<String> own = numbers(item.text());
        item.names().forEach(name -> own.addAll(numbers(name)));
        Set<String> said = new TreeSet<>();
        clause.mentions().forEach(mention -> mention.names().forEach(name -> said.addAll(numbers(name))));
        boolean several = clause.mentions().stream()
                .anyMatch(mention -> mention.names().stream().anyMatch(Patterns::isPattern));
        if (several || own.isEmpty() || said.isEmpty() || said.stream().anyMatch(own::contains)) {
            return false;
        }
        return deed.scene().targets().values().stream()
                .flatMap(Set::stream)
                .filter(other ->
                        !other.equals(item.text()) && Thing.shape(other).equals(Thing.shape(item.text())))
                .anyMatch(other -> said.stream().anyMatch(numbers(other)::contains));
    }

    /** The numbers in a name: versions as they stand, and what stands behind letters where there is nothing else. */
    private static Set<String> numbers(String name) {
        Set<String> digits = digits(name);
        return digits.isEmpty() ? runs(name) : digits;
    }

    /** A fit in the light of the numbers: another number of the same make names another thing, and any other makes for doubt. */
    public static Fit told(Clause clause, Meanings meanings, Item item, Fit fit) {
        Deed deed = meanings.deed();
        if (fit == Fit.MATCH && isSister(clause, deed, item)) {
            return Fit.OTHER;
        }
        if (!meanings.disagreeInNumbers(clause)) {
            return fit;
        }
        boolean number = isNumber(item.text()) && item.listed().isEmpty();
        Set<String> done = new TreeSet<>();
        deed.command().forEach(word -> done.addAll(digits(word)));
        boolean sister = number
                && !said(clause.quote()).contains(plain(item.text()))
                && clause.mentions().stream()
                        .flatMap(mention -> mention.names().stream())
                        .map(name -> name.startsWith("#") ? name.substring(1) : name)
                        .anyMatch(name ->
                                isNumber(name) && name.length() == item.text().length() && !done.contains(name));
        return sister ? Fit.OTHER : fit == Fit.MATCH ? Fit.UNKNOWN : fit;
    }

    /** All runs of digits, also behind letters: {@code lr2} has 2. */
    private static Set<String> runs(String name) {
        Set<String> found = new TreeSet<>();
        for (String run : name.split("\\D+")) {
            found.add(run.replaceFirst("^0+(?=\\d)", ""));
        }
        return found;
    }

    private static Set<String> digits(String text) {
        Set<String> found = new TreeSet<>();
        Matcher number = DIGITS.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        while (number.find()) {
            found.add(plain(number.group(1)).replaceFirst("^0+(?=\\d)", ""));
        }
        return found;
    }

    private static Set<String> said(String quote) {
        Set<String> said = new TreeSet<>();
        Matcher number = NUMBER.matcher(quote);
        while (number.find()) {
            said.add(plain(number.group()));
        }
        for (String word : quote.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            Double value = SaidAmounts.spelt(word);
            if (value != null) {
                said.add(String.valueOf(value.intValue()));
            }
        }
        return said;
    }

    private static String plain(String number) {
        return number.replace(",", ".").replaceFirst("%$", "").replaceFirst("\\.0+$", "");
    }
}
