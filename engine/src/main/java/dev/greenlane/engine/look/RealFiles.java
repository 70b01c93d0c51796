package dev.greenlane.engine.look;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** The file system of this machine. */
public final class RealFiles implements Files {

    /**
     * Sight of this machine where the working directory is one of its folders. Otherwise the call was made elsewhere, and what
     * stands here under the same names means nothing.
     */
    public static Files around(Optional<String> workingDirectory) {
        return workingDirectory.filter(RealFiles::isFolder).isPresent() ? new RealFiles() : Files.NONE;
    }

    private static boolean isFolder(String path) {
        try {
            return java.nio.file.Files.isDirectory(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** How many folders at the end of a path may be missing for its links to be followed. */
    private static final int MOST_MISSING = 8;

    @Override
    public Kind kind(String absolutePath) {
        try {
            return kind(Path.of(absolutePath));
        } catch (InvalidPathException | SecurityException e) {
            return Kind.UNKNOWN;
        }
    }

    /** Files are missing often, and an exception costs more than the look; what is behind a file is told by one only. */
    private static Kind kind(Path path) {
        try {
            BasicFileAttributes attributes =
                    path.getFileSystem().provider().readAttributesIfExists(path, BasicFileAttributes.class);
            if (attributes == null) {
                return Kind.MISSING;
            }
            if (attributes.isRegularFile()) {
                return Kind.FILE;
            }
            return attributes.isDirectory() ? Kind.FOLDER : Kind.OTHER;
        } catch (IOException e) {
            return java.nio.file.Files.notExists(path) ? Kind.MISSING : Kind.UNKNOWN;
        }
    }

    @Override
    public Optional<String> stamp(String absolutePath) {
        try {
            BasicFileAttributes attributes =
                    java.nio.file.Files.readAttributes(Path.of(absolutePath), BasicFileAttributes.class);
            return Optional.of(
                    attributes.isDirectory()
                            ? attributes.fileKey() + " " + attributes.creationTime()
                            : attributes.size() + " " + attributes.lastModifiedTime());
        } catch (IOException | InvalidPathException | SecurityException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> text(String absolutePath, int limit) {
        if (kind(absolutePath) != Kind.FILE) {
            return Optional.empty();
        }
        try (var in = java.nio.file.Files.newInputStream(Path.of(absolutePath))) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> leadsTo(String absolutePath) {
        try {
            Path path = Path.of(absolutePath);
            Path existing = path;
            for (int up = 0; up < MOST_MISSING && existing != null; up++) {
                if (java.nio.file.Files.exists(existing)) {
                    Path real = existing.toRealPath();
                    String text = real.resolve(existing.relativize(path)).toString();
                    return text.equals(absolutePath) ? Optional.empty() : Optional.of(text);
                }
                existing = existing.getParent();
            }
        } catch (IOException | InvalidPathException | SecurityException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }
}
