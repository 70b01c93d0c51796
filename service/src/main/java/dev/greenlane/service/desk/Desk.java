package dev.greenlane.service.desk;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.Answer.NoOpinion;
import dev.greenlane.agents.Facts;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.Tool;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.bounded.Bounded;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.provenance.Inventory;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.session.Session;
import dev.greenlane.service.consent.Approvals;
import dev.greenlane.service.consent.Asked;
import dev.greenlane.service.consent.Asks;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.service.settings.SettingsFiles;
import dev.greenlane.service.settings.Switch;
import dev.greenlane.store.Ledger;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.snapshot.Snapshots;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers events of agents. Whatever goes wrong, the answer to the use of a tool stops it or leaves it to a person. Thread-safe.
 */
public final class Desk implements AutoCloseable {
    private static final int KEPT_SESSIONS = 2000;

    /** Who has no hook to fall back on must not be told that a call is fine. */
    private static final Settled OFF = new Settled(
            new Decision(
                    Outcome.ASK,
                    "Greenlane is switched off, so nobody reviews this call, and in auto mode nothing runs without a"
                            + " review. Stop here and tell the user: greenlane on switches it on; another permission"
                            + " mode does without it."),
            "off",
            0,
            false);

    private final Ledger ledger;
    private final SettingsFiles settings;
    private final Switch off;
    private final InstantSource clock;
    private final ToolDesk tools;
    private final Approvals approvals;
    private final Asks asks;
    private final Map<String, LiveSession> sessions = Collections.synchronizedMap(Bounded.byUse(KEPT_SESSIONS));

    /**
     * @param home the user's home; empty where it is not known
     * @param environment where the settings may say that keys are
     * @param snapshots where what calls could lose is kept
     */
    public Desk(
            Ledger ledger,
            SettingsFiles settings,
            Switch off,
            Optional<String> home,
            Map<String, String> environment,
            InstantSource clock,
            Snapshots snapshots) {
        this.ledger = ledger;
        this.settings = settings;
        this.off = off;
        this.clock = clock;
        this.approvals = new Approvals(ledger, home, clock);
        this.asks = new Asks(clock);
        this.tools = new ToolDesk(ledger, home, environment, clock, approvals, asks, snapshots);
    }

    /**
     * What the hook of an agent prints.
     *
     * @param event the client's name of the event; empty where it is not known
     * @param mode the mode that the hook was installed with; a mode chosen for the session comes first
     * @param shadow whether to record only, and to tell the client nothing
     */
    public String answer(Agent agent, String event, String body, Optional<Mode> mode, boolean shadow) {
        HookEvent read = agent.read(event, body);
        Settings here = settings.in(folder(read.facts()));
        boolean silent = here.mayBeOff() && off.offUntil(clock.instant()).isPresent();
        Answer answer = silent ? new NoOpinion() : answer(agent, read, here, mode, shadow);
        return agent.answer(read, shadow ? new NoOpinion() : answer);
    }

    /**
     * What a gateway is told of the calls that it asks about, in JSON. It is read and answered as {@code docs/service.md} says.
     *
     * @param seen is told the session, as the ledger names it; of a subagent's the one above
     * @throws NotJson where the body is no inquiry
     */
    public String review(Agent agent, String body, Optional<Mode> mode, Consumer<String> seen)
            throws NotJson, LedgerFailure {
        Inquiry inquiry = InquiryJson.read(body);
        SessionId id = SessionId.of(agent, inquiry.facts());
        seen.accept(id.top());
        Settings here = settings.in(folder(inquiry.facts()));
        if (here.mayBeOff() && off.offUntil(clock.instant()).isPresent()) {
            return InquiryJson.answer(
                    inquiry.uses(), inquiry.uses().stream().map(use -> OFF).toList());
        }
        LiveSession session = sessions.computeIfAbsent(id.top(), text -> new LiveSession());
        tools.told(id, session, inquiry, here);
        List<Settled> settled = new ArrayList<>();
        for (Tool use : inquiry.uses()) {
            settled.add(tools.decide(new Use(
                    agent,
                    id,
                    session,
                    inquiry.facts(),
                    use,
                    here,
                    mode,
                    inquiry.shadow(),
                    Wire.GATEWAY,
                    inquiry.rules())));
        }
        return InquiryJson.answer(inquiry.uses(), settled);
    }

    /** The session that an event belongs to, as the ledger names it; of a subagent's the one above. */
    public Optional<String> session(Agent agent, String event, String body) {
        return switch (agent.read(event, body)) {
            case HookEvent.Unreadable unreadable -> Optional.empty();
            case HookEvent read -> Optional.of(SessionId.of(agent, read.facts()).top());
        };
    }

    private Answer answer(Agent agent, HookEvent event, Settings here, Optional<Mode> mode, boolean shadow) {
        SessionId id = SessionId.of(agent, event.facts());
        LiveSession session = sessions.computeIfAbsent(id.top(), text -> new LiveSession());
        try {
            return switch (event) {
                case HookEvent.ToolUse use ->
                    tools.decide(new Use(agent, id, session, use.facts(), use.tool(), here, mode, shadow))
                            .told();
                case HookEvent.PermissionAsked asked ->
                    tools.seconded(new Use(agent, id, session, asked.facts(), asked.tool(), here, mode, shadow));
                case HookEvent.ToolDone done -> {
                    tools.done(session, id, done, here);
                    yield new NoOpinion();
                }
                case HookEvent.Prompt prompt -> {
                    prompt.words().ifPresent(session.person()::said);
                    // A person who says something has seen what became of the session.
                    ledger.sessions().forgive(id.text());
                    yield new NoOpinion();
                }
                case HookEvent.SessionStarted started -> seen(agent, id);
                case HookEvent.SubagentStarted started -> seen(agent, id);
                case HookEvent.Unreadable unreadable ->
                    Answer.notReviewed("the hook's input could not be read: " + unreadable.reason());
                case HookEvent.PermissionRefused refused -> new NoOpinion();
                case HookEvent.SubagentStopped stopped -> {
                    tools.handedBack(agent, id, stopped, here.mode(mode), shadow);
                    yield new NoOpinion();
                }
                case HookEvent.Notice notice -> new NoOpinion();
            };
        } catch (LedgerFailure e) {
            boolean decides = event instanceof HookEvent.ToolUse || event instanceof HookEvent.PermissionAsked;
            return decides
                    ? new Decision(Outcome.ASK, "Greenlane cannot record this call: " + e.getMessage() + ".")
                    : new NoOpinion();
        }
    }

    /** What people approve. */
    public Approvals approvals() {
        return approvals;
    }

    /** The questions that wait. */
    public Asks asks() {
        return asks;
    }

    /**
     * A call that was stopped.
     *
     * @param entry its number in the ledger; empty for the last one
     */
    public Optional<Asked> stopped(Optional<Long> entry) throws LedgerFailure {
        Optional<Long> number = entry.isPresent() ? entry : tools.past().last();
        return number.isEmpty() ? Optional.empty() : tools.past().find(number.get(), this::memory);
    }

    /** What is remembered of a session by its id in the ledger. */
    Session memory(String id) {
        return sessions.computeIfAbsent(id, text -> new LiveSession()).memory();
    }

    /** What a session has made, changed, read and fetched; also where it ran before the service was started. */
    public Inventory inventory(String id) {
        LiveSession session = sessions.computeIfAbsent(id, text -> new LiveSession());
        return tools.remembered(session, id).works().inventory();
    }

    private Answer seen(Agent agent, SessionId id) throws LedgerFailure {
        ledger.sessions().see(id.text(), id.parent(), agent.id(), clock.instant());
        return new NoOpinion();
    }

    private static Optional<Path> folder(Facts facts) {
        try {
            return facts.cwd().map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        tools.close();
    }
}
