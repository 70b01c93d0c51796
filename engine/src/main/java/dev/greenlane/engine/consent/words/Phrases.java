package dev.greenlane.engine.consent.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Phrases that mean something, found in a row of tokens by their first word; the longest one counts. Immutable once filled. */
final class Phrases<T> {

    /** A phrase found; {@code length} tokens long. */
    record Found<T>(T meaning, int length) {}

    private record Entry<T>(List<String> words, T meaning) {}

    private final Map<String, List<Entry<T>>> byFirst = new HashMap<>();
    /** Phrases of scripts that put no blanks between words. */
    private final List<Entry<T>> unspaced = new ArrayList<>();

    void add(String phrase, T meaning) {
        List<String> words = List.of(phrase.split(" "));
        Entry<T> entry = new Entry<>(words, meaning);
        if (isUnspaced(phrase)) {
            unspaced.add(entry);
        } else {
            byFirst.computeIfAbsent(words.get(0), first -> new ArrayList<>()).add(entry);
        }
    }

    /** The longest phrase that begins at {@code at}. */
    Optional<Found<T>> at(List<Token> tokens, int at) {
        Token first = tokens.get(at);
        if (first.kind() == Token.Kind.MARK) {
            return Optional.empty();
        }
        Found<T> found = null;
        for (Entry<T> entry : byFirst.getOrDefault(first.lower(), List.of())) {
            if ((found == null || entry.words().size() > found.length()) && follows(entry.words(), tokens, at)) {
                found = new Found<>(entry.meaning(), entry.words().size());
            }
        }
        if (found == null && first.isUnspaced()) {
            found = inside(first.lower());
        }
        return Optional.ofNullable(found);
    }

    private @Nullable Found<T> inside(String text) {
        for (Entry<T> entry : unspaced) {
            if (text.contains(entry.words().get(0))) {
                return new Found<>(entry.meaning(), 1);
            }
        }
        return null;
    }

    private static boolean follows(List<String> words, List<Token> tokens, int at) {
        if (at + words.size() > tokens.size()) {
            return false;
        }
        for (int word = 1; word < words.size(); word++) {
            if (!tokens.get(at + word).lower().equals(words.get(word))) {
                return false;
            }
        }
        return true;
    }

    static boolean isUnspaced(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isUnspaced(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnspaced(char letter) {
        return letter >= 0x3040 && letter <= 0x9FFF || letter >= 0xAC00 && letter <= 0xD7AF;
    }
}
