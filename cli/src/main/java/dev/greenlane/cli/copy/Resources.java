package dev.greenlane.cli.copy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are packed beside this class. Stateless. */
final class Resources {
    private Resources() {}

    /** Writes a packed file; a program can be run by the user alone. */
    static void write(String name, Path file, boolean program) throws IOException {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("this build lacks " + name);
            }
            put(file, in.readAllBytes(), program);
        }
    }

    /** Writes a file in one step: whoever opens it sees the old one or the new one. */
    static void put(Path file, byte[] content, boolean program) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, content);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
