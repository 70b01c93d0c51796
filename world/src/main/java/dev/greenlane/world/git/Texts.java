package dev.greenlane.world.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Small files of git, and paths out of them. */
final class Texts {

    private Texts() {}

    /** The text of a regular file of at most so many bytes; empty where there is none, or it cannot be read. */
    static Optional<String> of(Path file, int most) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    /** A path; empty where the text is none, or holds what was no UTF-8. */
    static Optional<Path> path(String text) {
        try {
            return text.isEmpty() || text.indexOf('\uFFFD') >= 0 ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * The absolute path whose folders are without links; its last name is left as it is. Of folders that do not exist, those above
     * are followed.
     */
    static Optional<Path> withoutLinksAbove(String absolutePath) {
        Optional<Path> given = path(absolutePath).filter(Path::isAbsolute);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Path path = given.get();
        if (isOwnName(path)) {
            Path parent = path.getParent();
            return parent == null ? given : existing(parent).map(real -> real.resolve(path.getFileName()));
        }
        return existing(path);
    }

    private static boolean isOwnName(Path path) {
        Path name = path.getFileName();
        return name == null || !(name.toString().equals("..") || name.toString().equals("."));
    }

    private static Optional<Path> existing(Path folder) {
        for (Path above = folder; above != null; above = above.getParent()) {
            try {
                Path rest = above.relativize(folder);
                Path real = above.toRealPath();
                return rest.toString().isEmpty()
                        ? Optional.of(real)
                        : Optional.of(real.resolve(rest).normalize());
            } catch (java.nio.file.NoSuchFileException e) {
                if (Files.isSymbolicLink(above)) {
                    return Optional.empty();
                }
            } catch (IOException | SecurityException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
