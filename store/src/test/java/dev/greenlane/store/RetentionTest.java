package dev.greenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Retention FIVE_DAYS = new Retention(Optional.of(Duration.ofDays(5)), Optional.empty());
    private static final Retention A_MONTH = new Retention(Optional.of(Duration.ofDays(30)), Optional.empty());

    @TempDir
    Path folder;

    @Test
    void old_entries_go_and_the_chain_of_the_rest_holds() throws Exception {
        try (Ledger ledger = Ledger.open(folder.resolve("ledger.db"))) {
            for (int day = 0; day < 60; day++) {
                ledger.append(Calls.at(Calls.NOON.plus(Duration.ofDays(day))));
            }
            assertThat(ledger.retain(A_MONTH, Calls.NOON.plus(Duration.ofDays(59))))
                    .isEqualTo(29);
            assertThat(numbers(ledger)).startsWith(30L).endsWith(60L).hasSize(31);
            assertThat(ledger.append(Calls.entry("s1", Outcome.ALLOW)).number()).isEqualTo(61);
            assertThat(ledger.reader().verify())
                    .isInstanceOfSatisfying(
                            Verification.Intact.class,
                            intact -> assertThat(intact.first()).isEqualTo(30));
        }
    }

    @Test
    void all_may_go() throws Exception {
        try (Ledger ledger = Ledger.open(folder.resolve("ledger.db"))) {
            for (int i = 0; i < 1200; i++) {
                ledger.append(Calls.at(Calls.NOON));
            }
            assertThat(ledger.retain(FIVE_DAYS, Calls.NOON.plus(Duration.ofDays(6))))
                    .isEqualTo(1200);
            assertThat(ledger.reader().verify()).isInstanceOf(Verification.Intact.class);
            assertThat(ledger.sessions().latest(10)).isEmpty();
            assertThat(ledger.append(Calls.at(Calls.NOON)).number()).isEqualTo(1201);
        }
    }

    @Test
    void an_entry_with_a_young_clock_keeps_those_behind_it() throws Exception {
        try (Ledger ledger = Ledger.open(folder.resolve("ledger.db"))) {
            ledger.append(Calls.at(Calls.NOON));
            ledger.append(Calls.at(Calls.NOON.plus(Duration.ofDays(6))));
            ledger.append(Calls.at(Calls.NOON)); // the clock was set back
            ledger.retain(FIVE_DAYS, Calls.NOON.plus(Duration.ofDays(7)));
            assertThat(numbers(ledger)).containsExactly(2L, 3L);
        }
    }

    @Test
    void a_clock_that_is_set_forward_takes_little_away() throws Exception {
        try (Ledger ledger = Ledger.open(folder.resolve("ledger.db"))) {
            for (int day = 0; day < 30; day++) {
                ledger.append(Calls.at(Calls.NOON.plus(Duration.ofDays(day))));
            }
            Instant years = Calls.NOON.plus(Duration.ofDays(4000));
            assertThat(ledger.retain(A_MONTH, years)).isLessThanOrEqualTo(7);
            ledger.append(Calls.at(years));
            assertThat(ledger.retain(A_MONTH, years.plusSeconds(60))).isLessThanOrEqualTo(1);
            assertThat(ledger.retain(A_MONTH, Calls.NOON.plus(Duration.ofDays(30))))
                    .isZero();
            assertThat(numbers(ledger)).hasSizeGreaterThanOrEqualTo(24);
        }
    }

    @Test
    void a_ledger_that_is_too_large_loses_its_oldest_entries_and_the_file_shrinks() throws Exception {
        Path file = folder.resolve("ledger.db");
        long bytes = 1 << 20;
        try (Ledger ledger = Ledger.open(file)) {
            String large = "\"" + "x".repeat(10_000) + "\"";
            for (int i = 0; i < 300; i++) {
                ledger.append(Calls.withInput(large));
            }
            ledger.retain(new Retention(Optional.empty(), Optional.of(bytes)), Calls.NOON);
            assertThat(numbers(ledger)).endsWith(300L).hasSizeBetween(60, 100);
            assertThat(ledger.reader().verify()).isInstanceOf(Verification.Intact.class);
        }
        assertThat(Files.size(file)).isLessThanOrEqualTo(bytes);
    }

    @Test
    void what_is_young_and_small_enough_stays() throws Exception {
        try (Ledger ledger = Ledger.open(folder.resolve("ledger.db"))) {
            ledger.append(Calls.at(Calls.NOON));
            Retention both = new Retention(Optional.of(Duration.ofDays(1)), Optional.of(10L << 20));
            assertThat(ledger.retain(both, Calls.NOON.plusSeconds(60))).isZero();
            assertThat(ledger.retain(new Retention(Optional.empty(), Optional.empty()), Calls.NOON))
                    .isZero();
            assertThat(ledger.sessions().find("s1")).isPresent();
        }
    }

    private static List<Long> numbers(Ledger ledger) throws LedgerFailure {
        return ledger.reader().last(Query.ALL, 1000).stream()
                .map(Recorded::number)
                .toList();
    }
}
