package dev.greenlane.engine.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words as they are typed in a hurry. */
class HurriedWordsTest {

    private static final String LISTED = "eipalloc-0aa17c\t198.51.100.7\neipalloc-0bb93f\t198.51.100.21";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release em both, finops is on my back",
                "get rid of 'em",
                "u can release both",
                "kk, release them thx",
                "both can go",
            })
    void aClippedWordIsTheWholeOne(String words) {
        assertThat(released(words)).isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dont release em", "keep em both", "u sure we can release em both?", "release the first one"})
    void soItIsWhereItForbids(String words) {
        assertThat(released(words)).isNotEqualTo(Outcome.ALLOW);
    }

    private static Outcome released(String words) {
        return Outcomes.after(
                "aws ec2 describe-addresses --query 'Addresses[].[AllocationId,PublicIp]' --output text",
                LISTED,
                "aws ec2 release-address --allocation-id eipalloc-0aa17c && aws ec2 release-address --allocation-id"
                        + " eipalloc-0bb93f",
                "which elastic ips arent attached to anything",
                words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw web-old, worker and pdf-gen out of shop",
                "kick web-old, worker and pdf-gen out of shop",
                "remove web-old, worker and pdf-gen from shop",
            })
    void aListMayStandBetweenTheHalvesOfAVerb(String words) {
        assertThat(Outcomes.shell("kubectl delete deployment web-old worker pdf-gen -n shop", words))
                .isEqualTo(Outcome.ALLOW);
        assertThat(Outcomes.shell("kubectl delete deployment web-old worker cron -n shop", words))
                .isNotEqualTo(Outcome.ALLOW);
    }
}
