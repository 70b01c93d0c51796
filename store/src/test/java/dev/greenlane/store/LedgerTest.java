package dev.greenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("state/ledger.db");
    }

    @Test
    void an_entry_is_read_back_as_it_was_written() throws Exception {
        Entry entry = Calls.entry("s1", Outcome.DENY);
        try (Ledger ledger = Ledger.open(file())) {
            Receipt receipt = ledger.append(entry);
            assertThat(receipt.number()).isEqualTo(1);
            assertThat(ledger.reader().last(Query.ALL, 10))
                    .extracting(Recorded::entry)
                    .containsExactly(entry);
        }
    }

    @Test
    void entries_outlive_the_process_that_wrote_them() throws Exception {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.append(Calls.entry("s1", Outcome.ALLOW));
        }
        try (Ledger ledger = Ledger.open(file())) {
            assertThat(ledger.append(Calls.entry("s1", Outcome.ALLOW)).number()).isEqualTo(2);
            assertThat(ledger.notice()).isEmpty();
            assertThat(ledger.reader().verify()).isInstanceOf(Verification.Intact.class);
        }
    }

    @Test
    void only_the_user_can_read_it() throws Exception {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.append(Calls.entry("s1", Outcome.ALLOW));
            assertThat(mode(file().getParent())).isEqualTo("rwx------");
            try (var files = Files.list(file().getParent())) {
                assertThat(files.filter(Files::isRegularFile))
                        .hasSizeGreaterThan(2) // with the files that SQLite keeps beside it
                        .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void a_file_that_others_could_read_is_closed_to_them() throws Exception {
        Ledger.open(file()).close();
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        Ledger.open(file()).close();
        assertThat(mode(file())).isEqualTo("rw-------");
    }

    @Test
    void many_threads_append_and_nothing_is_lost() throws Exception {
        int threads = 64;
        int each = 25;
        try (Ledger ledger = Ledger.open(file());
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String session = "s" + thread;
                all.add(pool.submit(() -> {
                    List<Long> numbers = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        numbers.add(ledger.append(Calls.entry(session, Outcome.DENY))
                                .number());
                    }
                    return numbers;
                }));
            }
            Set<Long> numbers = new HashSet<>();
            for (Future<List<Long>> one : all) {
                assertThat(one.get()).isSorted();
                numbers.addAll(one.get());
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, threads * each).boxed().toList());
            assertThat(ledger.reader().verify()).isInstanceOf(Verification.Intact.class);
            assertThat(ledger.sessions().latest(100))
                    .hasSize(threads)
                    .allSatisfy(session -> assertThat(session.denials()).isEqualTo(each));
        }
    }

    @Test
    void what_waits_is_written_before_it_closes_and_what_comes_later_is_refused() throws Exception {
        Ledger ledger = Ledger.open(file());
        long written = 0;
        long refused = 0;
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                all.add(pool.submit(() -> {
                    try {
                        ledger.append(Calls.entry("s1", Outcome.ALLOW));
                        return true;
                    } catch (LedgerFailure e) {
                        assertThat(e.kind()).isEqualTo(LedgerFailure.Kind.CLOSED);
                        return false;
                    }
                }));
            }
            ledger.close();
            for (Future<Boolean> one : all) {
                if (one.get()) {
                    written++;
                } else {
                    refused++;
                }
            }
        }
        assertThat(written + refused).isEqualTo(500);
        assertThat(LedgerReader.open(file()).stats(Query.ALL).entries()).isEqualTo(written);
    }

    @Test
    void another_process_may_read_while_it_is_written() throws Exception {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.append(Calls.entry("s1", Outcome.ALLOW));
            LedgerReader reader = LedgerReader.open(file());
            assertThat(reader.next(Query.ALL, 10)).hasSize(1);
            ledger.append(Calls.entry("s1", Outcome.ALLOW));
            assertThat(reader.next(Query.ALL.after(1), 10))
                    .extracting(Recorded::number)
                    .containsExactly(2L);
        }
    }

    @Test
    void a_clock_that_goes_back_changes_no_order_and_breaks_no_chain() throws Exception {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.append(Calls.at(Calls.NOON));
            ledger.append(Calls.at(Calls.NOON.minus(Duration.ofDays(400))));
            ledger.append(Calls.at(Calls.NOON.plusSeconds(1)));
            assertThat(ledger.reader().last(Query.ALL, 3))
                    .extracting(Recorded::number)
                    .containsExactly(1L, 2L, 3L);
            assertThat(ledger.reader().verify()).isInstanceOf(Verification.Intact.class);
            assertThat(ledger.sessions().find("s1").orElseThrow().lastSeen()).isEqualTo(Calls.NOON.plusSeconds(1));
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
