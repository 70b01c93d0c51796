package dev.greenlane.engine.policy;

import dev.greenlane.engine.consent.Consent;
import dev.greenlane.engine.consent.Opinion;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.facts.Facts;
import dev.greenlane.engine.facts.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rules, exceptions and the environment they are read in. Immutable and thread-safe. What no rule speaks of is allowed.
 */
public final class Policy {

    /** The gravest finding first; among equals the one that stands first in the call. */
    private static final Comparator<Finding> GRAVEST = Comparator.comparing(Finding::decision)
            .thenComparing(finding -> finding.rule().strength())
            .thenComparing(finding -> finding.effect().circumstances().span().start());

    private final List<Rule> rules;
    private final List<Clearance> exceptions;
    private final Environment environment;
    private final Map<EffectKind, List<Rule>> rulesByKind;
    private final Map<EffectKind, List<Clearance>> exceptionsByKind;

    private Policy(List<Rule> rules, List<Clearance> exceptions, Environment environment) {
        this.rules = List.copyOf(rules);
        this.exceptions = List.copyOf(exceptions);
        this.environment = environment;
        this.rulesByKind = byKind(rules, Rule::kinds);
        this.exceptionsByKind = byKind(exceptions, Clearance::kinds);
    }

    /** The policy that comes with Greenlane. */
    public static Policy defaults() {
        return Defaults.POLICY;
    }

    /** A policy of nothing but {@code file}. */
    public static Policy of(PolicyFile file) {
        return new Policy(List.of(), List.of(), Environment.NONE).with(file);
    }

    /**
     * This policy with what {@code file} adds and switches off.
     *
     * @throws IllegalArgumentException if the file switches off a hard rule or one that does not exist, or defines a rule or
     *     exception whose id is taken
     */
    public Policy with(PolicyFile file) {
        file.off().forEach(id -> requireSoft(id, "be switched off"));
        List<Rule> allRules = new ArrayList<>(
                rules.stream().filter(rule -> !file.off().contains(rule.id())).toList());
        for (Rule rule : file.rules()) {
            if (rule(rule.id()).isPresent()) {
                throw new IllegalArgumentException("there is already a rule " + rule.id());
            }
            allRules.add(rule);
        }
        List<Clearance> allExceptions = new ArrayList<>(exceptions);
        for (Clearance exception : file.exceptions()) {
            if (exceptions.stream().anyMatch(each -> each.id().equals(exception.id()))) {
                throw new IllegalArgumentException("there is already an exception " + exception.id());
            }
            allExceptions.add(exception);
        }
        Policy policy = new Policy(allRules, allExceptions, environment.with(file.environment()));
        file.exceptions().forEach(policy::requireSoftTargets);
        return policy;
    }

    /**
     * Judges the effects of one call. A hard rule that denies comes before all; then exceptions clear soft rules; then a soft
     * denial, a question, and what nobody can tell; what is left is allowed.
     */
    public Judgement judge(List<Effect> effects, PolicyContext context) {
        return judge(effects, context, Consent.NONE);
    }

    /** As {@link #judge(List, PolicyContext)}; what the user wants clears soft rules, too. */
    public Judgement judge(List<Effect> effects, PolicyContext context, Consent consent) {
        return judge(effects, context, consent, Facts.NONE);
    }

    /** As {@link #judge(List, PolicyContext, Consent)}; what was found by looking counts, too. */
    public Judgement judge(List<Effect> effects, PolicyContext context, Consent consent, Facts facts) {
        List<Finding> findings = effects.stream()
                .flatMap(effect -> findings(effect, context, consent, facts))
                .toList();
        Optional<Finding> deciding = findings.stream().filter(Finding::counts).min(GRAVEST);
        Outcome outcome = deciding.map(finding -> outcome(finding.decision())).orElse(Outcome.ALLOW);
        return new Judgement(outcome, deciding, findings);
    }

    /** What a hard rule denies stays denied, whatever there is to be seen: then no other rule has it looked at. */
    private Stream<Finding> findings(Effect effect, PolicyContext context, Consent consent, Facts facts) {
        List<Rule> all = rulesByKind.getOrDefault(effect.kind(), List.of());
        EffectSubject seen = new EffectSubject(effect, context, environment, consent, facts);
        List<Rule> hard = all.stream()
                .filter(rule -> rule.strength() == Strength.HARD && rule.appliesTo(effect, seen))
                .toList();
        boolean isDenied = hard.stream().anyMatch(rule -> rule.decision() == Decision.DENY);
        Facts left = isDenied ? Facts.NONE : facts;
        EffectSubject subject = new EffectSubject(effect, context, environment, consent, left);
        return all.stream()
                .filter(rule ->
                        rule.strength() == Strength.HARD ? hard.contains(rule) : rule.appliesTo(effect, subject))
                .map(rule -> new Finding(
                        rule,
                        effect,
                        clearance(rule, effect.kind(), subject),
                        opinion(rule, effect, consent),
                        rule.tellsLoss() ? (hard.contains(rule) ? facts : left).loss(effect) : Loss.NOT_LOOKED));
    }

    /** All rules, in order. */
    public List<Rule> rules() {
        return rules;
    }

    /** All exceptions, in order. */
    public List<Clearance> exceptions() {
        return exceptions;
    }

    public Environment environment() {
        return environment;
    }

    /** The rule with this id. */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private Optional<Clearance> clearance(Rule rule, EffectKind kind, EffectSubject subject) {
        for (Clearance exception : exceptionsByKind.getOrDefault(kind, List.of())) {
            if (exception.covers(rule) && exception.condition().holdsFor(subject)) {
                return Optional.of(exception);
            }
        }
        return Optional.empty();
    }

    private static Opinion opinion(Rule rule, Effect effect, Consent consent) {
        return rule.strength() == Strength.HARD ? Opinion.UNSAID : consent.on(effect, rule.id());
    }

    private static Outcome outcome(Decision decision) {
        return switch (decision) {
            case DENY -> Outcome.DENY;
            case ASK, UNDECIDED -> Outcome.ASK;
        };
    }

    private void requireSoft(String id, String what) {
        Rule rule = rule(id).orElseThrow(() -> new IllegalArgumentException("there is no rule " + id));
        if (rule.strength() == Strength.HARD) {
            throw new IllegalArgumentException("the rule " + id + " is hard and cannot " + what);
        }
    }

    private void requireSoftTargets(Clearance exception) {
        for (String cleared : exception.clears()) {
            if (rules.stream().noneMatch(rule -> rule.family().equals(cleared))) {
                requireSoft(cleared, "be cleared by " + exception.id());
            }
        }
    }

    private static <T> Map<EffectKind, List<T>> byKind(List<T> entries, Function<T, Set<EffectKind>> kinds) {
        Map<EffectKind, List<T>> byKind = new EnumMap<>(EffectKind.class);
        for (T entry : entries) {
            for (EffectKind kind : kinds.apply(entry)) {
                byKind.computeIfAbsent(kind, each -> new ArrayList<>()).add(entry);
            }
        }
        return byKind;
    }

    private static final class Defaults {
        static final Policy POLICY = Policy.of(PreparedPolicy.load());
    }
}
