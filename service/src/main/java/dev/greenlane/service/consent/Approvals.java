package dev.greenlane.service.consent;

import dev.greenlane.agents.input.Json;
import dev.greenlane.engine.consent.grant.Act;
import dev.greenlane.engine.consent.grant.Grant;
import dev.greenlane.engine.consent.grant.Grants;
import dev.greenlane.engine.consent.grant.Scope;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.store.Entry;
import dev.greenlane.store.Ledger;
import dev.greenlane.store.LedgerFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The grants of this user: gives, revokes and finds them. Thread-safe. */
public final class Approvals {
    private static final int MOST_ACTS = 100;
    private static final int NAMED_ACTS = 3;

    private final Ledger ledger;
    private final Optional<String> home;
    private final InstantSource clock;
    private volatile @Nullable List<Grant> known;

    /** @param home the user's home, which is no project */
    public Approvals(Ledger ledger, Optional<String> home, InstantSource clock) {
        this.ledger = ledger;
        this.home = home;
        this.clock = clock;
    }

    /**
     * Those that hold now for calls of a session made in a folder; none where they cannot be read.
     *
     * @param caller the session, or the subagent's
     */
    public Grants holding(String caller, Optional<String> folder) {
        List<Grant> all = known;
        if (all == null) {
            try {
                all = read();
            } catch (LedgerFailure e) {
                return Grants.NONE;
            }
        }
        return all.isEmpty() ? Grants.NONE : Grants.holding(all, clock.instant(), caller, folder);
    }

    /** All that are kept, with those that have ended, the oldest first. */
    public List<Grant> all() throws LedgerFailure {
        return read();
    }

    /**
     * Approves what was asked about.
     *
     * @throws Refused where nobody can, or not so
     */
    public Grant give(Asked asked, Wanted wanted, Grant.From from) throws LedgerFailure, Refused {
        if (asked.obstacle().isPresent()) {
            throw new Refused("A grant would not help here: " + asked.obstacle().get() + ".");
        }
        if (!wanted.rule() && (asked.acts().isEmpty() || asked.acts().size() > MOST_ACTS)) {
            throw new Refused("This call does " + (asked.acts().isEmpty() ? "nothing" : "too much")
                    + " that a grant could name.");
        }
        if (wanted.rule() && asked.rule().startsWith("mode-")) {
            throw new Refused("No rule asked, but the permission mode; greenlane mode sets it.");
        }
        Instant now = clock.instant();
        Instant until = wanted.until().orElseGet(() -> now.plus(usual(wanted.scope())));
        if (!until.isAfter(now)) {
            throw new Refused("This time is over already.");
        }
        Optional<String> project = Projects.around(asked.folder(), home);
        if (wanted.scope() == Scope.PROJECT && project.isEmpty()) {
            throw new Refused("The call was made in no project; --session approves it for its session.");
        }
        Grant grant = new Grant(
                0,
                wanted.rule() ? List.of() : asked.acts(),
                wanted.rule() ? Optional.of(asked.rule()) : Optional.empty(),
                what(asked, wanted),
                wanted.scope(),
                asked.session(),
                project,
                now,
                until,
                System.getProperty("user.name", ""),
                from,
                asked.entry(),
                Optional.empty());
        try {
            return ledger.grants().give(grant, given -> entry(asked, given, "greenlane allow", "grant"));
        } finally {
            known = null;
        }
    }

    /** Takes a grant back; empty where there is none with this number that has not ended. */
    public Optional<Grant> revoke(long number) throws LedgerFailure {
        try {
            return ledger.grants()
                    .revoke(number, clock.instant(), grant -> entry(grant, "greenlane grants --revoke", "revoke"));
        } finally {
            known = null;
        }
    }

    /** The one call that a grant was for takes place; false where it took place before. */
    public boolean use(long number) throws LedgerFailure {
        try {
            return ledger.grants().use(number, clock.instant());
        } finally {
            known = null;
        }
    }

    private List<Grant> read() throws LedgerFailure {
        List<Grant> all = ledger.grants().all();
        known = all;
        return all;
    }

    private static Duration usual(Scope scope) {
        return switch (scope) {
            case ONCE -> Duration.ofHours(1);
            case SESSION -> Duration.ofDays(7);
            case PROJECT -> Duration.ofDays(30);
        };
    }

    private static String what(Asked asked, Wanted wanted) {
        if (wanted.rule()) {
            return "whatever the rule " + asked.rule() + " speaks of";
        }
        List<Act> acts = asked.acts();
        String named = acts.stream()
                .limit(NAMED_ACTS)
                .map(act -> (act.kind().id() + " " + act.target()).strip())
                .collect(Collectors.joining(", "));
        return acts.size() <= NAMED_ACTS ? named : named + " and " + (acts.size() - NAMED_ACTS) + " more";
    }

    private Entry entry(Asked asked, Grant grant, String tool, String rule) {
        return entry(
                grant, tool, rule, asked.agent(), asked.parent(), asked.folder().orElse(""));
    }

    private Entry entry(Grant grant, String tool, String rule) {
        String agent = grant.session().substring(0, Math.max(0, grant.session().indexOf(':')));
        return entry(grant, tool, rule, agent, Optional.empty(), grant.project().orElse(""));
    }

    /** An entry that is no call: nothing was asked, so nothing is answered. */
    private Entry entry(Grant grant, String tool, String rule, String agent, Optional<String> parent, String folder) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("grant", grant.id());
        input.put("what", grant.what());
        input.put("scope", grant.scope().id());
        input.put("until", grant.expires().toString());
        input.put("by", grant.by());
        input.put("from", grant.from().name().toLowerCase(Locale.ROOT));
        input.put("entry", grant.entry());
        return new Entry(
                clock.instant(),
                grant.session(),
                parent,
                agent,
                tool,
                Json.line(input),
                folder,
                new Verdict(Outcome.ALLOW, rule, "", Optional.empty(), Optional.empty(), Stage.CONSENT, 0),
                "[]",
                "{}",
                0,
                0,
                Mode.AUTO,
                false,
                "");
    }
}
