package dev.greenlane.engine.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.consent.deed.Fulfilment;
import dev.greenlane.engine.listing.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which conditions what a session has shown meets. */
class FulfilmentTest {

    private static final Report PASSED = new Report("npm test", "Test Files  4 passed (4)\n Tests  31 passed (31)");
    private static final Report FAILED = new Report("npm test", "Tests  1 failed | 30 passed (31)");
    private static final Report CHECKS = new Report(
            "gh pr checks 58", "e2e\tfail\t6m31s\thttps://x\nlint\tpass\t40s\thttps://x\nunit\tpass\t2m\thttps://x");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "once the tests pass",
                "when all tests are green",
                "run the tests; when they pass",
                "sobald die tests grün sind",
                "quand les tests passent",
            })
    void testsThatHavePassed(String condition) {
        assertThat(Fulfilment.isMet(condition, List.of(PASSED))).isTrue();
        assertThat(Fulfilment.isMet(condition, List.of(FAILED))).isFalse();
        assertThat(Fulfilment.isMet(condition, List.of())).isFalse();
    }

    @Test
    void theNewestRunCountsAndWhatWasChangedSinceIsNotTested() {
        String condition = "once the tests pass";
        assertThat(Fulfilment.isMet(condition, List.of(FAILED, PASSED))).isFalse();
        assertThat(Fulfilment.isMet(condition, List.of(PASSED, FAILED))).isTrue();
        Report commit = new Report("git commit -am 'Fix it'", "1 file changed");
        assertThat(Fulfilment.isMet(condition, List.of(commit, PASSED))).isTrue();
        Report edit = new Report("/home/ana/app/src/main.ts", "The file was changed.");
        assertThat(Fulfilment.isMet(condition, List.of(edit, PASSED))).isFalse();
    }

    @Test
    void onlyWhatIsNamedOfSeveralChecks() {
        assertThat(Fulfilment.isMet("as soon as lint and unit have passed", List.of(CHECKS)))
                .isTrue();
        assertThat(Fulfilment.isMet("as soon as lint and e2e have passed", List.of(CHECKS)))
                .isFalse();
        assertThat(Fulfilment.isMet("when the checks are green", List.of(CHECKS)))
                .isFalse();
        assertThat(Fulfilment.isMet("as soon as lint and build have passed", List.of(CHECKS)))
                .isFalse();
    }

    @Test
    void aRequestThatIsMerged() {
        Report merged =
                new Report("gh pr view 77 --json state,mergedAt", "{\"mergedAt\":\"2026-03-09\",\"state\":\"MERGED\"}");
        Report open = new Report("gh pr view 77 --json state,mergedAt", "{\"mergedAt\":null,\"state\":\"OPEN\"}");
        Report flag = new Report("gh api repos/a/b/pulls/77", "{\"number\": 77, \"merged\": false}");
        assertThat(Fulfilment.isMet("if 77 is merged", List.of(merged))).isTrue();
        assertThat(Fulfilment.isMet("if #78 is merged", List.of(merged))).isFalse();
        assertThat(Fulfilment.isMet("if 77 is merged", List.of(open))).isFalse();
        assertThat(Fulfilment.isMet("if 77 is merged", List.of(flag))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unless the tests pass",
                "if the tests do not pass",
                "once the tests pass and Ana has approved it",
                "once the tests pass twice",
                "once I say the tests are green",
                "tomorrow if the tests pass",
                "if the tests pass or the build is complete",
                "once it is out",
            })
    void whatWaitsForPersonsTimesOrTheOppositeIsNotMet(String condition) {
        assertThat(Fulfilment.isMet(condition, List.of(PASSED))).isFalse();
    }

    @Test
    void longReportsAreReadInTime() {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            reports.add(new Report("git log " + "x".repeat(1900), "0 failed passed error ".repeat(1500)));
        }
        assertThat(Fulfilment.isMet("once the tests pass and build and lint are green", reports))
                .isFalse();
    }
}
