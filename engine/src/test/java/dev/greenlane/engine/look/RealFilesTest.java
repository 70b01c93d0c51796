package dev.greenlane.engine.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.look.Files.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealFilesTest {
    @TempDir
    Path folder;

    private Kind kind(String name) {
        return new RealFiles().kind(folder.resolve(name).toString());
    }

    @Test
    void what_stands_at_a_path_is_told_and_what_does_not() throws Exception {
        java.nio.file.Files.writeString(folder.resolve("file"), "x");
        java.nio.file.Files.createDirectory(folder.resolve("inner"));
        java.nio.file.Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
        java.nio.file.Files.createSymbolicLink(folder.resolve("broken"), Path.of("nowhere"));
        assertThat(kind("file")).isEqualTo(Kind.FILE);
        assertThat(kind("link")).isEqualTo(Kind.FILE);
        assertThat(kind("inner")).isEqualTo(Kind.FOLDER);
        assertThat(kind("none")).isEqualTo(Kind.MISSING);
        assertThat(kind("none/below")).isEqualTo(Kind.MISSING);
        assertThat(kind("broken")).isEqualTo(Kind.MISSING);
        assertThat(kind("file/below")).isEqualTo(Kind.MISSING);
        assertThat(new RealFiles().kind("a\0b")).isEqualTo(Kind.UNKNOWN);
    }
}
