package dev.greenlane.engine.consent.deed;

import dev.greenlane.engine.consent.words.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the arguments of a tool are about: recipients, addresses, ids, amounts; not the text that is said. */
final class Arguments {

    private static final int LONGEST = 200;
    private static final int MOST = 100;

    private Arguments() {}

    static List<String> of(Map<String, Object> input, Lexicon lexicon) {
        List<String> found = new ArrayList<>();
        input.forEach((name, value) -> add(name, value, lexicon, found));
        return found;
    }

    private static void add(String name, Object value, Lexicon lexicon, List<String> found) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((inner, each) -> add(String.valueOf(inner), each, lexicon, found));
            case Iterable<?> list -> list.forEach(each -> add(name, each, lexicon, found));
            case Number number -> found.add(number.toString().replaceFirst("\\.0$", ""));
            case String text -> {
                if (lexicon.isBinding(name) && !text.isBlank() && text.length() <= LONGEST && found.size() < MOST) {
                    found.add(text.strip());
                }
            }
            default -> {}
        }
    }
}
