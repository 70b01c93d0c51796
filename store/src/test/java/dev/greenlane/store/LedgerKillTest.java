package dev.greenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.greenlane.engine.policy.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes the ledger, and what happens to the ledger when that process is killed or still there. */
class LedgerKillTest {
    private static final int THREADS = 8;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("ledger.db");
    }

    /** The process: says {@code open}, then appends without end and says the number of each entry once it is acknowledged. */
    public static final class Appender {
        private Appender() {}

        public static void main(String[] args) throws Exception {
            Ledger ledger = Ledger.open(Path.of(args[0]));
            say("open");
            List<Thread> threads = IntStream.range(0, THREADS)
                    .mapToObj(i -> Thread.ofPlatform().start(() -> appendForEver(ledger, "s" + i)))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
        }

        private static void appendForEver(Ledger ledger, String session) {
            try {
                while (true) {
                    say(Long.toString(
                            ledger.append(Calls.entry(session, Outcome.DENY)).number()));
                }
            } catch (LedgerFailure e) {
                say(e.getMessage());
            }
        }

        private static synchronized void say(String line) {
            System.out.println(line);
            System.out.flush();
        }
    }

    @Test
    void what_was_acknowledged_is_there_after_a_kill() throws Exception {
        List<Long> acknowledged = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            Process process = start();
            try (BufferedReader lines = process.inputReader()) {
                assertThat(lines.readLine()).isEqualTo("open");
                for (int i = 0; i < 300; i++) {
                    acknowledged.add(Long.parseLong(lines.readLine()));
                }
                process.toHandle().destroyForcibly(); // the process's own method would close its output
                lines.lines()
                        .filter(line -> line.matches("\\d+"))
                        .forEach(line -> acknowledged.add(Long.valueOf(line)));
            }
        }
        try (Ledger ledger = Ledger.open(file())) {
            assertThat(ledger.notice()).isEmpty();
            assertThat(ledger.reader().verify()).isInstanceOf(Verification.Intact.class);
            List<Long> written = new ArrayList<>();
            ledger.reader().each(Query.ALL, recorded -> written.add(recorded.number()));
            assertThat(written).containsAll(acknowledged);
            long counted = ledger.sessions().latest(THREADS).stream()
                    .mapToLong(Session::denials)
                    .sum();
            assertThat(counted).as("denials counted").isEqualTo(written.size());
        }
    }

    @Test
    void a_second_process_is_refused_by_name_until_the_first_is_gone() throws Exception {
        Process process = start();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("open");
            LedgerFailure failure = catchThrowableOfType(LedgerFailure.class, () -> Ledger.open(file()));
            assertThat(failure.kind()).isEqualTo(LedgerFailure.Kind.LOCKED);
            assertThat(failure).hasMessageContaining("process " + process.pid());
            assertThat(LedgerReader.open(file()).verify()).isInstanceOf(Verification.Intact.class);
        } finally {
            process.destroyForcibly().waitFor();
        }
        Ledger.open(file()).close();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Appender.class.getName(),
                        file().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
