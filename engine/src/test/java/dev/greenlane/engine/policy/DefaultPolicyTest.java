package dev.greenlane.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultPolicyTest {

    static Stream<Rule> rules() {
        return Policy.defaults().rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_shows_what_it_stops_and_what_not(Rule rule) {
        assertThat(rule.examples().passes()).isNotEmpty();
        assertThat(rule.advice().reason()).endsWith(rule.decision() == Decision.UNDECIDED ? "" : ".");
        assertThat(rule.title()).doesNotEndWith(".");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_denial_says_what_to_do_instead(Rule rule) {
        if (rule.decision() == Decision.DENY) {
            assertThat(rule.advice().instead()).isNotEmpty();
            assertThat(rule.examples().instead()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_soft_rule_and_no_hard_one_says_what_consent_must_name(Rule rule) {
        assertThat(rule.advice().consent().isEmpty()).isEqualTo(rule.strength() == Strength.HARD);
    }

    /** Shows in a change what became stricter or looser; {@code -Dbaseline.update=true} writes it anew. */
    @Test
    void the_rules_are_those_of_the_baseline() throws IOException {
        String listing = rules().map(DefaultPolicyTest::line).collect(Collectors.joining("\n", "", "\n"))
                + Policy.defaults().exceptions().stream()
                        .map(DefaultPolicyTest::line)
                        .collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("baseline.update")) {
            Files.writeString(
                    Path.of("src/test/resources/dev/greenlane/engine/policy/default-policy.baseline"), listing);
        }
        try (InputStream baseline = DefaultPolicyTest.class.getResourceAsStream("default-policy.baseline")) {
            assertThat(listing)
                    .as("engine/src/test/resources/dev/greenlane/engine/policy/default-policy.baseline")
                    .isEqualTo(new String(baseline.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String line(Rule rule) {
        return "%s/%s %s %s: %s"
                .formatted(
                        rule.family(),
                        rule.id(),
                        rule.strength().name().toLowerCase(),
                        rule.decision().name().toLowerCase(),
                        kinds(rule.kinds()));
    }

    private static String line(Clearance exception) {
        return "exception %s clears %s: %s"
                .formatted(
                        exception.id(),
                        exception.clears().stream().sorted().collect(Collectors.joining(", ")),
                        kinds(exception.kinds()));
    }

    private static String kinds(java.util.Set<dev.greenlane.engine.effect.EffectKind> kinds) {
        return kinds.stream()
                .sorted()
                .map(dev.greenlane.engine.effect.EffectKind::id)
                .collect(Collectors.joining(", "));
    }
}
