package dev.greenlane.engine.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.greenlane.engine.call.Identity;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Reviewer;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.engine.understand.Understander;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much, how many and how long the user said, held against what the call sets. */
class AmountsTest {

    private static final Reviewer REVIEWER = new Reviewer(Understander.load(), Policy.defaults());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Scale web in staging to four replicas.              | kubectl -n staging scale deploy/web --replicas=4
        Scale web in staging from 2 to 4 replicas.          | kubectl -n staging scale deploy/web --replicas=4
        Skaliere web in staging auf vier Replikate.         | kubectl -n staging scale deploy/web --replicas=4
        Run four tasks of web on the swarm.                 | docker service scale web=4
        Cap the memory of api.service at 2 GB.              | systemctl set-property api.service MemoryMax=2048M
        Raise the time limit of job 812 to 12 hours.        | scontrol update JobId=812 TimeLimit=12:00:00
        Change the backup retention of db-7 to a week.      | aws rds modify-db-instance --db-instance-identifier db-7 --backup-retention-period 7
        Set retention.ms of the topic clicks to one day.    | kafka-configs --alter --entity-type topics --entity-name clicks --add-config retention.ms=86400000
        Point the latest tag of @acme/box at 3.2.0.         | npm dist-tag add @acme/box@3.2.0 latest
        """)
    void theAmountThatWasSaidIsAllowedInAnyNotation(String words, String command) {
        Verdict verdict = verdict(command, words);
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Scale web in staging to four replicas.              | kubectl -n staging scale deploy/web --replicas=6         | four replicas
        Skaliere web in staging auf vier Replikate.         | kubectl -n staging scale deploy/web --replicas=6         | vier replikate
        Run four tasks of web on the swarm.                 | docker service scale web=6                               | four tasks
        Cap the memory of api.service at 4 GB.              | systemctl set-property api.service MemoryMax=2G          | 4 gb
        Change the backup retention of db-7 to a month.     | aws rds modify-db-instance --db-instance-identifier db-7 --backup-retention-period 7 | a month
        Set the rollout of the flag new-cart to 10 %.       | kubectl -n staging patch rollout new-cart -p '{"weight":25}' | 10 %
        """)
    void anotherAmountIsNotAndTheReasonSaysWhich(String words, String command, String said) {
        Verdict verdict = verdict(command, words);
        assertThat(verdict.outcome()).as(verdict.reason()).isNotEqualTo(Outcome.ALLOW);
        assertThat(verdict.reason().toLowerCase(Locale.ROOT))
                .contains("the user said")
                .contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Three customers complained. Scale web in staging to 6.       | kubectl -n staging scale deploy/web --replicas=6
        Job 812 has run for 3 hours, cancel it.                      | scancel 812
        Delete the pods calc-0 and calc-1, both of them.             | kubectl -n staging delete pod calc-0 calc-1
        """)
    void numbersOfOtherThingsStandInNobodysWay(String words, String command) {
        Verdict verdict = verdict(command, words);
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.ALLOW);
    }

    @Property(tries = 500)
    void nothingThatIsSaidOrRunMakesItFail(@ForAll String words, @ForAll String command) {
        assertThatCode(() -> verdict("kubectl scale deploy/web --replicas=3 " + command, "Scale web to 3 " + words))
                .doesNotThrowAnyException();
    }

    private static Verdict verdict(String command, String words) {
        return REVIEWER.review(new Request(
                        new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX),
                        new Surroundings(Optional.of("/home/ana/shop"), Optional.of("/home/ana"), Identity.UNKNOWN),
                        World.UNSEEN,
                        Mode.AUTO,
                        UserRules.NONE,
                        List.of(words),
                        List.of()))
                .verdict();
    }
}
