package dev.greenlane.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolNames;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.understand.Understander;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the user's own rules count for. */
class UserRulesTest {
    private static final Reviewer REVIEWER = new Reviewer(Understander.load(), Policy.defaults());
    private static final Surroundings APP = new Surroundings(Optional.of("/work/app"), Optional.of("/home/ada"));

    private static Verdict review(String command, String allow) {
        return REVIEWER.review(new Request(
                        ToolNames.standard().call("Bash", Map.of("command", command)),
                        APP,
                        World.UNSEEN,
                        Mode.AUTO,
                        UserRules.parse(List.of(), List.of(), List.of(allow)),
                        List.of(),
                        List.of()))
                .verdict();
    }

    @Test
    void an_exact_rule_counts_against_every_soft_rule() {
        assertThat(review("git push --force origin main", "Bash(git push:*)").outcome())
                .isEqualTo(Outcome.ALLOW);
        assertThat(review("rm -rf /srv/data", "Bash(rm -rf /srv/data)").outcome())
                .isEqualTo(Outcome.ALLOW);
        assertThat(review("rm -rf /srv/data && rm -rf /srv/more", "Bash(rm -rf /srv/data)")
                        .outcome())
                .isEqualTo(Outcome.DENY);
    }

    @Test
    void against_a_hard_rule_it_does_not_count_and_the_answer_says_so() {
        Verdict verdict = review("rm -rf /", "Bash(rm:*)");
        assertThat(verdict.outcome()).isEqualTo(Outcome.DENY);
        assertThat(verdict.reason()).contains("The user's rule Bash(rm:*) does not count against delete-root");
        assertThat(review("rm -rf /", "Bash(ls:*)").reason()).doesNotContain("Bash(");
    }
}
