package dev.greenlane.store.snapshot;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What stood at a path when somebody looked, without its content. Immutable.
 *
 * @param mode type and permission bits, as the system has them
 * @param modified when the content was changed last, nanoseconds since 1970
 * @param changed when anything was changed last, nanoseconds since 1970; nobody can set it
 * @param target where a link leads to; empty for all else
 */
public record Seen(
        Kind kind,
        int mode,
        long size,
        long modified,
        long changed,
        long inode,
        long device,
        int links,
        String target) {
    private static final String WANTED = "unix:mode,size,lastModifiedTime,ctime,ino,dev,nlink";
    private static final int TYPE = 0170000;
    private static final int PERMISSIONS = 07777;

    static final Seen NOTHING = new Seen(Kind.NOTHING, 0, 0, 0, 0, 0, 0, 0, "");

    /** What can stand at a path. */
    public enum Kind {
        NOTHING,
        FILE,
        FOLDER,
        LINK,
        /** A device, a socket, a pipe. */
        OTHER
    }

    /** Looks; follows no link at the end. */
    static Seen at(Path path) throws IOException {
        Map<String, Object> found;
        try {
            found = Files.readAttributes(path, WANTED, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return NOTHING;
        } catch (FileSystemException e) {
            if (isNoFolder(e)) {
                return NOTHING;
            }
            throw e;
        }
        int mode = (Integer) get(found, "mode");
        Kind kind = kind(mode);
        return new Seen(
                kind,
                mode & PERMISSIONS,
                kind == Kind.FILE ? (Long) get(found, "size") : 0,
                ((FileTime) get(found, "lastModifiedTime")).to(TimeUnit.NANOSECONDS),
                ((FileTime) get(found, "ctime")).to(TimeUnit.NANOSECONDS),
                (Long) get(found, "ino"),
                (Long) get(found, "dev"),
                (Integer) get(found, "nlink"),
                kind == Kind.LINK ? Files.readSymbolicLink(path).toString() : "");
    }

    private static boolean isNoFolder(FileSystemException e) {
        return String.valueOf(e.getReason()).contains("Not a directory");
    }

    private static Object get(Map<String, Object> found, String name) {
        return Objects.requireNonNull(found.get(name));
    }

    private static Kind kind(int mode) {
        return switch (mode & TYPE) {
            case 0100000 -> Kind.FILE;
            case 0040000 -> Kind.FOLDER;
            case 0120000 -> Kind.LINK;
            default -> Kind.OTHER;
        };
    }

    boolean exists() {
        return kind != Kind.NOTHING;
    }

    /** Whether nothing was done to it between the two looks, as far as the system's own clock tells. */
    boolean isUntouchedSince(Seen other) {
        return kind == other.kind
                && inode == other.inode
                && device == other.device
                && size == other.size
                && modified == other.modified
                && changed == other.changed;
    }

    /** Whether a person would say that nothing was changed: of a folder what is in it does not count. */
    boolean looksLike(Seen other) {
        return kind == other.kind
                && (kind == Kind.LINK ? target.equals(other.target) : mode == other.mode)
                && size == other.size
                && (kind != Kind.FILE || modified == other.modified);
    }
}
