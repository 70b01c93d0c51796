package dev.greenlane.cli;

import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.cli.gate.Gate;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.consent.grant.Grant;
import dev.greenlane.engine.consent.grant.Grants;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.engine.session.Session;
import dev.greenlane.models.judge.Judged;
import dev.greenlane.models.judge.Ruling;
import dev.greenlane.service.judge.RulingBook;
import dev.greenlane.store.Entry;
import dev.greenlane.store.Recorded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Reviews the entries of one session again, from the ledger alone: without sight of files, without what calls gave back. What was
 * approved then, is approved, and what the judge said then, it says again. The same entries give the same verdicts. Not thread-safe.
 */
final class Replay {
    private final Gate gate;
    private final UserRules rules;
    private final List<Grant> grants;
    private final Optional<String> home;
    private final SequencedSet<String> said = new LinkedHashSet<>();
    private Session memory = Session.NEW;

    /** @param grants all that were given */
    Replay(Gate gate, UserRules rules, List<Grant> grants, Optional<String> home) {
        this.gate = gate;
        this.rules = rules;
        this.grants = List.copyOf(grants);
        this.home = home;
    }

    /** The verdict now, for the next entry of the session; empty for one that is no call. */
    Optional<Verdict> next(Recorded recorded) {
        Entry entry = recorded.entry();
        if (entry.answered().isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, Object> facts = Json.object(entry.facts());
            if (facts.get("said") instanceof List<?> words) {
                words.forEach(word -> said.add(String.valueOf(word)));
            }
            Review review = gate.review(request(entry));
            if (entry.answered().equals("allow")) {
                memory = review.sessionAfter();
            }
            return Optional.of(judged(review, facts));
        } catch (NotJson e) {
            return Optional.empty();
        }
    }

    private Request request(Entry entry) throws NotJson {
        return new Request(
                Calls.read(entry.tool(), Json.value(entry.input())),
                new Surroundings(Optional.of(entry.cwd()).filter(cwd -> !cwd.isEmpty()), home),
                World.UNSEEN,
                entry.mode(),
                rules,
                List.copyOf(said),
                new Grants(grants.stream().filter(grant -> held(grant, entry)).toList()),
                memory,
                List.of());
    }

    /** Whether a grant held for a call; the one that it used up did. */
    private static boolean held(Grant grant, Entry entry) {
        boolean wasThere =
                !entry.time().isBefore(grant.created()) && entry.time().isBefore(grant.expires());
        return wasThere
                && grant.reaches(entry.session(), Optional.of(entry.cwd()))
                && (grant.ended()
                                .filter(end -> !end.time().isAfter(entry.time()))
                                .isEmpty()
                        || entry.verdict().reason().startsWith("Allowed by " + grant.source() + ": "));
    }

    private static Verdict judged(Review review, Map<String, Object> facts) {
        Optional<Ruling> ruling =
                Json.asObject(facts.getOrDefault("judge", Map.of())).flatMap(RulingBook::ruling);
        return ruling.isPresent() && Bar.isOpen(review)
                ? new Judged("", ruling, List.of(), 0).on(review.verdict(), false)
                : review.verdict();
    }
}
