package dev.greenlane.engine.review;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.consent.Consent;
import dev.greenlane.engine.consent.Opinion;
import dev.greenlane.engine.consent.Wishes;
import dev.greenlane.engine.consent.WordsAndGrants;
import dev.greenlane.engine.consent.deed.DeedReader;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.facts.Scene;
import dev.greenlane.engine.facts.WorldFacts;
import dev.greenlane.engine.look.BoundedFiles;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.policy.Finding;
import dev.greenlane.engine.policy.Judgement;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.PolicyContext;
import dev.greenlane.engine.policy.Strength;
import dev.greenlane.engine.provenance.Before;
import dev.greenlane.engine.session.Session;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
                request.call().text(),
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
                    new PolicyContext(mode.id(), request.call().tool(), server(request.call())),
                    consent,
                    facts);
            Request asked = request.in(mode);
            Verdict verdict = verdict(decide(asked, understanding, judgement), start);
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

    private record Decided(
            Outcome outcome,
            String rule,
            String reason,
            Optional<Span> evidence,
            Optional<String> clears,
            Stage stage) {}

    private static Decided decide(Request request, Understanding understanding, Judgement judgement) {
        Optional<Finding> deciding = judgement.deciding();
        if (deciding.isPresent() && deciding.get().rule().strength() == Strength.HARD) {
            return byRule(request, understanding)
                    .filter(allowing -> allowing.outcome() == Outcome.ALLOW)
                    .map(allowing -> notCounting(allowing.rule(), ofPolicy(judgement.outcome(), deciding.get())))
                    .orElseGet(() -> ofPolicy(judgement.outcome(), deciding.get()));
        }
        return byRule(request, understanding).orElseGet(() -> byMode(request, understanding, judgement));
    }

    /** The user wrote a rule that allows the call, and is told why it does not. */
    private static Decided notCounting(String rule, Decided decided) {
        return new Decided(
                decided.outcome(),
                decided.rule(),
                decided.reason() + " The user's rule " + rule + " does not count against " + decided.rule()
                        + ", which nothing clears.",
                decided.evidence(),
                decided.clears(),
                decided.stage());
    }

    private static Optional<Decided> byRule(Request request, Understanding understanding) {
        UserRules rules = request.rules();
        ToolCall call = request.call();
        for (UserRule rule : rules.deny()) {
            if (rule.touches(call, understanding)) {
                String reason = "your user's rule " + rule.text() + " forbids it. Do it another way, or ask the user.";
                return Optional.of(
                        ofRule(Outcome.DENY, rule, reason, Optional.of("a change of that rule by the user")));
            }
        }
        for (UserRule rule : rules.ask()) {
            if (rule.touches(call, understanding)) {
                String reason = "The rule " + rule.text() + " asks a person each time.";
                return Optional.of(ofRule(Outcome.ASK, rule, reason, Optional.of("a yes to this call")));
            }
        }
        boolean auto = request.mode() == Mode.AUTO;
        List<UserRule> allow = rules.allow().stream()
                .filter(rule -> !(auto && rule.isWholeShell()))
                .toList();
        return allowing(allow, call, understanding).map(rule -> ofRule(Outcome.ALLOW, rule, "", Optional.empty()));
    }

    /** The rule that allows the call: every command with an effect of its own must be covered by one. */
    private static Optional<UserRule> allowing(List<UserRule> allow, ToolCall call, Understanding understanding) {
        if (!(call instanceof ToolCall.Shell)) {
            return allow.stream()
                    .filter(rule -> rule.covers(call, understanding))
                    .findFirst();
        }
        Optional<UserRule> found = Optional.empty();
        for (Effect effect : understanding.effects()) {
            Optional<UserRule> rule = allow.stream()
                    .filter(candidate -> understanding.invocations().stream()
                            .anyMatch(command -> causes(command, effect) && candidate.matches(command)))
                    .findFirst();
            if (rule.isEmpty()) {
                return Optional.empty();
            }
            found = found.or(() -> rule);
        }
        return found;
    }

    private static boolean causes(Invocation command, Effect effect) {
        return command.effects().contains(effect);
    }

    private static Decided byMode(Request request, Understanding understanding, Judgement judgement) {
        boolean reads =
                understanding.effects().stream().allMatch(Effects::onlyReads) && judgement.outcome() == Outcome.ALLOW;
        return switch (request.mode()) {
            case AUTO -> ofJudgement(judgement);
            case BYPASS_PERMISSIONS -> ofMode(Outcome.ALLOW, request.mode(), "");
            case DEFAULT ->
                reads
                        ? ofMode(Outcome.ALLOW, request.mode(), "")
                        : approved(request, understanding, judgement)
                                .orElseGet(() -> asked(
                                        request.mode(),
                                        judgement,
                                        "Only reading runs without a question in this mode."));
            case ACCEPT_EDITS ->
                reads || Effects.editsOfTheProject(request.call(), understanding)
                        ? ofMode(Outcome.ALLOW, request.mode(), "")
                        : approved(request, understanding, judgement)
                                .orElseGet(() -> asked(
                                        request.mode(),
                                        judgement,
                                        "Only edits of the project run without a question in this mode."));
            case PLAN -> planned(request.mode(), understanding, judgement, reads);
            case DONT_ASK ->
                reads
                        ? ofMode(Outcome.ALLOW, request.mode(), "")
                        : approved(request, understanding, judgement)
                                .orElseGet(() -> ofMode(
                                        Outcome.DENY,
                                        request.mode(),
                                        "this mode runs only what the user's rules allow, and none allows this call. Go"
                                                + " on with what is allowed and tell the user what is left."));
        };
    }

    /** What a mode would ask about, where a person has approved all of it. */
    private static Optional<Decided> approved(Request request, Understanding understanding, Judgement judgement) {
        Consent grants = request.grants().over(request.call(), request.surroundings(), understanding);
        String rule = "mode-" + request.mode().id();
        Optional<Opinion.Given> given = Optional.empty();
        for (Effect effect : understanding.effects()) {
            if (Effects.onlyReads(effect)) {
                continue;
            }
            if (!(grants.on(effect, rule) instanceof Opinion.Given approval)) {
                return Optional.empty();
            }
            given = Optional.of(approval);
        }
        return judgement.outcome() == Outcome.ALLOW
                ? given.map(approval -> byConsent(rule, approval))
                : Optional.empty();
    }

    private static Decided byConsent(String rule, Opinion.Given given) {
        String reason = "Allowed by " + given.source() + ": " + given.quote();
        return new Decided(Outcome.ALLOW, rule, reason, Optional.empty(), Optional.empty(), Stage.CONSENT);
    }

    private static Decided planned(Mode mode, Understanding understanding, Judgement judgement, boolean reads) {
        if (reads) {
            return ofMode(Outcome.ALLOW, mode, "");
        }
        if (judgement.outcome() == Outcome.ALLOW
                && understanding.effects().stream().noneMatch(Effects::changes)) {
            return ofMode(Outcome.ASK, mode, "In plan mode a person decides on commands that may change something.");
        }
        return ofMode(
                Outcome.DENY,
                mode,
                "plan mode only reads, and this call would change something. Finish the plan and present it to the"
                        + " user.");
    }

    private static Decided asked(Mode mode, Judgement judgement, String reason) {
        return judgement
                .deciding()
                .map(finding -> ofPolicy(Outcome.ASK, finding))
                .orElseGet(() -> ofMode(Outcome.ASK, mode, reason));
    }

    private static Decided ofJudgement(Judgement judgement) {
        return judgement
                .deciding()
                .map(finding -> ofPolicy(judgement.outcome(), finding))
                .orElseGet(() -> allowed(judgement));
    }

    private static Decided allowed(Judgement judgement) {
        for (Finding finding : judgement.findings()) {
            if (finding.opinion() instanceof Opinion.Given given
                    && finding.clearedBy().isEmpty()) {
                return byConsent(finding.rule().id(), given);
            }
        }
        return new Decided(Outcome.ALLOW, "default-allow", "", Optional.empty(), Optional.empty(), Stage.POLICY);
    }

    private static Decided ofPolicy(Outcome outcome, Finding finding) {
        String instead = finding.instead();
        String reason = instead.isEmpty() ? finding.reason() : finding.reason() + " Instead: " + instead;
        return new Decided(
                outcome,
                finding.rule().id(),
                reason,
                Optional.of(finding.effect().circumstances().span()),
                Optional.of(finding.consent()).filter(text -> !text.isEmpty()),
                Stage.POLICY);
    }

    private static Decided ofRule(Outcome outcome, UserRule rule, String reason, Optional<String> clears) {
        return new Decided(outcome, rule.text(), reason, Optional.empty(), clears, Stage.RULE);
    }

    private static Decided ofMode(Outcome outcome, Mode mode, String reason) {
        Optional<String> clears =
                outcome == Outcome.ALLOW ? Optional.empty() : Optional.of("a yes of the user, or another mode");
        return new Decided(outcome, "mode-" + mode.id(), reason, Optional.empty(), clears, Stage.MODE);
    }
}
