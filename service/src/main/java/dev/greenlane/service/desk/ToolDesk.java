package dev.greenlane.service.desk;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.Answer.NoOpinion;
import dev.greenlane.agents.HookEvent;
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
import dev.greenlane.service.keep.Keeping;
import dev.greenlane.service.keep.Kept;
import dev.greenlane.service.keep.Precaution;
import dev.greenlane.service.settings.Key;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.store.Breaker;
import dev.greenlane.store.Ledger;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.Receipt;
import dev.greenlane.store.Session;
import dev.greenlane.store.snapshot.Snapshots;
import dev.greenlane.world.RealWorld;
import java.time.InstantSource;
import java.util.List;
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
    private final Keeping keeping;
    private @Nullable Bench bench;

    ToolDesk(
            Ledger ledger,
            Optional<String> home,
            Map<String, String> environment,
            InstantSource clock,
            Approvals approvals,
            Asks asks,
            Snapshots snapshots) {
        Reviewers reviewers = new Reviewers();
        this.inModes = new ModeReviews(reviewers, reviews, approvals, home);
        this.approvals = approvals;
        this.asking = new Asking(asks, clock);
        this.past = new PastCalls(ledger, asks, reviews, reviewers, home);
        this.recollection = new Recollection(ledger, reviews, reviewers.understander(), home);
        this.keeping = new Keeping(snapshots, clock);
        this.ledger = ledger;
        this.home = home;
        this.entries = new Entries(clock);
        this.environment = environment;
        this.clock = clock;
    }

    /** The decision on a use; it is in the ledger when this returns. A use that two wires ask about is decided once. */
    Settled decide(Use use) throws LedgerFailure {
        synchronized (use.session().turn(use.tool().useId())) {
            return decideNow(use);
        }
    }

    private Settled decideNow(Use use) throws LedgerFailure {
        long began = System.nanoTime();
        Optional<Session> known = ledger.sessions().find(use.id().top());
        Mode mode = use.settings().mode(chosen(use, known));
        Optional<Settled> before = use.session().settled(use, mode);
        if (before.isPresent()) {
            return before.get();
        }
        use.session().remember(() -> recollection.of(known.map(Session::id)));
        use.session().person().read(use.agent(), TranscriptFile.of(use.agent(), use.facts(), home));
        Precaution precaution = keeping.precaution(use.settings());
        Reviewed reviewed = kept(use, reviewed(use, mode, precaution), precaution);
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
        if (told.outcome() == Outcome.ALLOW || told.outcome() == Outcome.ASK && use.asks()) {
            reviewed = reviewed.kept().equals(Kept.NOTHING) ? reviewed.kept(keep(use, reviewed, precaution)) : reviewed;
            told = asked.isPresent() ? told.with(reviewed.kept().told()) : told;
        } else if (told.outcome() == Outcome.ASK && !reviewed.reviews().isEmpty()) {
            told = told.with(precaution.foretold(reviewed.reviews().get(0)));
        }
        Verdict verdict = reviewed.verdict();
        Receipt receipt = ledger.append(entries.of(use, reviewed, told));
        if (!use.shadow() && told.outcome() == Outcome.DENY && Denials.areTooMany(receipt.counted(), use.settings())) {
            ledger.sessions().breaker(receipt.counted().id(), Breaker.TRIPPED);
            told = Denials.tripped(use, verdict);
        }
        Optional<Asked> recorded = asked.map(question -> question.recorded(receipt.number()));
        if (recorded.isPresent()) {
            told = asking.remember(use, recorded.get(), told);
        }
        Settled settled = new Settled(
                told,
                verdict.rule(),
                receipt.number(),
                recorded.filter(question -> question.obstacle().isEmpty()).isPresent());
        use.session().decided(use, mode, settled, reviewed.before(), reviewed.after(), recorded);
        return settled;
    }

    /** What an allowed call could lose is kept; where that cannot be, a person is asked. */
    private Reviewed kept(Use use, Reviewed reviewed, Precaution precaution) {
        if (reviewed.verdict().outcome() != Outcome.ALLOW) {
            return reviewed;
        }
        Kept kept = keep(use, reviewed, precaution);
        Reviewed with = reviewed.kept(kept);
        boolean asks = kept.failure().isPresent()
                && reviewed.mode() != Mode.BYPASS_PERMISSIONS
                && (precaution.isPromised()
                        || reviewed.verdict().stage() != Stage.CONSENT
                                && use.settings()
                                        .get(Key.SNAPSHOT_MISSING)
                                        .value()
                                        .equals("ask"));
        return asks ? with.answered(notKept(reviewed.verdict(), kept.failure().get())) : with;
    }

    private Kept keep(Use use, Reviewed reviewed, Precaution precaution) {
        return use.shadow() || reviewed.reviews().isEmpty()
                ? Kept.NOTHING
                : keeping.keep(use.text(), use.id().top(), reviewed.reviews().get(0), precaution);
    }

    private static Verdict notKept(Verdict verdict, String why) {
        return new Verdict(
                Outcome.ASK,
                "not-kept",
                "What this could lose cannot be kept for an undo first: " + why + ".",
                verdict.evidence(),
                Optional.of("a yes to this call"),
                Stage.POLICY,
                verdict.nanos());
    }

    private static Decision told(Use use, Verdict verdict, boolean tripped) {
        return tripped ? Denials.tripped(use, verdict) : new Decision(verdict.outcome(), verdict.reason());
    }

    /** What reviews come to, and a judge. A grant for one call lets one call through, however many come at once. */
    private Reviewed reviewed(Use use, Mode mode, Precaution precaution) throws LedgerFailure {
        Reviewed reviewed = judged(use, inModes.review(use, mode, precaution));
        while (!use.shadow() && !reviewed.spent().isEmpty()) {
            boolean all = true;
            for (long grant : reviewed.spent()) {
                all &= approvals.use(grant);
            }
            if (all) {
                return reviewed;
            }
            reviewed = judged(use, inModes.review(use, mode, precaution));
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
        Decision decision = before.isPresent() ? before.get() : decide(use).told();
        return decision.outcome() == Outcome.ASK ? new NoOpinion() : decision;
    }

    /** A use took place: where it had to be asked for, a person has said yes. What it shows, the session has seen. */
    void done(LiveSession session, SessionId id, HookEvent.ToolDone done, Settings settings) throws LedgerFailure {
        if (!session.isNew(done.tool().useId())) {
            return;
        }
        String use = Use.text(id, done.tool());
        keeping.over(use);
        String result = Results.text(done.result());
        Optional<Asked> asked =
                session.done(use, RealWorld.around(done.facts().cwd()).files(), result);
        if (asked.isPresent() && settings.get(Key.ASK_REMEMBER).value().equals(Scope.SESSION.id())) {
            approve(asked.get());
        }
        session.seen(done.tool().call(), result);
        if (session.toldOf(use).filter(told -> told.outcome() != Outcome.ALLOW).isPresent()) {
            ledger.sessions().forgive(id.top());
        }
    }

    /** What a gateway tells of a session: the person's words, and calls that have given their results. */
    void told(SessionId id, LiveSession session, Inquiry inquiry, Settings settings) throws LedgerFailure {
        Optional<Session> known = ledger.sessions().find(id.top());
        session.remember(() -> recollection.of(known.map(Session::id)));
        if (id.parent().isEmpty() && session.person().heard(inquiry.said())) {
            ledger.sessions().forgive(id.text());
        }
        List<HookEvent.ToolDone> done =
                inquiry.done().stream().filter(call -> !call.failed()).toList();
        if (known.isEmpty()) {
            recollection.follow(session, inquiry.facts(), done);
        }
        for (HookEvent.ToolDone call : done) {
            done(session, id, call, settings);
        }
    }

    /** What is remembered of a session, by its id in the ledger. */
    dev.greenlane.engine.session.Session remembered(LiveSession session, String id) {
        session.remember(() -> recollection.of(Optional.of(id)));
        return session.memory();
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

    private static Optional<Mode> chosen(Use use, Optional<Session> known) {
        return known.flatMap(Session::mode).or(use::installed);
    }

    @Override
    public synchronized void close() {
        if (bench != null) {
            bench.close();
        }
        reviews.close();
    }
}
