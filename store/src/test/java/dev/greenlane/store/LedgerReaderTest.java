package dev.greenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.greenlane.engine.policy.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerReaderTest {
    @TempDir
    Path folder;

    private Ledger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = Ledger.open(folder.resolve("ledger.db"));
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @Test
    void a_ledger_that_nobody_has_written_to_yet_is_read_as_an_empty_one() throws Exception {
        try (Ledger fresh = Ledger.lasting(folder.resolve("fresh/ledger.db"), notice -> {})) {
            assertThat(fresh.sessions().latest(1)).isEmpty();
            assertThat(fresh.reader().last(Query.ALL, 1)).isEmpty();
        }
    }

    @Test
    void queries_take_all_their_conditions_together() throws Exception {
        ledger.append(Calls.entry("a", Outcome.DENY));
        ledger.append(Calls.entry("b", Outcome.DENY));
        ledger.append(Calls.entry("a", Outcome.ALLOW));
        ledger.append(Calls.ofChild("c", "a", Outcome.DENY));
        assertThat(next(Query.ALL)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(next(Query.ALL.ofSession("a"))).containsExactly(1L, 3L, 4L);
        assertThat(next(Query.ALL.deniedOnly())).containsExactly(1L, 2L, 4L);
        assertThat(next(Query.ALL.ofSession("a").deniedOnly().after(1))).containsExactly(4L);
        assertThat(next(Query.ALL.ofSession("' OR 1=1 --"))).isEmpty();
    }

    @Test
    void the_last_ones_come_in_their_order() throws Exception {
        for (int i = 0; i < 5; i++) {
            ledger.append(Calls.at(Calls.NOON.plus(Duration.ofHours(i))));
        }
        assertThat(ledger.reader().last(Query.ALL, 2))
                .extracting(Recorded::number)
                .containsExactly(4L, 5L);
        assertThat(next(Query.ALL.since(Calls.NOON.plus(Duration.ofHours(3))))).containsExactly(4L, 5L);
    }

    @Test
    void stats_count_by_verdict_rule_agent_and_stage() throws Exception {
        for (int i = 1; i <= 100; i++) {
            ledger.append(Calls.reviewedIn(i, i % 4 == 0 ? "r1" : "r2", i <= 30 ? "codex" : "claude-code", i));
        }
        ledger.append(Calls.entry("other", Outcome.DENY));
        ledger.append(Calls.handedBack("s1"));
        Stats stats = ledger.reader().stats(Query.ALL.ofSession("s1"));
        assertThat(stats.entries()).isEqualTo(100);
        assertThat(stats.outcomes()).containsExactly(entry("allow", 100L));
        assertThat(stats.rules()).containsExactly(entry("r2", 75L), entry("r1", 25L));
        assertThat(stats.agents()).containsExactly(entry("claude-code", 70L), entry("codex", 30L));
        assertThat(stats.stages()).containsExactly(entry("policy", 100L));
        assertThat(stats.p50()).isEqualTo(50);
        assertThat(stats.p99()).isEqualTo(99);
        assertThat(stats.tokens()).isEqualTo(5050);
        assertThat(stats.cost()).isEqualTo(10100);
    }

    @Test
    void stats_of_nothing_are_zero() throws Exception {
        Stats stats = ledger.reader().stats(Query.ALL);
        assertThat(stats.entries()).isZero();
        assertThat(stats.p99()).isZero();
        assertThat(stats.outcomes()).isEmpty();
    }

    @Test
    void the_export_has_one_json_object_a_line() throws Exception {
        ledger.append(Calls.entry("s1", Outcome.DENY));
        for (int i = 0; i < 1100; i++) {
            ledger.append(Calls.entry("s1", Outcome.ALLOW));
        }
        StringBuilder out = new StringBuilder();
        ledger.reader().export(Query.ALL, out);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(1101);
        String hash = ledger.reader().next(Query.ALL, 1).get(0).hash();
        assertThat(lines.get(0))
                .isEqualTo(
                        "{\"number\":1,\"time\":\"2026-11-22T12:00:00Z\",\"session\":\"s1\",\"agent\":\"claude-code\",\"tool\":\"Bash\",\"input\":{\"command\":\"ls"
                            + " -l\"},\"cwd\":\"/home/me/project\",\"verdict\":{\"outcome\":\"deny\",\"rule\":\"some-rule\",\"reason\":\"Denied"
                            + " by Greenlane: it deletes your only copy.\",\"evidence\":[0,2],\"clears\":\"a copy of"
                            + " it\",\"stage\":\"policy\",\"micros\":120},"
                            + "\"effects\":[{\"kind\":\"file-read\",\"path\":\"/home/me/project\"}],\"facts\":{},"
                            + "\"tokens\":0,\"cost_micros\":0,\"mode\":\"auto\",\"shadow\":false,\"answered\":\"DENY\","
                            + "\"hash\":\"" + hash + "\"}");
    }

    private List<Long> next(Query query) throws LedgerFailure {
        return ledger.reader().next(query, 10).stream().map(Recorded::number).toList();
    }
}
