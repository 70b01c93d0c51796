package dev.greenlane.service.desk;

import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.session.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the service remembers of a session as long as it runs, beside what the ledger keeps. Thread-safe. */
final class LiveSession {
    private static final int KEPT_SAYINGS = 200;
    private static final int KEPT_DECISIONS = 20;

    private final Deque<String> said = new ArrayDeque<>();
    private final Deque<Decided> decided = new ArrayDeque<>();
    private Session memory = Session.NEW;

    private record Decided(String use, Decision told, Session after) {}

    /** What its calls have left behind. */
    synchronized Session memory() {
        return memory;
    }

    /** A use took place. */
    synchronized void done(String use) {
        decided.reversed().stream()
                .filter(known -> known.use().equals(use))
                .findFirst()
                .ifPresent(known -> memory = known.after());
    }

    /** The person said something. */
    synchronized void said(String words) {
        if (!words.equals(said.peekLast())) {
            keep(said, words, KEPT_SAYINGS);
        }
    }

    /** What the person said, oldest first. */
    synchronized List<String> sayings() {
        return new ArrayList<>(said);
    }

    /**
     * Something was told about the use of a tool.
     *
     * @param after what is remembered once it took place; an allowed one is taken to take place
     */
    synchronized void decided(String use, Decision told, Session after) {
        keep(decided, new Decided(use, told, after), KEPT_DECISIONS);
        if (told.outcome() == Outcome.ALLOW) {
            memory = after;
        }
    }

    /** What was told last about the same use of a tool, which an agent may ask about twice. */
    synchronized Optional<Decision> toldOf(String use) {
        return decided.reversed().stream()
                .filter(known -> known.use().equals(use))
                .map(Decided::told)
                .findFirst();
    }

    private static <T> void keep(Deque<T> all, T one, int most) {
        all.addLast(one);
        if (all.size() > most) {
            all.removeFirst();
        }
    }
}
