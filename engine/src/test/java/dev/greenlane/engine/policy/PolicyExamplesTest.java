package dev.greenlane.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolNames;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.engine.understand.Understanding;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that rules and exceptions carry hold. */
class PolicyExamplesTest {

    private static final Understander UNDERSTANDER = Understander.load();
    private static final Surroundings SURROUNDINGS =
            new Surroundings(Optional.of(ExampleCheck.FOLDER), Optional.of(ExampleCheck.HOME));

    static Stream<Arguments> examples() {
        Policy policy = Policy.defaults();
        return new ExampleCheck(policy, PolicyExamplesTest::understood)
                .run(policy.rules(), policy.exceptions()).stream()
                        .map(result -> Arguments.of(result.id(), result.claim(), result.example(), result));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("examples")
    void hold(String id, ExampleCheck.Claim claim, Example example, ExampleCheck.Result result) {
        assertThat(result.holds())
                .as(
                        "%s %s: %s%nis %s by %s%neffects %s",
                        id,
                        claim,
                        example,
                        result.judgement().outcome(),
                        result.judgement()
                                .deciding()
                                .map(finding -> finding.rule().id())
                                .orElse("no rule"),
                        understood(example).all())
                .isTrue();
    }

    private static Understanding understood(Example example) {
        return UNDERSTANDER.understand(
                ToolNames.standard().call(example.tool(), example.input()), SURROUNDINGS, Files.NONE);
    }
}
