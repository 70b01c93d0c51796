package dev.greenlane.engine.consent.words;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the words of a clause have said of it, as far as it is read. Belongs to the reading of one clause. */
final class Heard {

    /** The tokens that are verbs and other words of order. */
    final Set<Integer> used = new HashSet<>();

    final Set<String> operations = new LinkedHashSet<>();
    boolean prohibits;
    /** Whether only a small word prohibits, which reaches not far. */
    boolean weakly;

    int prohibitedFrom;
    boolean keeps;
    boolean limits;
    boolean justs;
    boolean looks;
    int looksFrom;
    boolean authors;
    boolean later;
    boolean asks;

    void prohibition(int at, boolean small, int length) {
        prohibits = true;
        weakly = small && length == 1;
        prohibitedFrom = at;
    }

    /** Takes tokens; returns how many there are behind the first. */
    int take(int at, int length) {
        for (int each = at; each < at + length; each++) {
            used.add(each);
        }
        return length - 1;
    }

    /** Behind a look only what is looked at is meant: {@code show what it would remove}. */
    void operations(Set<String> found, int at) {
        if (looks && !prohibits && at != looksFrom) {
            operations.add("read");
        } else if (!authors) {
            operations.addAll(found);
        }
    }
}
