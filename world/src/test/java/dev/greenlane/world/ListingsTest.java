package dev.greenlane.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingsTest {
    /** For this one all that happens now happened long ago. */
    private final Listings listings = new Listings(() -> Instant.now().plus(Duration.ofHours(1)));

    @TempDir
    private Path folder;

    @Test
    void what_did_not_change_is_not_read_again() throws IOException {
        Files.createFile(folder.resolve("a"));

        assertThat(listings.of(folder)).isSameAs(listings.of(folder));
    }

    @Test
    void what_changed_a_moment_ago_is_read_again() throws IOException {
        Listings now = new Listings(Instant::now);
        Files.createFile(folder.resolve("a"));

        assertThat(now.of(folder)).isNotSameAs(now.of(folder)).isEqualTo(now.of(folder));
    }

    @Test
    void what_comes_and_goes_is_seen() throws IOException {
        Files.createFile(folder.resolve("a"));
        assertThat(listings.of(folder).names()).containsExactly("a");

        pass();
        Files.createFile(folder.resolve("b"));
        assertThat(listings.of(folder).names()).containsExactlyInAnyOrder("a", "b");

        pass();
        Files.delete(folder.resolve("a"));
        assertThat(listings.of(folder).names()).containsExactly("b");
        assertThat(listings.of(folder).folders()).isEmpty();

        pass();
        Files.delete(folder.resolve("b"));
        Files.createDirectory(folder.resolve("b"));
        assertThat(listings.of(folder).folders()).containsExactly("b");

        pass();
        Path other = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-other"));
        Files.move(other, folder.resolve("c"));
        assertThat(listings.of(folder).folders()).containsExactlyInAnyOrder("b", "c");
    }

    /** Goes on once the clock of the file system has. */
    private void pass() throws IOException {
        Path probe = Files.createTempFile("greenlane", ".probe");
        Instant last = changed(folder);
        while (!changed(probe).isAfter(last)) {
            Files.writeString(probe, "x");
        }
        Files.delete(probe);
    }

    private static Instant changed(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toInstant();
    }
}
