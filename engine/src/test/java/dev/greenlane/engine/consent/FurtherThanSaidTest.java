package dev.greenlane.engine.consent;

import static dev.greenlane.engine.consent.Outcomes.after;
import static dev.greenlane.engine.consent.Outcomes.shell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that go further than the order, because the plain form was refused or because more is lost than was said. */
class FurtherThanSaidTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Drop tides on pg-lab.           | psql -h pg-lab -c 'DROP DATABASE tides'     | ERROR: is being accessed by other users | psql -h pg-lab -c 'DROP DATABASE tides WITH (FORCE)'
        Drop the table tides on pg-lab. | psql -h pg-lab -c 'DROP TABLE tides'        | ERROR: other objects depend on it       | psql -h pg-lab -c 'DROP TABLE tides CASCADE'
        Delete my branch fix-7.         | git branch -d fix-7                         | error: is not fully merged              | git branch -D fix-7
        Delete pod web-1 in qa.         | kubectl -n qa delete pod web-1              | error: timed out                        | kubectl -n qa delete pod web-1 --force --grace-period=0
        Remove the bucket tides-tmp.    | aws s3 rb s3://tides-tmp                    | remove_bucket failed: BucketNotEmpty    | aws s3 rb s3://tides-tmp --force
        Kill 4411.                      | kill 4411                                   | kill: failed: still busy                | kill -9 4411
        Push my branch topic.           | git push origin topic                       | ! [rejected] (non-fast-forward)         | git push --force origin topic
        """)
    void forceIsNewsWhereThePlainFormWasRefused(String words, String plain, String refusal, String command) {
        assertThat(after(plain, refusal, command, words)).isNotEqualTo(Outcome.ALLOW);
        assertThat(after(plain, refusal, command, words + " Use force if you have to."))
                .isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Bring my checkout up to date with main. | git reset --hard origin/main
        Pull the latest main.                   | git reset --hard origin/main
        """)
    void workIsNotThrownAwayToCatchUp(String words, String command) {
        assertThat(shell(command, words)).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void workIsThrownAwayWhereThatWasSaid() {
        String reset = "git reset --hard origin/main";
        assertThat(shell(reset, "Reset my checkout to origin/main.")).isEqualTo(Outcome.ALLOW);
        assertThat(shell(reset, "Throw my changes away, I want main as it is on origin."))
                .isEqualTo(Outcome.ALLOW);
    }

    @Test
    void aToolTakesNoOtherNumberThanWasSaid() {
        String words = "The rush is over, tides in the namespace shop can go down to 4 replicas again.";
        assertThat(Outcomes.mcp("mcp__k8s__scale", Map.of("name", "tides", "namespace", "shop", "replicas", 2), words))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(Outcomes.mcp("mcp__k8s__scale", Map.of("name", "tides", "namespace", "shop", "replicas", 4), words))
                .isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        if we restart tide-redis, do people lose their carts? | docker restart tide-redis
        would it hurt to stop tide-redis?                     | docker stop tide-redis
        is it safe to remove tide-redis?                      | docker rm -f tide-redis
        what happens when I restart the tides service?        | pm2 restart tides
        """)
    void aQuestionAboutJustThisIsNoOrder(String words, String command) {
        assertThat(shell(command, words)).isEqualTo(Outcome.ASK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        can you restart tide-redis?              | docker restart tide-redis
        why is tide-redis so slow? restart it    | docker restart tide-redis
        why does the shop lose carts?            | docker restart tide-redis
        """)
    void anOrderAfterAQuestionIs(String words, String command) {
        assertThat(shell(command, words)).isEqualTo(Outcome.ALLOW);
    }
}
