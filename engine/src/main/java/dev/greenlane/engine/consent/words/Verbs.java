package dev.greenlane.engine.consent.words;

import dev.greenlane.engine.consent.words.Forms.Form;
import dev.greenlane.engine.data.DataLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Verbs in all their forms, of one word or of several, and the operations they stand for. Immutable once made. */
final class Verbs {

    /** A verb in one of its forms. */
    record Verb(Set<String> operations, Form form, boolean ambiguous) {}

    /** A verb where it stands: {@code length} tokens, and perhaps a second part behind its object. */
    record At(Verb meaning, int length, int tail, int tailLength) {

        int words() {
            return length + tailLength;
        }
    }

    /** A verb with its object before its last words. */
    private record Parted(List<String> tail, Verb verb) {}

    private static final String GAP = " … ";

    private static final int FARTHEST = 14;

    private final Map<String, Verb> verbs = new HashMap<>();
    private final Phrases<Verb> verbPhrases = new Phrases<>();
    private final Map<String, List<Parted>> parted = new HashMap<>();
    /** Forms of the past by verb. */
    private final Map<String, List<String>> irregular = new HashMap<>();

    private final Set<String> pasts = new HashSet<>();
    private final Set<String> particles;
    /** Between the halves of a verb nothing is told. */
    private final Set<String> stops;

    private final Set<String> modals;
    private final VerbGap gap;

    Verbs(
            Map<String, Set<String>> operations,
            List<DataLines.Line> irregulars,
            Set<String> ambiguous,
            List<String> vague,
            Set<String> particles,
            Set<String> stops,
            Set<String> modals,
            Set<String> joins) {
        this.modals = modals;
        this.gap = new VerbGap(verbs::containsKey, stops, joins);
        this.particles = particles;
        this.stops = stops;
        irregulars.forEach(line -> {
            irregular.put(line.value(), line.names());
            line.names().stream().filter(past -> !past.equals(line.value())).forEach(pasts::add);
        });
        operations.forEach((name, meaning) -> itself(name, meaning, ambiguous));
        operations.forEach((name, meaning) -> forms(name, meaning, ambiguous));
        vague.forEach(phrase -> verbPhrases.add(phrase, new Verb(Set.of(Lexicon.VAGUE), Form.BASE, false)));
        verbs.forEach(verbPhrases::add);
    }

    /** Whether a word is an irregular form of the past. */
    boolean isPast(String word) {
        return pasts.contains(word);
    }

    boolean has(String word) {
        return verbs.containsKey(word);
    }

    /** The operations that a word stands for, in whatever form. */
    Set<String> operations(String word) {
        Verb verb = verbs.get(word);
        return verb == null ? Set.of() : verb.operations();
    }

    private void itself(String name, Set<String> meaning, Set<String> ambiguous) {
        int blank = name.indexOf(' ');
        if (blank < 0) {
            put(name, Form.BASE, meaning, ambiguous.contains(name));
        } else {
            phrase(name.substring(0, blank), name.substring(blank), meaning, Form.BASE);
        }
    }

    private void forms(String name, Set<String> meaning, Set<String> ambiguous) {
        int blank = name.indexOf(' ');
        if (blank < 0) {
            forms(name).forEach(each -> put(each.text(), each.form(), meaning, ambiguous.contains(each.text())));
            Forms.participles(name).forEach(each -> put(each, Form.PAST, meaning, false));
        } else {
            forms(name.substring(0, blank))
                    .forEach(each -> phrase(each.text(), name.substring(blank), meaning, each.form()));
        }
    }

    private List<Forms.Inflected> forms(String verb) {
        List<Forms.Inflected> forms = new ArrayList<>(Forms.of(verb));
        irregular
                .getOrDefault(verb, List.of())
                .forEach(past -> forms.add(new Forms.Inflected(past, past.equals(verb) ? Form.BASE : Form.PAST)));
        return forms;
    }

    private void phrase(String head, String rest, Set<String> meaning, Form form) {
        if (rest.startsWith(GAP)) {
            List<String> tail = List.of(rest.substring(GAP.length()).split(" "));
            parted.computeIfAbsent(head, each -> new ArrayList<>())
                    .add(new Parted(tail, new Verb(meaning, form, false)));
            return;
        }
        put(head + rest, form, meaning, false);
    }

    /** What stands in the data is no form of anything else. */
    private void put(String text, Form form, Set<String> meaning, boolean ambiguous) {
        boolean doubtful = ambiguous || form == Form.THIRD && text.indexOf(' ') < 0;
        verbs.merge(text, new Verb(meaning, form, doubtful), (known, more) -> {
            Set<String> all = new LinkedHashSet<>(known.operations());
            all.addAll(meaning);
            return new Verb(Set.copyOf(all), known.form(), known.ambiguous() || doubtful);
        });
    }

    /** The verb that begins at a token; of several words that go with it, all that they may mean. */
    Optional<At> at(List<Token> tokens, int at) {
        if (!tokens.get(at).isWord() && !tokens.get(at).lower().contains("-")) {
            return Optional.empty();
        }
        Optional<At> phrase =
                verbPhrases.at(tokens, at).map(found -> new At(withVerb(found, tokens, at), found.length(), at, 0));
        Optional<At> plain = phrase.filter(found -> found.length() > 2 || isWhole(tokens, at))
                .or(() -> separated(tokens, at))
                .or(() -> phrase)
                .or(() -> Joined.stems(tokens.get(at).lower())
                        .map(verbs::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(verb -> new At(verb, 1, at, 0)));
        return parted(tokens, at, plain).or(() -> plain);
    }

    /** {@code turn off the check on main}: the second half of the verb stands right behind the first. */
    private boolean isWhole(List<Token> tokens, int at) {
        return at + 1 < tokens.size() && particles.contains(tokens.get(at + 1).lower());
    }

    /** What a phrase like {@code should run} means, with what its verb means. */
    private Verb withVerb(Phrases.Found<Verb> phrase, List<Token> tokens, int at) {
        Verb own = phrase.length() == 2 && modals.contains(tokens.get(at).lower())
                ? verbs.get(tokens.get(at + 1).lower())
                : null;
        if (own == null) {
            return phrase.meaning();
        }
        Set<String> all = new LinkedHashSet<>(phrase.meaning().operations());
        all.addAll(own.operations());
        return new Verb(all, phrase.meaning().form(), phrase.meaning().ambiguous());
    }

    /** A verb of several words with its object between them: {@code bring the job to an end}. */
    private Optional<At> parted(List<Token> tokens, int at, Optional<At> plain) {
        At longest = null;
        Set<String> operations = new LinkedHashSet<>();
        for (Parted each : parted.getOrDefault(tokens.get(at).lower(), List.of())) {
            int tail = indexOf(each.tail(), tokens, at + 2);
            if (tail > 0 && each.tail().size() + 1 > plain.map(At::length).orElse(0)) {
                operations.addAll(each.verb().operations());
                if (longest == null || each.tail().size() > longest.tailLength()) {
                    longest = new At(each.verb(), 1, tail, each.tail().size());
                }
            }
        }
        if (longest == null) {
            return Optional.empty();
        }
        plain.ifPresent(verb -> operations.addAll(verb.meaning().operations()));
        Verb meaning = new Verb(operations, longest.meaning().form(), false);
        int length = plain.map(At::length).orElse(1);
        return Optional.of(new At(meaning, length, longest.tail(), longest.tailLength()));
    }

    private int indexOf(List<String> words, List<Token> tokens, int from) {
        int end = Math.min(tokens.size(), from + FARTHEST) - words.size();
        for (int at = from; at <= end && !gap.ends(tokens, at - 1); at++) {
            if (isAt(words, tokens, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isAt(List<String> words, List<Token> tokens, int at) {
        for (int word = 0; word < words.size(); word++) {
            if (!tokens.get(at + word).lower().equals(words.get(word))) {
                return false;
            }
        }
        return true;
    }

    /** A verb whose second half stands behind its object: {@code take the server down}. */
    private Optional<At> separated(List<Token> tokens, int at) {
        int end = Math.min(tokens.size(), at + FARTHEST);
        for (int next = at + 2; next < end && !gap.ends(tokens, next); next++) {
            if (stops.contains(tokens.get(next).lower())) {
                return Optional.empty();
            }
            if (particles.contains(tokens.get(next).lower())) {
                Verb verb = verbs.get(
                        tokens.get(at).lower() + " " + tokens.get(next).lower());
                if (verb != null) {
                    return Optional.of(new At(verb, 1, next, 1));
                }
            }
        }
        return Optional.empty();
    }

    /** The operations of the verbs that are spelled almost like a word. */
    Set<String> near(String word) {
        Set<String> found = new LinkedHashSet<>();
        verbs.forEach((verb, meaning) -> {
            if (meaning.form() == Form.BASE && Spelling.isNear(word, verb)) {
                found.addAll(meaning.operations());
            }
        });
        return found;
    }
}
