package dev.greenlane.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Something that must be the same after the session as before. */
record Keepsake(String name, Content content) {

    /** What it holds now; equal texts mean that nothing changed. */
    interface Content {
        String now() throws IOException, InterruptedException;
    }

    /** Files, and folders with everything in them. */
    static Keepsake file(String name, Path... paths) {
        return new Keepsake(name, () -> digest(paths));
    }

    private static String digest(Path... paths) throws IOException {
        MessageDigest digest = sha256();
        for (Path path : paths) {
            if (Files.exists(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    List<Path> sorted = files.sorted().toList();
                    for (Path file : sorted) {
                        digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                        digest.update(Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0]);
                    }
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
