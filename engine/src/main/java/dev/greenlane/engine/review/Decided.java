package dev.greenlane.engine.review;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.consent.Consent;
import dev.greenlane.engine.consent.Opinion;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.policy.Finding;
import dev.greenlane.engine.policy.Judgement;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Strength;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;

/**
 * What is decided on a call, and why: by a hard rule of the policy, else by the user's rules, else by the permission mode with the rest
 * of the policy.
 */
record Decided(
        Outcome outcome, String rule, String reason, Optional<Span> evidence, Optional<String> clears, Stage stage) {

    static Decided on(Request request, Understanding understanding, Judgement judgement) {
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
