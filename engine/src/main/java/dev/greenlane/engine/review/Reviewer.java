package dev.greenlane.engine.review;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.consent.Consent;
import dev.greenlane.engine.consent.Wishes;
import dev.greenlane.engine.consent.WordsAndGrants;
import dev.greenlane.engine.consent.deed.DeedReader;
import dev.greenlane.engine.facts.MeantPaths;
import dev.greenlane.engine.facts.Scene;
import dev.greenlane.engine.facts.WorldFacts;
import dev.greenlane.engine.look.BoundedFiles;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.policy.Judgement;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.PolicyContext;
import dev.greenlane.engine.provenance.Before;
import dev.greenlane.engine.session.Session;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.engine.understand.Understanding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Decides on calls: hard rules of the policy, then the user's rules, then the permission mode with the rest of the policy.
 * The same request gives the same verdict. Thread-safe, never throws.
 */
public final class Reviewer {

    private static final String DENIED = "Denied by Greenlane: ";

    private final Understander understander;
    private final Policy policy;

    public Reviewer(Understander understander, Policy policy) {
        this.understander = understander;
        this.policy = policy;
    }

    /** Decides on one call. */
    public Review review(Request request) {
        return review(request, List.of(request.mode())).get(0);
    }

    /** Decides on one call in each of several permission modes. What it does and would lose is found out once. */
    public List<Review> review(Request request, Collection<Mode> modes) {
        long start = System.nanoTime();
        Session session = request.session().after(request.earlier(), understander, request.surroundings());
        Files files = bounded(request.world().files());
        Understanding understanding =
                understander.understand(request.call(), request.surroundings(), files, session.trail());
        Before before = Before.look(
                understanding,
                session.works(),
                session.trail(),
                request.surroundings().home(),
                files);
        Scene scene = new Scene(
                new MeantPaths(
                        request.world(), request.surroundings(), request.call().text()),
                understanding,
                request.surroundings(),
                request.world(),
                session.provenance(request.world()));
        WorldFacts facts = new WorldFacts(scene, request.safekeeping());
        Consent consent = consent(request, understanding, session);
        List<Review> reviews = new ArrayList<>();
        for (Mode mode : modes) {
            Judgement judgement = policy.judge(
                    understanding.all(),
                    new PolicyContext(
                            mode.id(), request.call().tool(), server(request.call()), understanding.invocations()),
                    consent,
                    facts);
            Request asked = request.in(mode);
            Verdict verdict = verdict(Decided.on(asked, understanding, judgement), start);
            reviews.add(new Review(asked, scene, before, facts.seen(), judgement, verdict));
        }
        return reviews;
    }

    private static Verdict verdict(Decided decided, long start) {
        return new Verdict(
                decided.outcome(),
                decided.rule(),
                decided.outcome() == Outcome.DENY ? DENIED + decided.reason() : decided.reason(),
                decided.evidence(),
                decided.clears(),
                decided.stage(),
                System.nanoTime() - start);
    }

    private static String server(ToolCall call) {
        return call instanceof ToolCall.Mcp tool ? tool.server() : "";
    }

    private static Files bounded(Files files) {
        return files.equals(Files.NONE) ? files : new BoundedFiles(files);
    }

    private static Consent consent(Request request, Understanding understanding, Session session) {
        Consent grants = request.grants().over(request.call(), request.surroundings(), understanding);
        if (request.user().isEmpty()) {
            return grants;
        }
        DeedReader deeds = new DeedReader(
                request.call(),
                understanding.invocations(),
                session.listings(),
                Speaker.names(request.surroundings(), session.listings()));
        return new WordsAndGrants(new Wishes(request.user(), deeds), grants);
    }
}
