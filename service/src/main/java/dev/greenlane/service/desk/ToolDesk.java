package dev.greenlane.service.desk;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.Answer.NoOpinion;
import dev.greenlane.agents.Facts;
import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.Tool;
import dev.greenlane.agents.input.Results;
import dev.greenlane.engine.consent.grant.Grant;
import dev.greenlane.engine.consent.grant.Scope;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.service.consent.Approvals;
import dev.greenlane.service.consent.Asked;
import dev.greenlane.service.consent.Asks;
import dev.greenlane.service.consent.Refused;
import dev.greenlane.service.consent.Wanted;
import dev.greenlane.service.judge.Bench;
import dev.greenlane.service.settings.Key;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.store.Breaker;
import dev.greenlane.store.Ledger;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.Receipt;
import dev.greenlane.store.Session;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides on uses of tools. Thread-safe. */
final class ToolDesk implements AutoCloseable {
    private final Reviews reviews = new Reviews();
    private final ModeReviews inModes;
    private final Recollection recollection;
    private final Ledger ledger;
    private final Optional<String> home;
    private final Entries entries;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Approvals approvals;
    private final Asking asking;
    private final PastCalls past;
    private @Nullable Bench bench;

    ToolDesk(
            Ledger ledger,
            Optional<String> home,
            Map<String, String> environment,
            InstantSource clock,
            Approvals approvals,
            Asks asks) {
        Reviewers reviewers = new Reviewers();
        this.inModes = new ModeReviews(reviewers, reviews, approvals, home);
        this.approvals = approvals;
        this.asking = new Asking(asks, clock);
        this.past = new PastCalls(ledger, asks, reviews, reviewers, home);
        this.recollection = new Recollection(ledger, reviews, reviewers.understander(), home);
        this.ledger = ledger;
        this.home = home;
        this.entries = new Entries(clock);
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * A tool that an agent wants to use.
     *
     * @param installed the mode that the hook was installed with
     */
    record Use(
            Agent agent,
            SessionId id,
            LiveSession session,
            Facts facts,
            Tool tool,
            Settings settings,
            Optional<Mode> installed,
            boolean shadow) {
        String text() {
            return ToolDesk.text(id, tool);
        }

        Presence presence() {
            return facts.presence() == Presence.UNKNOWN ? session.person().presence() : facts.presence();
        }
    }

    /** The decision on a use; it is in the ledger when this returns. */
    Decision decide(Use use) throws LedgerFailure {
        long began = System.nanoTime();
        Optional<Session> known = ledger.sessions().find(use.id().top());
        use.session().remember(() -> recollection.of(known.map(Session::id)));
        use.session().person().read(use.agent(), TranscriptFile.of(use.agent(), use.facts(), home));
        Reviewed reviewed = reviewed(use, use.settings().mode(chosen(use, known)));
        boolean tripped =
                known.filter(session -> session.breaker() == Breaker.TRIPPED).isPresent();
        Decision told = told(use, reviewed.verdict(), tripped);
        Optional<Asked> asked =
                told.outcome() == Outcome.ALLOW ? Optional.empty() : Optional.of(asking.about(use, reviewed));
        if (asked.isPresent() && told.outcome() == Outcome.ASK) {
            Optional<Asks.Reply> reply = asking.reply(use, asked.get(), began);
            if (reply.isPresent()) {
                reviewed = answered(reviewed, reply.get());
                told = told(use, reviewed.verdict(), false);
                asked = Optional.empty();
            }
        }
        Verdict verdict = reviewed.verdict();
        Receipt receipt = ledger.append(entries.of(use, reviewed, told));
        if (!use.shadow() && told.outcome() == Outcome.DENY && isTooMany(receipt.counted(), use.settings())) {
            ledger.sessions().breaker(receipt.counted().id(), Breaker.TRIPPED);
            told = tripped(use, verdict);
        }
        Optional<Asked> recorded = asked.map(question -> question.recorded(receipt.number()));
        if (recorded.isPresent()) {
            told = asking.remember(use, recorded.get(), told);
        }
        boolean inDialog = use.agent().asks() && !use.shadow();
        use.session()
                .decided(use.text(), told, reviewed.before(), reviewed.after(), recorded.filter(question -> inDialog));
        return told;
    }

    private static Decision told(Use use, Verdict verdict, boolean tripped) {
        return tripped ? tripped(use, verdict) : new Decision(verdict.outcome(), verdict.reason());
    }

    /** What reviews come to, and a judge. A grant for one call lets one call through, however many come at once. */
    private Reviewed reviewed(Use use, Mode mode) throws LedgerFailure {
        Reviewed reviewed = judged(use, inModes.review(use, mode));
        while (!use.shadow() && !reviewed.spent().isEmpty()) {
            boolean all = true;
            for (long grant : reviewed.spent()) {
                all &= approvals.use(grant);
            }
            if (all) {
                return reviewed;
            }
            reviewed = judged(use, inModes.review(use, mode));
        }
        return reviewed;
    }

    private Reviewed answered(Reviewed reviewed, Asks.Reply reply) throws LedgerFailure {
        Optional<Grant> once = reply.grant().filter(grant -> grant.scope() == Scope.ONCE);
        if (once.isPresent()) {
            approvals.use(once.get().number());
        }
        return reviewed.answered(Asking.answered(reviewed.verdict(), reply));
    }

    /** The decision where the client is about to ask a person: what was told before, or a decision now. */
    Answer seconded(Use use) throws LedgerFailure {
        Optional<Decision> before = use.session().toldOf(use.text());
        Decision decision = before.isPresent() ? before.get() : decide(use);
        return decision.outcome() == Outcome.ASK ? new NoOpinion() : decision;
    }

    /** A use took place: where it had to be asked for, a person has said yes. What it shows, the session has seen. */
    void done(LiveSession session, SessionId id, HookEvent.ToolDone done, Settings settings) throws LedgerFailure {
        String use = text(id, done.tool());
        Optional<Asked> asked = session.done(use);
        if (asked.isPresent() && settings.get(Key.ASK_REMEMBER).value().equals(Scope.SESSION.id())) {
            approve(asked.get());
        }
        session.seen(done.tool().call(), Results.text(done.result()));
        if (session.toldOf(use).filter(told -> told.outcome() != Outcome.ALLOW).isPresent()) {
            ledger.sessions().forgive(id.top());
        }
    }

    /** The same question does not come twice. */
    private void approve(Asked asked) throws LedgerFailure {
        try {
            approvals.give(asked, Wanted.of(Scope.SESSION), Grant.From.DIALOG);
        } catch (Refused e) {
            // A person said yes to this call; nothing of it can be approved for others.
            return;
        }
    }

    /** Calls that were stopped. */
    PastCalls past() {
        return past;
    }

    /** Records that a subagent has handed back. */
    void handedBack(Agent agent, SessionId id, HookEvent.SubagentStopped stopped, Mode mode, boolean shadow)
            throws LedgerFailure {
        ledger.append(entries.ofHandBack(agent, id, stopped, mode, shadow));
    }

    /** Nothing of a judge is loaded where none is set. */
    private Reviewed judged(Use use, Reviewed reviewed) {
        return reviewed.open().isEmpty() || use.settings().text(Key.JUDGE_MODEL).isEmpty()
                ? reviewed
                : new Judging(bench(), ledger)
                        .judged(use, reviewed, reviewed.open().get());
    }

    private synchronized Bench bench() {
        if (bench == null) {
            bench = new Bench(ledger, environment, home, clock);
        }
        return bench;
    }

    private static String text(SessionId id, Tool tool) {
        return id.text() + " " + tool.name() + " " + Entries.input(tool);
    }

    private static Optional<Mode> chosen(Use use, Optional<Session> known) {
        return known.flatMap(Session::mode).or(use::installed);
    }

    private static boolean isTooMany(Session session, Settings settings) {
        return session.denialsInARow() >= settings.number(Key.DENIALS_IN_A_ROW)
                || session.denials() >= settings.number(Key.DENIALS_IN_SESSION);
    }

    /**
     * What is told in a session that was denied too often. What is allowed stays allowed, and what nobody can clear stays
     * denied: a person is asked about the rest.
     */
    private static Decision tripped(Use use, Verdict verdict) {
        if (verdict.outcome() == Outcome.ALLOW || !verdict.isDecided()) {
            return new Decision(verdict.outcome(), verdict.reason());
        }
        boolean decided = verdict.stage() == Stage.POLICY || verdict.stage() == Stage.JUDGE;
        boolean clearable = decided && verdict.clears().isPresent();
        if (verdict.outcome() == Outcome.ASK || (clearable && use.presence() != Presence.HEADLESS)) {
            return new Decision(
                    Outcome.ASK, "This session was denied too often, a person has to look. " + verdict.reason());
        }
        return new Decision(
                Outcome.DENY,
                verdict.reason()
                        + " This session was denied too often: stop trying, finish what needs none of this, and tell"
                        + " the user what is left.");
    }

    @Override
    public synchronized void close() {
        if (bench != null) {
            bench.close();
        }
        reviews.close();
    }
}
