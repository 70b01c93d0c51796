package dev.greenlane.service.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir
    private Path folder;

    @Test
    void one_holds_the_claim_and_leaves_it_to_the_next() throws Exception {
        Path file = folder.resolve("lock");
        Optional<SingleInstance> first = SingleInstance.claim(file);
        assertThat(first).isPresent();
        assertThat(SingleInstance.claim(file)).isEmpty();
        first.get().close();
        Optional<SingleInstance> next = SingleInstance.claim(file);
        assertThat(next).isPresent();
        next.get().close();
    }

    @Test
    void a_service_ends_when_nobody_reaches_it() throws Exception {
        assertThat(ends(new Lifetime(() -> Duration.ofDays(1), () -> {}), () -> false))
                .isTrue();
    }

    @Test
    void a_service_ends_when_it_is_idle() throws Exception {
        assertThat(ends(new Lifetime(() -> Duration.ZERO, () -> {}), () -> true))
                .isTrue();
    }

    @Test
    void a_service_ends_when_it_is_told_to() throws Exception {
        Lifetime lifetime = new Lifetime(() -> Duration.ofDays(1), () -> {});
        lifetime.end();
        assertThat(ends(lifetime, () -> true)).isTrue();
    }

    private static boolean ends(Lifetime lifetime, BooleanSupplier reachable) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        lifetime.await(reachable);
                        return true;
                    } catch (InterruptedException e) {
                        return false;
                    }
                })
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void a_claim_is_void_when_its_file_is_removed_or_replaced() throws Exception {
        Path file = folder.resolve("lock");
        try (SingleInstance claim = SingleInstance.claim(file).orElseThrow()) {
            assertThat(claim.holds()).isTrue();
            Files.move(file, folder.resolve("other"));
            assertThat(claim.holds()).isFalse();
            Files.createFile(file);
            assertThat(claim.holds()).isFalse();
        }
    }

    @Test
    void a_long_log_is_begun_anew_and_its_text_kept_once() throws Exception {
        Path log = folder.resolve("service.log");
        LogFile.trim(log);
        Files.writeString(log, "short");
        LogFile.trim(log);
        assertThat(log).hasContent("short");
        Files.write(log, new byte[(int) LogFile.LONGEST + 1]);
        LogFile.trim(log);
        assertThat(log).isEmptyFile();
        assertThat(folder.resolve("service.log.old")).hasSize(LogFile.LONGEST + 1);
    }
}
