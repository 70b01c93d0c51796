package dev.greenlane.service.desk;

import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.Tool;
import dev.greenlane.engine.bounded.Bounded;
import dev.greenlane.engine.call.Identity;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.session.Session;
import dev.greenlane.service.consent.Asked;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the service remembers of a session as long as it runs, beside what the ledger keeps. A session and its subagents share
 * it: they work in the same files, and for the same person. Thread-safe.
 */
final class LiveSession {
    private static final int KEPT_DECISIONS = 64;
    private static final int KEPT_USES = 512;
    private static final Duration PATIENCE = Duration.ofMillis(150);

    private final Person person = new Person(PATIENCE);
    private final Deque<Decided> decided = new ArrayDeque<>();
    private final Set<String> shown = Collections.newSetFromMap(Bounded.byAge(KEPT_USES));
    private final Map<String, Object> turns = Bounded.byAge(KEPT_USES);
    private Session memory = Session.NEW;
    private final AtomicReference<@Nullable Identity> user = new AtomicReference<>();
    private boolean remembers;

    private record Decided(
            String use,
            Tool tool,
            Wire wire,
            Mode mode,
            Settled settled,
            Session before,
            Session after,
            Optional<Asked> asked,
            boolean dialog,
            boolean shadow) {
        Outcome outcome() {
            return settled.told().outcome();
        }
    }

    /** What it knows of its person. */
    Person person() {
        return person;
    }

    /** Who the user is: as it was when this was asked first, whatever the session's calls have set since. */
    Identity user(Supplier<Identity> look) {
        Identity known = user.get();
        if (known != null) {
            return known;
        }
        Identity seen = look.get();
        return user.compareAndSet(null, seen) ? seen : user(look);
    }

    /** Fetches what the session's calls had left behind before the service ran; only the first time. */
    synchronized void remember(Supplier<Session> past) {
        if (!remembers) {
            remembers = true;
            memory = past.get();
        }
    }

    /** What its calls have left behind. */
    synchronized Session memory() {
        return memory;
    }

    /** A use took place, left this in files and showed this result. What was asked about it, where that was a question. */
    synchronized Optional<Asked> done(String use, Files files, String result) {
        Optional<Decided> stopped = known(use).filter(known -> known.outcome() != Outcome.ALLOW);
        stopped.ifPresent(this::learn);
        known(use).ifPresent(known -> memory = memory.settled(known.before(), known.after(), files, result));
        return stopped.filter(known -> known.outcome() == Outcome.ASK && known.dialog())
                .flatMap(Decided::asked);
    }

    /** A call has shown its result, which is remembered here and nowhere else. */
    synchronized void seen(ToolCall call, String result) {
        memory = memory.seen(call, result);
    }

    /** What calls have left behind that took place before anybody asked here. */
    synchronized void follow(Session past) {
        memory = past;
    }

    /** Whether the result of this use was not told yet; one without an id always is new. */
    synchronized boolean isNew(Optional<String> useId) {
        return useId.isEmpty() || shown.add(useId.get());
    }

    /**
     * Something was told about the use of a tool.
     *
     * @param before what was remembered when it was reviewed
     * @param after what is remembered once it took place; an allowed one is taken to take place
     * @param asked what stood against it
     */
    synchronized void decided(
            Use use, Mode mode, Settled settled, Session before, Session after, Optional<Asked> asked) {
        Decided fresh = new Decided(
                use.text(),
                use.tool(),
                use.wire(),
                mode,
                settled,
                before,
                after,
                asked,
                use.asks() && !use.shadow(),
                use.shadow());
        add(fresh);
        if (fresh.outcome() == Outcome.ALLOW) {
            learn(fresh);
        }
    }

    /**
     * What was settled when this very use was asked about over another wire: the same id, the same input, the same mode. Clients
     * begin with a call while the model still answers, so that a hook may come before the gateway or after it. A hook that asks
     * second may show a person the question.
     */
    synchronized Optional<Settled> settled(Use use, Mode mode) {
        Optional<Decided> before = overAnotherWire(use, mode);
        before.filter(known -> use.asks() && !known.dialog())
                .ifPresent(known -> add(new Decided(
                        known.use(),
                        known.tool(),
                        known.wire(),
                        known.mode(),
                        known.settled(),
                        known.before(),
                        known.after(),
                        known.asked(),
                        true,
                        known.shadow())));
        return before.map(Decided::settled);
    }

    private Optional<Decided> overAnotherWire(Use use, Mode mode) {
        for (Decided known : decided.reversed()) {
            if ((known.wire() == Wire.GATEWAY || use.wire() == Wire.GATEWAY)
                    && known.mode() == mode
                    && known.shadow() == use.shadow()
                    && same(known.tool(), use.tool())) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** Whoever asks about a use waits here for the one who asked before. */
    synchronized Object turn(Optional<String> useId) {
        return useId.isEmpty() ? new Object() : turns.computeIfAbsent(useId.get(), id -> new Object());
    }

    /** Clients put the members of an input into an order of their own. */
    private static boolean same(Tool one, Tool other) {
        return one.useId().isPresent()
                && one.useId().equals(other.useId())
                && one.name().equals(other.name())
                && Objects.equals(one.input(), other.input());
    }

    private void add(Decided fresh) {
        decided.addLast(fresh);
        if (decided.size() > KEPT_DECISIONS) {
            decided.removeFirst();
        }
    }

    /** What was told last about the same use of a tool, which an agent may ask about twice. */
    synchronized Optional<Decision> toldOf(String use) {
        return known(use).map(known -> known.settled().told());
    }

    private Optional<Decided> known(String use) {
        return decided.reversed().stream()
                .filter(known -> known.use().equals(use))
                .findFirst();
    }

    private void learn(Decided use) {
        memory = memory.after(use.before(), use.after());
    }
}
