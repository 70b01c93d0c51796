package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.listing.Thing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the arguments of a tool are about: recipients, addresses, ids, amounts; not the text that is said. */
final class Arguments {

    private static final int LONGEST = 200;
    private static final int MOST = 100;
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_TITLE = 60;
    /** What a thing is called where nothing else says which one it is. */
    private static final List<String> CALLED = List.of("title", "name", "subject", "summary");

    /** What is written like a name with a number or a mark in it, and is no time. */
    private static final Pattern IDENTIFIER =
            Pattern.compile("(?!\\d{4}-\\d\\d)(?!\\d\\d?:\\d\\d)(?=\\S*[-_@#/.0-9])(?=\\S*[A-Za-z])\\S{2,80}");

    /** Names of arguments that hold what something is called by: {@code account_id}. */
    private static final Pattern IDENTIFYING = Pattern.compile("[A-Za-z_-]{2,40}(?:_ids?|-id|Ids?|_key|_number|_no)");

    private static final Set<String> ALL = Set.of("everything", "all", "whole", "entire");

    private Arguments() {}

    /** @param ends whether the tool ends something that is there, and makes nothing new */
    static List<String> of(Map<String, Object> input, boolean ends) {
        List<String> found = new ArrayList<>();
        objects(input).forEach((name, value) -> add(name, value, found));
        if (found.isEmpty() && ends) {
            CALLED.stream()
                    .map(input::get)
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .filter(title -> !title.isBlank() && title.length() <= LONGEST_TITLE)
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    /** The arguments that only say in what the others lie, as options: {@code --project}, {@code shop}. */
    static List<String> within(Map<String, Object> input) {
        List<String> options = new ArrayList<>();
        Map<String, Object> objects = objects(input);
        input.forEach((name, value) -> {
            if (!objects.containsKey(name) || value instanceof Boolean || OptionValues.isNoun(name)) {
                options.add(option(name));
                options.add(String.valueOf(value));
            }
        });
        return options;
    }

    /** The arguments without those that only say in what the others lie; all where nothing else would be left. */
    private static Map<String, Object> objects(Map<String, Object> input) {
        Map<String, Object> objects = new LinkedHashMap<>(input);
        objects.keySet()
                .removeIf(name ->
                        Operations.standard().isContainerOption(option(name)) && input.get(name) instanceof String);
        List<String> left = new ArrayList<>();
        objects.forEach((name, value) -> add(name, value, left));
        return left.isEmpty() ? input : objects;
    }

    private static String option(String name) {
        return "--" + name.toLowerCase(Locale.ROOT).replaceFirst("_?(?:id|key|name|slug)$", "");
    }

    /** Whether an argument says that all there is is taken: {@code purge_everything}. */
    static boolean takeAll(Map<String, Object> input) {
        return input.entrySet().stream()
                .anyMatch(argument -> Boolean.TRUE.equals(argument.getValue())
                        && Thing.pieces(argument.getKey()).stream().anyMatch(ALL::contains));
    }

    /** The arguments that are single words, behind an empty one in place of a program. */
    static List<String> words(Map<String, Object> input) {
        List<String> words = new ArrayList<>();
        words.add("");
        input.values().forEach(value -> {
            if (value instanceof String text && text.length() <= LONGEST_WORD && text.indexOf(' ') < 0) {
                words.add(text);
            }
        });
        return words;
    }

    private static void add(String name, Object value, List<String> found) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((inner, each) -> add(String.valueOf(inner), each, found));
            case Iterable<?> list -> list.forEach(each -> add(name, each, found));
            case Number number -> found.add(number.toString().replaceFirst("\\.0$", ""));
            case String text -> {
                boolean binds = !Operations.standard().isContent(name)
                        && (Operations.standard().isBinding(name)
                                || IDENTIFYING.matcher(name).matches()
                                || IDENTIFIER.matcher(text).matches());
                if (binds && !text.isBlank() && text.length() <= LONGEST && found.size() < MOST) {
                    found.add(text.strip());
                }
            }
            default -> {}
        }
    }
}
