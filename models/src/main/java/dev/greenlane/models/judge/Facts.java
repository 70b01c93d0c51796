package dev.greenlane.models.judge;

import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.facts.Loss;
import dev.greenlane.engine.listing.Listings;
import dev.greenlane.engine.listing.Thing;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.session.Executed;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What listings have shown of the things that a call acts on: {@code feature-x: author sam, date 2024-01-03}; and what the gate has
 * seen there: {@code src: all of it is in the last commit}. Values of listings that could be a sentence are left out, for they are the
 * words of whoever wrote them. Stateless.
 */
final class Facts {
    private static final int MOST_THINGS = 6;
    private static final int MOST_PROPERTIES = 8;
    private static final int MOST_LOSSES = 6;
    private static final String WORD = "[\\p{L}\\p{N}._:/@+%-]{1,40}";
    private static final Pattern VALUE = Pattern.compile(
            WORD + "|(?=.*\\d)" + WORD + "( " + WORD + "){1,2}"); // a name, a state; a date, a size, an age

    private Facts() {}

    static List<String> about(Review review) {
        List<Effect> effects = review.understanding().all();
        Request request = review.request();
        Listings shown = request.session().listings();
        for (Executed earlier : request.earlier()) {
            if (earlier.result().isPresent()) {
                shown = shown.and(earlier.call().text(), earlier.result().get());
            }
        }
        List<String> facts = new ArrayList<>();
        for (Thing thing : shown.things()) {
            boolean meant = effects.stream().anyMatch(effect -> isCalled(effect.target(), thing));
            if (meant && !thing.properties().isEmpty() && facts.size() < MOST_THINGS) {
                facts.add(line(thing));
            }
        }
        review.losses().entrySet().stream()
                .filter(seen -> !(seen.getValue() instanceof Loss.Unknown))
                .limit(MOST_LOSSES)
                .forEach(seen -> facts.add(
                        seen.getKey().target() + ": " + seen.getValue().told()));
        return facts;
    }

    private static boolean isCalled(String target, Thing thing) {
        return thing.names().stream().anyMatch(name -> target.equals(name) || target.endsWith("/" + name));
    }

    private static String line(Thing thing) {
        return thing.names().get(0) + ": "
                + new TreeMap<>(thing.properties())
                        .entrySet().stream()
                                .filter(property -> isWord(property.getKey()) && isValue(property.getValue()))
                                .limit(MOST_PROPERTIES)
                                .map(property -> property.getKey() + " " + property.getValue())
                                .collect(Collectors.joining(", "));
    }

    private static boolean isWord(String text) {
        return text.matches("[\\w.-]{1,24}");
    }

    private static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }
}
