package dev.greenlane.engine.consent.words;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The forms in which a verb of German, French, Spanish or Portuguese stands in an order, made from its infinitive. */
final class Imperatives {

    private static final int SHORTEST_STEM = 3;

    private final Set<String> separable;

    /** @param separable what German verbs put behind their object: {@code ab} of {@code abschalten} */
    Imperatives(Set<String> separable) {
        this.separable = separable;
    }

    /**
     * The forms, phrases with a gap among them; none for what is no infinitive.
     *
     * @param language as the lines of {@code verbs.yaml} begin
     */
    List<String> of(String language, String infinitive) {
        if (infinitive.contains(" ") || infinitive.length() < SHORTEST_STEM + 2) {
            return List.of();
        }
        return switch (language) {
            case "de" -> infinitive.endsWith("en") ? german(infinitive) : List.of();
            case "fr" -> infinitive.endsWith("er") ? french(infinitive) : List.of();
            case "es pt" -> iberian(infinitive);
            default -> List.of();
        };
    }

    private List<String> german(String infinitive) {
        String stem = cut(infinitive);
        Stream<String> own = Stream.of(stem, stem + "e", third(stem));
        Stream<String> parted = separable.stream()
                .filter(prefix -> stem.startsWith(prefix) && stem.length() - prefix.length() >= SHORTEST_STEM)
                .flatMap(prefix -> parted(prefix, stem.substring(prefix.length())));
        return Stream.concat(own, parted).toList();
    }

    private static Stream<String> parted(String prefix, String stem) {
        return Stream.of(
                stem + " … " + prefix,
                stem + "e … " + prefix,
                third(stem) + " … " + prefix,
                prefix + "zu" + stem + "en",
                prefix + "ge" + third(stem));
    }

    /** {@code löscht}, {@code schaltet}. */
    private static String third(String stem) {
        return stem + (stem.endsWith("t") || stem.endsWith("d") ? "et" : "t");
    }

    private static List<String> french(String infinitive) {
        String stem = cut(infinitive);
        return List.of(stem + "e", stem + "ez", stem + (stem.endsWith("g") ? "eons" : "ons"));
    }

    private static List<String> iberian(String infinitive) {
        String stem = cut(infinitive);
        if (infinitive.endsWith("ar")) {
            String soft = soft(stem);
            return List.of(stem + "a", soft + "e", soft + "en", soft + "em");
        }
        if (infinitive.endsWith("er") || infinitive.endsWith("ir")) {
            return List.of(stem + "e", stem + "a", stem + "an", stem + "am");
        }
        return List.of();
    }

    /** {@code publicar} has {@code publique}. */
    private static String soft(String stem) {
        String begin = stem.substring(0, stem.length() - 1);
        return switch (stem.charAt(stem.length() - 1)) {
            case 'c' -> begin + "qu";
            case 'g' -> begin + "gu";
            case 'z', 'ç' -> begin + "c";
            default -> stem;
        };
    }

    private static String cut(String infinitive) {
        return infinitive.substring(0, infinitive.length() - 2);
    }
}
