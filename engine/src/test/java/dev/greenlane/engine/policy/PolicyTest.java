package dev.greenlane.engine.policy;

import static dev.greenlane.engine.effect.EffectKind.CLOUD_CHANGE;
import static dev.greenlane.engine.effect.EffectKind.CREDENTIAL_ACCESS;
import static dev.greenlane.engine.effect.EffectKind.FILE_DELETE;
import static dev.greenlane.engine.effect.EffectKind.NETWORK_FETCH;
import static dev.greenlane.engine.effect.EffectKind.RUNS_FETCHED_CODE;
import static dev.greenlane.engine.effect.EffectKind.VCS_LOCAL_LOSS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlane.engine.consent.Consent;
import dev.greenlane.engine.consent.Opinion;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Endpoint.Reach;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.facts.Facts;
import dev.greenlane.engine.facts.Loss;
import dev.greenlane.engine.policy.source.InvalidPolicyException;
import dev.greenlane.engine.policy.source.PolicyReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Effect HARMLESS = Effects.host(NETWORK_FETCH, Reach.PUBLIC, "example.com", Set.of());
    private static final Effect UNKNOWN = Effects.unknown("frobnicate", "is not a program that Greenlane knows");
    private static final Effect DELETES_ROOT = Effects.path(FILE_DELETE, Scope.ROOT, "/", "recursive");

    @Test
    void what_no_rule_speaks_of_is_allowed() {
        Judgement judgement = judge(HARMLESS);
        assertThat(judgement.outcome()).isEqualTo(Outcome.ALLOW);
        assertThat(judgement.deciding()).isEmpty();
    }

    @Test
    void no_effect_at_all_is_allowed() {
        assertThat(judge().outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void what_is_not_understood_asks_and_stays_open() {
        Judgement judgement = judge(HARMLESS, UNKNOWN);
        assertThat(judgement.outcome()).isEqualTo(Outcome.ASK);
        assertThat(judgement.open()).isTrue();
        assertThat(judgement.undecided()).hasSize(1);
        assertThat(judgement.deciding().orElseThrow().reason())
                .contains("frobnicate is not a program that Greenlane knows");
    }

    @Test
    void a_denial_comes_before_a_question_and_a_hard_one_before_a_soft_one() {
        Effect loss = Effects.name(VCS_LOCAL_LOSS, "file.txt");
        assertThat(ruleFor(UNKNOWN, loss)).isEqualTo("discard-work");
        assertThat(ruleFor(UNKNOWN, loss, DELETES_ROOT)).isEqualTo("delete-root");
        assertThat(judge(UNKNOWN, loss).open()).isFalse();
    }

    @Test
    void what_a_hard_rule_denies_is_not_looked_at() {
        Facts facts = new Facts() {
            @Override
            public Loss loss(Effect effect) {
                throw new AssertionError("it looks at " + effect);
            }

            @Override
            public boolean undoable(Effect effect) {
                throw new AssertionError("it looks at " + effect);
            }

            @Override
            public boolean own(Effect effect) {
                throw new AssertionError("it looks at " + effect);
            }
        };

        Judgement judgement = Policy.defaults().judge(List.of(DELETES_ROOT), PolicyContext.SHELL, Consent.NONE, facts);
        assertThat(judgement.outcome()).isEqualTo(Outcome.DENY);
    }

    @Test
    void a_hard_rule_that_goes_by_what_is_lost_tells_it() throws InvalidPolicyException {
        Policy policy = Policy.defaults().with(PolicyReader.read("mine.yaml", """
            rules:
              - id: no-loss
                title: Commits stay
                strength: hard
                verdict: deny
                effects: [vcs-local-loss]
                when: loss.some
                reason: 'It loses work: {loss}.'
            """));
        Facts facts = new Facts() {
            @Override
            public Loss loss(Effect effect) {
                return new Loss.Of(0, 0, -1, 3, 0, List.of(), "are on no remote");
            }

            @Override
            public boolean undoable(Effect effect) {
                return false;
            }

            @Override
            public boolean own(Effect effect) {
                return false;
            }
        };

        Judgement judgement = policy.judge(
                List.of(Effects.name(VCS_LOCAL_LOSS, "file.txt")), PolicyContext.SHELL, Consent.NONE, facts);
        assertThat(judgement.deciding().orElseThrow().reason()).contains("3 commits");
    }

    @Test
    void among_equals_the_first_in_the_call_decides() {
        Effect late = Effects.nameAt(20, CREDENTIAL_ACCESS, "~/.netrc");
        Effect early = Effects.nameAt(5, VCS_LOCAL_LOSS, "file.txt");
        assertThat(ruleFor(late, early)).isEqualTo("discard-work");
    }

    @Test
    void a_soft_denial_of_what_is_only_possible_asks_and_a_hard_one_denies() {
        Judgement soft = judge(Effects.possibly(Effects.name(EffectKind.PERSISTENCE, "crontab")));
        assertThat(soft.outcome()).isEqualTo(Outcome.ASK);
        assertThat(soft.open()).isFalse();
        assertThat(judge(Effects.possibly(DELETES_ROOT)).outcome()).isEqualTo(Outcome.DENY);
    }

    @Test
    void an_exception_clears_a_soft_rule_and_is_told() {
        Judgement judgement = judge(Effects.name(RUNS_FETCHED_CODE, "https://sh.rustup.rs"));
        assertThat(judgement.outcome()).isEqualTo(Outcome.ALLOW);
        assertThat(judgement.findings()).hasSize(1);
        assertThat(judgement.findings().get(0).clearedBy().map(Clearance::id)).hasValue("known-installer");
    }

    @Test
    void an_installer_is_known_by_its_whole_address_alone() {
        assertThat(ruleFor(Effects.name(RUNS_FETCHED_CODE, "https://sh.rustup.rs.example.org/x")))
                .isEqualTo("run-fetched");
        assertThat(ruleFor(Effects.name(RUNS_FETCHED_CODE, "http://sh.rustup.rs")))
                .isEqualTo("run-fetched");
        assertThat(ruleFor(Effects.name(RUNS_FETCHED_CODE, "https://astral.sh/uv/../evil.sh")))
                .isEqualTo("run-fetched");
    }

    @Test
    void a_file_adds_rules_exceptions_and_trust() throws InvalidPolicyException {
        Policy policy = Policy.defaults().with(PolicyReader.read("mine.yaml", """
            rules:
              - id: no-example
                title: Example is off limits
                verdict: deny
                effects: network-fetch
                when: host.name == "example.com"
                reason: Nobody fetches from {host} here.
            exceptions:
              - id: my-cluster
                title: My own cluster
                clears: [cloud]
                effects: cloud-change
                when: effect.target.startsWith("mine/")
            environment:
              hosts: ["*.corp.example"]
            """));
        Judgement fetch = policy.judge(List.of(HARMLESS), PolicyContext.SHELL);
        assertThat(fetch.outcome()).isEqualTo(Outcome.DENY);
        assertThat(fetch.deciding().orElseThrow().reason()).isEqualTo("Nobody fetches from example.com here.");
        assertThat(fetch.deciding().orElseThrow().rule().family()).isEqualTo("mine");
        assertThat(policy.judge(List.of(Effects.name(CLOUD_CHANGE, "mine/web")), PolicyContext.SHELL)
                        .outcome())
                .isEqualTo(Outcome.ALLOW);
        assertThat(policy.judge(List.of(Effects.name(CLOUD_CHANGE, "theirs/web")), PolicyContext.SHELL)
                        .outcome())
                .isEqualTo(Outcome.ASK);
        assertThat(policy.environment().trustsHost("ci.corp.example")).isTrue();
        assertThat(policy.environment().trustsHost("localhost")).isTrue();
    }

    @Test
    void a_file_can_switch_off_soft_rules_but_no_hard_ones() throws InvalidPolicyException {
        Policy quiet = Policy.defaults().with(PolicyReader.read("mine.yaml", "off: [undecided]"));
        assertThat(quiet.judge(List.of(UNKNOWN), PolicyContext.SHELL).outcome()).isEqualTo(Outcome.ALLOW);

        PolicyFile hard = PolicyReader.read("mine.yaml", "off: [delete-root]");
        assertThatThrownBy(() -> Policy.defaults().with(hard))
                .hasMessage("the rule delete-root is hard and cannot be switched off");
        PolicyFile missing = PolicyReader.read("mine.yaml", "off: [delete-rot]");
        assertThatThrownBy(() -> Policy.defaults().with(missing)).hasMessage("there is no rule delete-rot");
    }

    @Test
    void an_exception_cannot_clear_a_hard_rule() throws InvalidPolicyException {
        PolicyFile named = PolicyReader.read("mine.yaml", """
            exceptions:
              - {id: all-mine, title: Mine, clears: [delete-root], effects: [file-delete]}
            """);
        assertThatThrownBy(() -> Policy.defaults().with(named))
                .hasMessage("the rule delete-root is hard and cannot be cleared by all-mine");
        Policy family = Policy.defaults().with(PolicyReader.read("mine.yaml", """
            exceptions:
              - {id: all-mine, title: Mine, clears: [destruction], effects: [file-delete]}
            """));
        assertThat(family.judge(List.of(DELETES_ROOT), PolicyContext.SHELL).outcome())
                .isEqualTo(Outcome.DENY);
    }

    @Test
    void a_file_cannot_take_the_id_of_a_rule() throws InvalidPolicyException {
        PolicyFile taken = PolicyReader.read("mine.yaml", """
            rules:
              - {id: undecided, title: Mine, verdict: ask, effects: [unknown], reason: Mine.}
            """);
        assertThatThrownBy(() -> Policy.defaults().with(taken)).hasMessage("there is already a rule undecided");
    }

    @Test
    void where_nobody_knows_whether_the_user_meant_it_a_soft_rule_stays_open_and_a_hard_one_denies() {
        Consent unbound = (effect, rule) -> new Opinion.Unbound("my old work", "Nobody knows which that is.", false);
        Effect loss = Effects.name(VCS_LOCAL_LOSS, "file.txt");
        Judgement soft = Policy.defaults().judge(List.of(loss), PolicyContext.SHELL, unbound);
        assertThat(soft.outcome()).isEqualTo(Outcome.ASK);
        assertThat(soft.open()).isTrue();
        assertThat(soft.undecided())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason()).contains("Nobody knows which that is."));
        Consent waits = (effect, rule) -> new Opinion.Unbound("once I say so", "That was not said yet.", true);
        assertThat(Policy.defaults()
                        .judge(List.of(loss), PolicyContext.SHELL, waits)
                        .open())
                .isFalse();
        assertThat(Policy.defaults()
                        .judge(List.of(loss, DELETES_ROOT), PolicyContext.SHELL, unbound)
                        .outcome())
                .isEqualTo(Outcome.DENY);
    }

    private static Judgement judge(Effect... effects) {
        return Policy.defaults().judge(List.of(effects), PolicyContext.SHELL);
    }

    private static String ruleFor(Effect... effects) {
        return judge(effects).deciding().orElseThrow().rule().id();
    }
}
