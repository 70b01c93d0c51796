package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What could not be read so far. */
final class Problems {
    /** A text with more problems is given up: it is no shell text. */
    private static final int LIMIT = 1000;

    private final List<Script.Problem> found = new ArrayList<>();

    int count() {
        return found.size();
    }

    boolean full() {
        return found.size() >= LIMIT;
    }

    void add(Span span, String reason) {
        found.add(new Script.Problem(span, reason));
    }

    /** Those found since there were {@code count}, in order of place. */
    List<Script.Problem> since(int count) {
        if (count == found.size()) {
            return List.of();
        }
        List<Script.Problem> since = new ArrayList<>(found.subList(count, found.size()));
        since.sort(Comparator.comparingInt(problem -> problem.span().start()));
        return since;
    }

    /** Forgets those found since there were {@code count}. */
    void forgetSince(int count) {
        found.subList(count, found.size()).clear();
    }
}
