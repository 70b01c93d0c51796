package dev.greenlane.engine.consent;

import static dev.greenlane.engine.consent.Outcomes.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States that are said, held against those that listings write, however either puts it. */
class StatedTest {

    private static final String BOX = """
        +------+---------+----------+
        | ID   | Name    | Status   |
        +------+---------+----------+
        | 9f1  | tide-a  | SHUTOFF  |
        | 9f2  | tide-b  | ACTIVE   |
        +------+---------+----------+\
        """;
    private static final String TITLED = """
        ----------------------------------
        |           ListMachines         |
        +---------+-----------+----------+
        |  m-41   |  stopped  |  tide-a  |
        |  m-42   |  running  |  tide-b  |
        +---------+-----------+----------+\
        """;
    private static final String DRAWN = """
        ┌────┬────────┬──────┬─────────┐
        │ id │ name   │ ↺    │ status  │
        ├────┼────────┼──────┼─────────┤
        │ 0  │ tide-a │ 2    │ stopped │
        │ 1  │ tide-b │ 0    │ online  │
        └────┴────────┴──────┴─────────┘\
        """;
    private static final String QUEUE = """
        JOBID  PARTITION  NAME    USER  ST  TIME
        7701   gpu        tide-a  sam   PD  0:00
        7702   gpu        tide-b  sam   R   5:12\
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Delete the servers that are shut down.",
                "delete every server that isn't running",
                "Lösch die Server, die nicht mehr laufen.",
                "Supprime les serveurs qui sont arrêtés.",
            })
    void oneThatRunsIsNotAmongThoseThatAreStopped(String words) {
        String delete = "openstack server delete tide-b";
        assertThat(after("openstack server list", BOX, delete, words)).isNotEqualTo(Outcome.ALLOW);
        assertThat(after("aws ec2 list", TITLED, "aws ec2 terminate-instances --instance-ids m-42", words))
                .isNotEqualTo(Outcome.ALLOW);
        assertThat(after(
                        "aws ec2 list",
                        "m-41\tstopped\nm-42\trunning",
                        "aws ec2 terminate-instances --instance-ids m-42",
                        words))
                .isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void oneThatIsStoppedIs() {
        String words = "Delete the servers that are stopped.";
        assertThat(after("aws ec2 list", TITLED, "aws ec2 terminate-instances --instance-ids m-41", words))
                .isEqualTo(Outcome.ALLOW);
        assertThat(after("pm2 ls", DRAWN, "pm2 delete tide-b", words)).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatALineWithoutARuleDoesIsStoppedToo() {
        String words = "Throw everything that isn't running out of pm2.";
        assertThat(after("pm2 ls", DRAWN, "pm2 delete tide-b", words)).isEqualTo(Outcome.ASK);
        assertThat(after("pm2 ls", DRAWN, "pm2 delete tide-a", words)).isEqualTo(Outcome.ALLOW);
        String containers = "tide-a\tExited (0) 2 weeks ago\ntide-b\tUp 3 days";
        assertThat(after("docker ps -a", containers, "docker rm -f tide-b", "Remove the containers that have exited."))
                .isEqualTo(Outcome.ASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cancel my jobs that haven't started yet.",
                "cancel whatever of mine is still waiting",
                "Annule mes jobs qui n'ont pas encore démarré.",
            })
    void shortCodesAreStates(String words) {
        assertThat(after("squeue", QUEUE, "scancel 7702", words)).isNotEqualTo(Outcome.ALLOW);
    }

    @Test
    void whatStartedIsNoneThatWaits() {
        String words = "Cancel the jobs of mine that have started.";
        assertThat(after("squeue", QUEUE, "scancel 7701", words)).isNotEqualTo(Outcome.ALLOW);
        assertThat(after("squeue", QUEUE, "scancel 7702", words)).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void oneStateMayBeSaidWithAnother() {
        assertThat(after("squeue", QUEUE, "scancel 7701 7702", "Cancel every tide job, the running one too."))
                .isEqualTo(Outcome.ALLOW);
    }
}
