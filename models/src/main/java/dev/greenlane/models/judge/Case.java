package dev.greenlane.models.judge;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.consent.Opinion;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.policy.Decision;
import dev.greenlane.engine.policy.Finding;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.session.Executed;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.understand.trail.Trail;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * What the judge sees of a call, and all it sees. Never what an agent says, never what a tool gave back. Immutable.
 *
 * @param words what the person said, oldest first
 * @param tool the tool's name
 * @param call the call as text: the command, or what is written where
 * @param effects what the call would do, one a line; see {@link Deed}
 * @param facts what listings have shown of what the call acts on, and what the gate has seen there; see {@link Facts}
 * @param earlier what the session's calls before it did, oldest first; each the tool and its effects
 * @param rules the rules that could not decide
 * @param written what the person wrote for a judge
 */
public record Case(
        List<String> words,
        String tool,
        String call,
        List<String> effects,
        List<String> facts,
        List<String> earlier,
        List<Doubt> rules,
        Written written) {
    public Case {
        words = List.copyOf(words);
        effects = List.copyOf(effects);
        facts = List.copyOf(facts);
        earlier = List.copyOf(earlier);
        rules = List.copyOf(rules);
    }

    /**
     * A rule that could not decide.
     *
     * @param stops what the rule is against
     * @param why why it applies here
     * @param consent what a person would have to name
     * @param needsConsent whether nothing but the person's words can clear it
     */
    public record Doubt(String id, String stops, String why, String consent, boolean needsConsent) {}

    /** Whether nothing but the person's words can clear the call. */
    boolean needsConsent() {
        return rules.stream().anyMatch(Doubt::needsConsent);
    }

    /** The case of a call that the policy leaves open. */
    public static Case of(Review review, List<String> earlier, Written written) {
        Request request = review.request();
        SequencedSet<Doubt> doubts = new LinkedHashSet<>();
        for (Finding finding : review.judgement().undecided()) {
            doubts.add(new Doubt(
                    finding.rule().id(),
                    finding.rule().title(),
                    finding.reason(),
                    finding.consent(),
                    needsConsent(finding)));
        }
        return new Case(
                request.user(),
                request.call().tool(),
                request.call().text(),
                deeds(review.understanding().all()),
                Facts.about(review),
                earlier,
                List.copyOf(doubts),
                written);
    }

    /** A rule that decides by itself needs words, and so does what goes beyond the words there are. */
    private static boolean needsConsent(Finding finding) {
        return finding.rule().decision() != Decision.UNDECIDED || !(finding.opinion() instanceof Opinion.Unsaid);
    }

    /** Calls that were executed, as lines, where only the calls are at hand. */
    public static List<String> earlier(List<Executed> calls, Understander understander, Surroundings surroundings) {
        return calls.subList(Math.max(0, calls.size() - Brief.MOST_EARLIER), calls.size()).stream()
                .map(each -> {
                    Understanding did = understander.understand(each.call(), surroundings, Files.NONE, Trail.NONE);
                    return each.call().tool() + ": " + String.join("; ", deeds(did.effects()));
                })
                .toList();
    }

    private static List<String> deeds(List<Effect> effects) {
        SequencedSet<String> deeds = new LinkedHashSet<>();
        effects.forEach(effect -> deeds.add(Deed.of(effect)));
        return List.copyOf(deeds);
    }
}
