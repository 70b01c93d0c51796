package dev.greenlane.engine.consent;

import static dev.greenlane.engine.consent.Outcomes.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a listing was asked for is true of all that it lists, and as many as were counted are those that were listed. */
class AskedForTest {

    private static final String PODS = """
        NAME     READY   STATUS    AGE
        tq-a     1/1     Running   2d
        tq-b     1/1     Running   2d\
        """;
    private static final String DELETE = "kubectl delete pod tq-a tq-b";

    @ParameterizedTest
    @CsvSource(delimiter = '%', quoteCharacter = '~', textBlock = """
        kubectl get pods -l app=tides%                             Delete the tides pods.%       ALLOW
        kubectl get pods --selector=app=tides%                     Both tides pods hang, delete them.% ALLOW
        cd deploy && kubectl get pods -l app=tides%                Delete all tides pods.%       ALLOW
        kubectl get pods -l 'app!=tides'%                          Delete the tides pods.%       ASK
        kubectl get pods -l app=tides; kubectl get pods%           Delete the tides pods.%       ASK
        kubectl get pods -l app=moon%                              Delete the tides pods.%       ASK
        """)
    void aFilterTellsOfEachRow(String list, String words, Outcome expected) {
        assertThat(after(list, PODS, DELETE, words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        Delete both tide pods.;         ALLOW
        Supprime les deux pods marées.; ALLOW
        Borra los dos pods de mareas.;  ALLOW
        Delete one of the pods.;        not
        Delete both kelp-7 pods.;       not
        Delete three tide pods.;        not
        List both tide pods.;           not
        """)
    void asManyAsWereCountedAreThoseThatWereListed(String words, String expected) {
        Outcome outcome = after("kubectl get pods", PODS, DELETE, words);
        assertThat(outcome == Outcome.ALLOW).isEqualTo(expected.equals("ALLOW"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        31; Close the issue about the leaking harbour.;  ALLOW
        32; Close the issue about the leaking harbour.;  not
        32; Close the arm64 mooring issue.;              ALLOW
        """)
    void anIssueIsKnownByItsTitle(String number, String words, String expected) {
        String issues = """
            #31  HarbourGate is leaking   about 2 days ago
            #32  TestMooring times out on arm64   about 1 day ago\
            """;
        Outcome outcome = after("gh issue list", issues, "gh issue close " + number, words);
        assertThat(outcome == Outcome.ALLOW).isEqualTo(expected.equals("ALLOW"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        v3.1.0-rc1; Delete all the 3.1.0 tags on origin.;  ALLOW
        v3.1.1-rc1; Delete all the 3.1.0 tags on origin.;  not
        v3.1.0-rc1; Delete the tag 3.1.0 on origin.;       not
        """)
    void candidatesBelongToTheirVersion(String tag, String words, String expected) {
        String tags = "a1c2\trefs/tags/v3.1.0-rc1\nb7d3\trefs/tags/v3.1.0\nc9e4\trefs/tags/v3.1.1-rc1";
        Outcome outcome = after("git ls-remote --tags origin", tags, "git push origin --delete " + tag, words);
        assertThat(outcome == Outcome.ALLOW).isEqualTo(expected.equals("ALLOW"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        Cancel the two jobs of petra, leave mine.;  17 18; ALLOW
        Cancel the two jobs of petra, keep mine.;   17 19; not
        Cancel the jobs, but not mine.;             19;    not
        """)
    void whatIsTheSpeakersIsKeptAndNotAllThereIs(String words, String jobs, String expected) {
        String rows = "JOBID USER NAME\n17 petra tide-a\n18 petra tide-b\n19 sam moon";
        Outcome outcome = after("squeue", rows, "scancel " + jobs, words);
        assertThat(outcome == Outcome.ALLOW).isEqualTo(expected.equals("ALLOW"));
    }
}
