package dev.greenlane.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.look.Trees.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealTreesTest {
    private final RealTrees trees = new RealTrees(Duration.ofSeconds(20));
    private Path folder = Path.of("/");

    @BeforeEach
    void makes_a_folder(@TempDir Path under) throws IOException {
        folder = under.toRealPath();
    }

    @Test
    void counts_what_lies_below() throws IOException {
        write("b/two", "12");
        write("a", "1");
        write("b/.git/HEAD", "ref");
        write("b/c/.git", "gitdir: x");
        Files.createDirectories(folder.resolve("empty"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("b"));

        assertThat(trees.below(folder.toString(), 100))
                .contains(new Extent(
                        5,
                        1 + 2 + 3 + 9,
                        true,
                        paths("a", "b/.git/HEAD", "b/c/.git", "b/two", "link"),
                        paths("b", "b/c")));
        assertThat(trees.below(folder.resolve("a").toString(), 1))
                .contains(new Extent(1, 1, true, paths("a"), List.of()));
        assertThat(trees.below(folder.resolve("link").toString(), 1))
                .contains(new Extent(1, 0, true, paths("link"), List.of()));
        assertThat(trees.below(folder.resolve("b").toString(), 100)
                        .orElseThrow()
                        .repositories())
                .containsExactlyElementsOf(paths("b", "b/c"));
    }

    @Test
    void nobody_can_tell_where_nothing_stands() {
        assertThat(trees.below(folder.resolve("missing").toString(), 10)).isEmpty();
        assertThat(trees.below("relative", 10)).isEmpty();
        assertThat(trees.below("a\0b", 10)).isEmpty();
        assertThat(trees.below(folder.toString(), 0)).isEmpty();
    }

    @Test
    void stops_at_its_limits_and_says_so() throws IOException {
        for (int i = 0; i < 30; i++) {
            write("many/" + i, "1");
        }

        Extent some = trees.below(folder.toString(), 10).orElseThrow();
        assertThat(some.complete()).isFalse();
        assertThat(some.files()).isLessThanOrEqualTo(10);
        assertThat(trees.below(folder.toString(), 32).orElseThrow().complete()).isTrue();
        assertThat(new RealTrees(Duration.ZERO).below(folder.toString(), 100)).isEmpty();
    }

    @Test
    void a_tree_made_to_hold_up_does_not() throws Exception {
        Path deep = folder;
        for (int i = 0; i < 300; i++) {
            deep = Files.createDirectory(deep.resolve("d"));
        }
        Files.createSymbolicLink(folder.resolve("round"), folder);
        Files.createSymbolicLink(folder.resolve("self"), Path.of("self"));
        Process pipe = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
        assertThat(pipe.waitFor()).isZero();

        assertThat(trees.below(folder.toString(), 1_000).orElseThrow().files()).isEqualTo(3);
        assertThat(trees.matching(folder.toString(), "*", true, 1_000).orElseThrow())
                .hasSize(303);
    }

    @Test
    void what_may_not_be_read_is_not_counted_as_empty() throws IOException {
        write("closed/a", "1");
        Path closed = folder.resolve("closed");
        assertThat(closed.toFile().setReadable(false)).isTrue();
        try {
            Optional<Extent> extent = trees.below(folder.toString(), 10);
            // The super-user reads everything.
            assertThat(extent.orElseThrow().complete()).isEqualTo(Files.isReadable(closed));
        } finally {
            assertThat(closed.toFile().setReadable(true)).isTrue();
        }
    }

    @Test
    void another_file_system_is_not_entered() {
        if (Files.isDirectory(Path.of("/proc/self"))) {
            Extent root = trees.below("/proc", 1_000_000).orElseThrow();
            assertThat(root.files()).isPositive();
            assertThat(new RealTrees(Duration.ofSeconds(5))
                            .below("/", 200)
                            .orElseThrow()
                            .complete())
                    .isFalse();
        }
    }

    @Test
    void matches_names_as_a_shell_does() throws IOException {
        for (String name : List.of("a.log", "b.log", ".c.log", "B.txt", "d[1]", "sub/e.log", ".hidden/f.log")) {
            write(name, "");
        }

        assertThat(matching("*.log", false)).containsExactlyElementsOf(paths("a.log", "b.log"));
        assertThat(matching("*.log", true))
                .containsExactlyElementsOf(paths(".hidden/f.log", "a.log", "b.log", "sub/e.log"));
        assertThat(matching(".*", false)).containsExactlyElementsOf(paths(".c.log", ".hidden"));
        assertThat(matching("?.log", false)).containsExactlyElementsOf(paths("a.log", "b.log"));
        assertThat(matching("[b-z].*", false)).containsExactlyElementsOf(paths("b.log"));
        assertThat(matching("[!a].*", false)).containsExactlyElementsOf(paths("B.txt", "b.log"));
        assertThat(matching("d[[]1]", false)).containsExactlyElementsOf(paths("d[1]"));
        assertThat(matching("d[", false)).isEmpty();
        assertThat(trees.matching(folder.toString(), "*", false, 2)).isEmpty();
        assertThat(trees.matching(folder.resolve("missing").toString(), "*", false, 2))
                .contains(List.of());
        assertThat(trees.matching(folder.toString(), "sub/*", false, 9)).isEmpty();
    }

    @Test
    void a_folder_behind_a_link_keeps_its_name(@TempDir Path elsewhere) throws IOException {
        write("a.log", "");
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), folder);

        assertThat(trees.matching(link.toString(), "*", false, 9)).contains(List.of(link + "/a.log"));
    }

    private List<String> matching(String names, boolean deep) {
        return trees.matching(folder.toString(), names, deep, 100).orElseThrow();
    }

    private List<String> paths(String... names) {
        List<String> paths = new ArrayList<>();
        IntStream.range(0, names.length)
                .forEach(i -> paths.add(folder.resolve(names[i]).toString()));
        return paths;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
