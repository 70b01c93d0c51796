package dev.greenlane.cli.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    private static final int FILES = 2000;

    @TempDir
    private Path folder;

    @Test
    void a_folder_from_which_another_removes_at_the_same_time_is_removed() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        for (int i = 0; i < FILES; i++) {
            Files.createFile(gone.resolve("file" + i));
        }
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            CompletableFuture<Void> one = CompletableFuture.runAsync(() -> remove(gone), two);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> remove(gone), two);
            CompletableFuture.allOf(one, other).join();
        }
        assertThat(gone).doesNotExist();
    }

    @Test
    void what_a_link_leads_to_stays() throws Exception {
        Path kept = Files.createFile(folder.resolve("kept"));
        Path gone = Files.createDirectory(folder.resolve("gone"));
        Files.createSymbolicLink(gone.resolve("link"), kept);

        Folders.remove(gone);

        assertThat(gone).doesNotExist();
        assertThat(kept).exists();
    }

    private static void remove(Path folder) {
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
