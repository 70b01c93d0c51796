package dev.greenlane.service.desk;

import dev.greenlane.agents.Facts;
import dev.greenlane.agents.HookEvent.ToolDone;
import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.agents.input.Results;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.provenance.Before;
import dev.greenlane.engine.session.Executed;
import dev.greenlane.engine.session.Session;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.store.Entry;
import dev.greenlane.store.Ledger;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.Query;
import dev.greenlane.store.Recorded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a session's calls have left behind, from the ledger: for a session that goes on after the service was started again. The
 * last calls are followed as they were recorded, without their secrets and without sight of files but for what the ledger has of it.
 */
final class Recollection {
    private static final int MOST_FOLLOWED = 64;

    private final Ledger ledger;
    private final Reviews reviews;
    private final Understander understander;
    private final Optional<String> home;

    Recollection(Ledger ledger, Reviews reviews, Understander understander, Optional<String> home) {
        this.ledger = ledger;
        this.reviews = reviews;
        this.understander = understander;
        this.home = home;
    }

    /** @param session the session as the ledger names it; empty for a new one */
    Session of(Optional<String> session) {
        if (session.isEmpty()) {
            return Session.NEW;
        }
        try {
            return reviews.run(() -> of(session.get()));
        } catch (NoReview e) {
            return Session.NEW;
        }
    }

    private Session of(String session) throws LedgerFailure {
        Session memory = Session.NEW;
        Untouched untouched = new Untouched();
        for (Recorded recorded : ledger.reader().last(Query.ALL.ofSession(session), MOST_FOLLOWED)) {
            Session after = after(memory, recorded.entry());
            untouched.note(memory, after, recorded.entry().time());
            memory = after;
        }
        return memory.without(untouched.changedSince());
    }

    /** Lets a session remember calls that took place before Greenlane was there. */
    void follow(LiveSession session, Facts facts, List<ToolDone> done) {
        Surroundings there = new Surroundings(facts.cwd(), home);
        List<Executed> executed = done.stream()
                .map(call -> new Executed(call.tool().call(), Optional.of(Results.text(call.result()))))
                .toList();
        try {
            session.follow(reviews.run(() -> session.memory().after(executed, understander, there)));
        } catch (NoReview e) {
            // They count for nothing, as if they were not known.
            return;
        }
    }

    /** A call that had to be asked for may have taken place; what it would have written is on the disk then. */
    private Session after(Session memory, Entry entry) {
        if (!entry.answered().equals(Entries.ALLOWED)) {
            return memory;
        }
        try {
            Surroundings there = new Surroundings(Optional.of(entry.cwd()).filter(cwd -> !cwd.isEmpty()), home);
            Understanding understood = understander.understand(
                    Calls.read(entry.tool(), Json.value(entry.input())), there, Files.NONE, memory.trail());
            return memory.after(understood, there, before(entry));
        } catch (NotJson e) {
            return memory;
        }
    }

    private static Before before(Entry entry) throws NotJson {
        Map<String, String> absent = new LinkedHashMap<>();
        if (Json.object(entry.facts()).get(Entries.ABSENT) instanceof Map<?, ?> recorded) {
            recorded.forEach((path, top) -> absent.put(String.valueOf(path), String.valueOf(top)));
        }
        return Before.of(absent);
    }
}
