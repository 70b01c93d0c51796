package dev.greenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.store.Verification.Broken;
import dev.greenlane.store.Verification.Intact;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody changes in the file behind the ledger's back shows. */
class ChainTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void five_entries() throws Exception {
        file = folder.resolve("ledger.db");
        try (Ledger ledger = Ledger.open(file)) {
            for (int i = 0; i < 5; i++) {
                ledger.append(Calls.entry("s" + i, i == 2 ? Outcome.DENY : Outcome.ALLOW));
            }
        }
    }

    @Test
    void what_nobody_changed_is_intact() throws Exception {
        Verification found = LedgerReader.open(file).verify();
        assertThat(found).isInstanceOfSatisfying(Intact.class, intact -> {
            assertThat(intact.first()).isEqualTo(1);
            assertThat(intact.last()).isEqualTo(5);
            assertThat(intact.hash()).matches("[0-9a-f]{64}");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3 ; UPDATE entries SET outcome = 'allow' WHERE number = 3",
                "2 ; UPDATE entries SET outcome = 'nonsense' WHERE number = 2",
                "4 ; UPDATE entries SET time = time + 1 WHERE number = 4",
                "1 ; UPDATE entries SET parent = 'p' WHERE number = 1",
                "3 ; UPDATE entries SET clears = NULL WHERE number = 3",
                "5 ; UPDATE entries SET shadow = 1 WHERE number = 5",
                "2 ; UPDATE entries SET agent = agent || tool, tool = '' WHERE number = 2",
                "3 ; DELETE FROM entries WHERE number = 3",
                "1 ; DELETE FROM entries WHERE number = 1",
                "4 ; DELETE FROM entries WHERE number >= 4",
                "1 ; DELETE FROM entries",
                "3 ; UPDATE entries SET number = 30 - number WHERE number >= 3",
                "2 ; UPDATE entries SET hash = zeroblob(32) WHERE number = 2",
                "4 ; UPDATE chain SET head_number = 3",
                "5 ; UPDATE chain SET head_hash = zeroblob(32)",
                "1 ; DELETE FROM chain",
            })
    void a_change_shows_and_where_it_begins(long number, String change) throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            assertThat(statement.executeUpdate(change)).isPositive();
        }
        assertThat(LedgerReader.open(file).verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.number()).isEqualTo(number));
    }
}
