package dev.greenlane.engine.consent;

import static dev.greenlane.engine.consent.Outcomes.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who tells of one of several things, and wants something done to it, means a certain one; who says that one can go, any. */
class OneOfSeveralTest {

    private static final String JOBS = """
        JOBID  NAME    STATE    TIME
        3301   sim-a   RUNNING  0:20
        3302   sim-b   RUNNING  6:10
        3303   sim-c   PENDING  0:00\
        """;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        One of my sims is already hot. Kill it.;            3302; ASK
        One of my running sims is stuck, kill it;           3302; ASK
        One of my pending sims was a mistake. Cancel it.;   3303; ALLOW
        One of the sims can go. Kill it.;                   3302; ALLOW
        Kill one of my sims.;                               3302; ALLOW
        sim-b is already hot. Kill it.;                     3302; ALLOW
        """)
    void aCertainOneMustBeKnown(String words, String job, Outcome expected) {
        assertThat(after("squeue --me", JOBS, "scancel " + job, words)).isEqualTo(expected);
    }
}
