package dev.greenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.store.LedgerFailure.Kind;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a user is told when the ledger cannot do its work, and what is left then. */
class LedgerFailureTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("ledger.db");
    }

    @Test
    void a_full_disk_refuses_entries_and_takes_them_again_when_there_is_space() throws Exception {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.append(Calls.entry("s1", Outcome.DENY));
            limit(ledger, 1);
            String large = "\"" + "x".repeat(60_000) + "\"";
            long written = fill(ledger, large);
            assertFails(() -> ledger.append(Calls.withInput(large)), Kind.DISK_FULL);
            limit(ledger, 1 << 30);
            assertThat(ledger.append(Calls.entry("s1", Outcome.DENY)).number()).isEqualTo(written + 2);
            assertThat(ledger.reader().verify()).isInstanceOf(Verification.Intact.class);
            assertThat(ledger.sessions().find("s1").orElseThrow().denials()).isEqualTo(2);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_folder_that_may_not_be_written_says_so() {
        assertFails(() -> Ledger.open(Path.of("/proc/greenlane/ledger.db")), Kind.READ_ONLY, Kind.OTHER);
    }

    @Test
    void a_file_in_place_of_the_folder_and_a_folder_in_place_of_the_file_are_named() throws Exception {
        Files.createFile(folder.resolve("file"));
        assertThat(assertFails(() -> Ledger.open(folder.resolve("file/ledger.db")), Kind.OTHER))
                .contains("file is not a folder");
        Files.createDirectory(file());
        assertThat(assertFails(() -> Ledger.open(file()), Kind.OTHER)).contains("it is a folder");
    }

    @Test
    void a_file_that_is_no_ledger_is_kept_aside_and_a_new_one_begins() throws Exception {
        byte[] garbage =
                "this is no database, but somebody may need it\n".repeat(200).getBytes();
        Files.write(file(), garbage);
        try (Ledger ledger = Ledger.open(file())) {
            assertThat(ledger.notice())
                    .hasValueSatisfying(
                            notice -> assertThat(notice).contains("damaged").contains(file() + ".damaged-1"));
            assertThat(ledger.append(Calls.entry("s1", Outcome.ALLOW)).number()).isEqualTo(1);
        }
        assertThat(Files.readAllBytes(folder.resolve("ledger.db.damaged-1"))).isEqualTo(garbage);
    }

    @Test
    void damage_found_in_use_refuses_entries_until_it_is_opened_again() throws Exception {
        try (Ledger ledger = Ledger.open(file())) {
            for (int i = 0; i < 200; i++) {
                ledger.append(Calls.entry("s" + i, Outcome.ALLOW));
            }
        }
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            int behindTheSchema = 16 * 4096;
            raw.seek(behindTheSchema);
            raw.write(new byte[(int) raw.length() - behindTheSchema]);
        }
        try (Ledger ledger = Ledger.open(file())) {
            assertFails(() -> ledger.append(Calls.entry("s1", Outcome.ALLOW)), Kind.DAMAGED);
        }
        try (Ledger ledger = Ledger.open(file())) {
            assertThat(ledger.notice()).isPresent();
            ledger.append(Calls.entry("s1", Outcome.ALLOW));
        }
        assertThat(folder.resolve("ledger.db.damaged-1")).exists();
        try (Ledger ledger = Ledger.open(file())) {
            assertThat(ledger.notice()).isEmpty();
        }
    }

    @Test
    void a_removed_file_takes_no_entries() throws Exception {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.append(Calls.entry("s1", Outcome.ALLOW));
            Files.delete(file());
            assertFails(() -> ledger.append(Calls.entry("s1", Outcome.ALLOW)), Kind.DAMAGED);
        }
    }

    @Test
    void a_lasting_ledger_begins_anew_after_damage_and_removal() throws Exception {
        List<String> notices = new ArrayList<>();
        try (Ledger ledger = Ledger.lasting(file(), notices::add)) {
            ledger.append(Calls.entry("s1", Outcome.DENY));
            assertThat(ledger.sessions().find("s1")).isPresent();
            Files.delete(file());
            assertThat(ledger.append(Calls.entry("s1", Outcome.DENY)).number()).isEqualTo(1);
            assertThat(notices).isNotEmpty();
            assertThat(ledger.sessions().find("s1").orElseThrow().denials()).isEqualTo(1);
        }
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.seek(4096);
            raw.write(new byte[(int) raw.length() - 4096]);
        }
        try (Ledger ledger = Ledger.lasting(file(), notices::add)) {
            assertThat(ledger.append(Calls.entry("s1", Outcome.DENY)).number()).isEqualTo(1);
            assertThat(notices).anyMatch(notice -> notice.contains(file() + ".damaged-1"));
        }
    }

    @Test
    void a_lasting_ledger_refuses_entries_until_it_can_be_opened() throws Exception {
        Path folder = this.folder.resolve("folder");
        Files.createFile(folder);
        try (Ledger ledger = Ledger.lasting(folder.resolve("ledger.db"), notice -> {})) {
            assertFails(() -> ledger.append(Calls.entry("s1", Outcome.ALLOW)), Kind.OTHER);
            assertFails(() -> ledger.sessions().find("s1"), Kind.OTHER);
            Files.delete(folder);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            boolean accepted = accepts(ledger);
            while (!accepted && System.nanoTime() < end) {
                accepted = accepts(ledger);
            }
            assertThat(accepted).isTrue();
        }
    }

    private static boolean accepts(Ledger ledger) {
        try {
            return ledger.append(Calls.entry("s1", Outcome.ALLOW)).number() == 1;
        } catch (LedgerFailure e) {
            return false;
        }
    }

    @Test
    void a_second_writer_in_this_process_is_refused_and_the_first_goes_on() throws Exception {
        try (Ledger ledger = Ledger.open(file())) {
            assertFails(() -> Ledger.open(file()), Kind.LOCKED);
            ledger.append(Calls.entry("s1", Outcome.ALLOW));
        }
        Ledger.open(file()).close();
    }

    @Test
    void a_ledger_of_a_newer_program_is_left_alone() throws Exception {
        Ledger.open(file()).close();
        change("PRAGMA user_version = 99");
        String before = HexFormat.of().formatHex(Files.readAllBytes(file()));
        assertFails(() -> Ledger.open(file()), Kind.NEWER);
        assertFails(() -> LedgerReader.open(file()), Kind.NEWER);
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file())).equals(before))
                .isTrue();
    }

    @Test
    void a_missing_ledger_is_no_fault() {
        assertFails(() -> LedgerReader.open(file()), Kind.ABSENT);
    }

    @Test
    void a_program_that_holds_the_database_is_waited_for_and_then_named_as_the_cause() throws Exception {
        try (Ledger ledger = Ledger.open(file());
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertFails(() -> ledger.append(Calls.entry("s1", Outcome.ALLOW)), Kind.LOCKED);
            statement.execute("ROLLBACK");
            assertThat(ledger.append(Calls.entry("s1", Outcome.ALLOW)).number()).isEqualTo(1);
        }
    }

    private static void limit(Ledger ledger, int pages) throws LedgerFailure {
        ledger.writer().run(tables -> {
            try (Statement statement = tables.connection().createStatement()) {
                return statement.execute("PRAGMA max_page_count = " + pages);
            }
        });
    }

    private static long fill(Ledger ledger, String input) throws LedgerFailure {
        for (long written = 0; ; written++) {
            try {
                ledger.append(Calls.withInput(input));
            } catch (LedgerFailure e) {
                return written;
            }
        }
    }

    private void change(String sql) throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String assertFails(ThrowingCallable call, Kind... kinds) {
        LedgerFailure failure = catchThrowableOfType(LedgerFailure.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).as(failure.getMessage()).isIn(List.of((Object[]) kinds));
        assertThat(failure.getMessage())
                .doesNotContain("\n")
                .doesNotContain("Exception")
                .endsWith(".");
        return String.valueOf(failure.getMessage());
    }
}
