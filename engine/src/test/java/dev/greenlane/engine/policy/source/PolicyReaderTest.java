package dev.greenlane.engine.policy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.policy.Decision;
import dev.greenlane.engine.policy.Example;
import dev.greenlane.engine.policy.PolicyFile;
import dev.greenlane.engine.policy.Rule;
import dev.greenlane.engine.policy.Strength;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {

    @Test
    void reads_everything_a_rule_says() throws InvalidPolicyException {
        PolicyFile file = PolicyReader.read("rules/team.yaml", """
            rules:
              - id: no-ftp
                title: No FTP
                strength: hard
                verdict: ask
                effects: [network-fetch, network-send]
                when: effect.target.startsWith("ftp:")
                reason: "{host} speaks FTP."
                instead: Use HTTPS.
                instead-example: curl https://example.com/
                blocks: [curl ftp://example.com/, {tool: WebFetch, input: {url: "ftp://example.com/"}}]
                passes: curl https://example.com/
            """);
        Rule rule = file.rules().get(0);
        assertThat(rule.id()).isEqualTo("no-ftp");
        assertThat(rule.family()).isEqualTo("team");
        assertThat(rule.strength()).isEqualTo(Strength.HARD);
        assertThat(rule.decision()).isEqualTo(Decision.ASK);
        assertThat(rule.kinds()).containsExactlyInAnyOrder(EffectKind.NETWORK_FETCH, EffectKind.NETWORK_SEND);
        assertThat(rule.conditionText()).isEqualTo("effect.target.startsWith(\"ftp:\")");
        assertThat(rule.examples().blocks())
                .containsExactly(
                        Example.shell("curl ftp://example.com/"),
                        new Example("WebFetch", Map.of("url", "ftp://example.com/")));
        assertThat(rule.examples().passes()).hasSize(1);
        assertThat(rule.examples().instead()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        path.scop == "root"            | there is no path.scop (line 1, column 1)
        path.scope == "rot"            | 'rot' is nothing that path.scope can be
        path.scope in ["root", "rot"]  | 'rot' is nothing that path.scope can be
        "recursiv" in effect.traits    | 'recursiv' is nothing that effect.traits can be
        ["a"].exists(t, t in effect.carries) | 'a' is nothing that effect.carries can be
        effect.traits.all(t, t != "x") | 'x' is nothing that effect.traits can be
        path.scope                     | expected type 'bool' but found 'string'
        path.known == "yes"            | found no matching overload for '_==_'
        path.text.matches("(")         | '(' is not a pattern
        path.text.matches(host.name)   | conditions do not have a pattern that does not stand in the condition
        path.text + "a" == "b"         | conditions do not have text that is put together
        size(path.text) > 3            | conditions do not have the function _>_
        path.known &&                  | mismatched input '<EOF>'
        """)
    void a_condition_that_cannot_work_is_told_with_file_and_rule(String condition, String message) {
        String yaml = """
            rules:
              - id: my-rule
                title: Mine
                verdict: deny
                effects: [file-delete]
                when: '%s'
                reason: No.
            """.formatted(condition);
        assertThatThrownBy(() -> PolicyReader.read("team.yaml", yaml))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageStartingWith("team.yaml: rule my-rule: when: ")
                .hasMessageContaining(message);
    }

    @Test
    void all_problems_are_told_at_once() {
        String yaml = """
            rules:
              - id: NotKebab
                title: A
                strength: medium
                verdict: deny
                effects: [file-deletion]
                reason: R
                color: red
              - id: same
                title: B
                verdict: forbid
                effects: []
              - {id: same, title: C, strength: hard, verdict: deny, effects: [unknown], reason: R, consent: x}
            environment: {host: [a]}
            exceptions: [{id: e, title: E, effects: [unknown]}]
            extra: 1
            """;
        assertThatThrownBy(() -> PolicyReader.read("team.yaml", yaml)).hasMessage("""
            team.yaml: 'extra' is not known here; there are environment, exceptions, off, rules
            team.yaml: rule NotKebab: 'color' is not known here; there are blocks, consent, effects, id, instead, \
            instead-example, passes, reason, strength, title, verdict, when, written
            team.yaml: rule NotKebab: the id is not in kebab-case
            team.yaml: rule NotKebab: 'strength' is medium; it can be hard, soft
            team.yaml: rule NotKebab: there is no effect 'file-deletion'
            team.yaml: rule same: 'verdict' is forbid; it can be ask, deny, undecided
            team.yaml: rule same: 'effects' is missing
            team.yaml: rule same: 'reason' is missing
            team.yaml: rule same: the id is taken
            team.yaml: rule same: a hard rule has no consent
            team.yaml: exception e: 'clears' is missing
            team.yaml: environment: 'host' is not known here; there are buckets, directories, hosts, installers, \
            protected, registries, repositories, servers\
            """);
    }

    @Test
    void what_is_not_a_policy_file_is_told() {
        assertThatThrownBy(() -> PolicyReader.read("team.yaml", "- a"))
                .hasMessage("team.yaml: a policy file is a map with environment, exceptions, off, rules");
        assertThatThrownBy(() -> PolicyReader.read("team.yaml", "a: [")).hasMessageStartingWith("team.yaml: not YAML");
    }
}
