package dev.greenlane.store;

import dev.greenlane.store.LedgerFailure.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.sqlite.SQLiteErrorCode;

/** Failures of SQLite and of the file system, in words for a person. */
final class Failures {
    private static final int PRIMARY = 0xff;

    private Failures() {}

    static LedgerFailure of(SQLException e, Path file) {
        Kind kind = kind(e);
        return new LedgerFailure(kind, message(kind, file, reason(e)), e);
    }

    static LedgerFailure of(IOException e, Path file) {
        Kind kind = kind(e);
        return new LedgerFailure(kind, message(kind, file, reason(e)), e);
    }

    static LedgerFailure of(Kind kind, Path file) {
        return new LedgerFailure(kind, message(kind, file, ""));
    }

    /** What should not happen. */
    static LedgerFailure unexpected(Exception e, Path file) {
        return new LedgerFailure(Kind.OTHER, message(Kind.OTHER, file, reason(e)), e);
    }

    static Kind kind(SQLException e) {
        int code = e.getErrorCode() & PRIMARY;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return Kind.DISK_FULL;
        } else if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return Kind.READ_ONLY;
        } else if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Kind.DAMAGED;
        } else if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Kind.LOCKED;
        }
        return Kind.OTHER;
    }

    private static Kind kind(IOException e) {
        String reason = reason(e).toLowerCase(Locale.ROOT);
        if (reason.contains("no space left") || reason.contains("quota")) {
            return Kind.DISK_FULL;
        }
        boolean forbidden = e instanceof AccessDeniedException
                || reason.contains("read-only")
                || reason.contains("not permitted")
                || reason.contains("permission denied");
        return forbidden ? Kind.READ_ONLY : Kind.OTHER;
    }

    private static String reason(Exception e) {
        if (e instanceof FileAlreadyExistsException at) {
            return at.getFile() + " is not a folder";
        } else if (e instanceof NoSuchFileException at) {
            return at.getFile() + " cannot be created";
        } else if (e instanceof FileSystemException at && at.getReason() != null) {
            return at.getReason();
        }
        String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return message.lines().findFirst().orElse("");
    }

    private static String message(Kind kind, Path file, String reason) {
        return switch (kind) {
            case DISK_FULL -> "The ledger " + file + " cannot be written: the disk is full. Free some space there.";
            case READ_ONLY ->
                "The ledger " + file + " cannot be written: this user may not write there. Make the folder and the"
                        + " file writable.";
            case DAMAGED ->
                "The ledger " + file + " is damaged, gone or replaced. When the service starts again it keeps the"
                        + " damaged file aside and begins a new one.";
            case LOCKED -> "The ledger " + file + " is in use by another process. Stop it, or use it there.";
            case NEWER -> "The ledger " + file + " was written by a newer Greenlane. Update this one.";
            case ABSENT -> "There is no ledger at " + file + " yet: nothing has been reviewed.";
            case SLOW -> "The ledger " + file + " did not answer in time. Look at the disk that holds it.";
            case CLOSED -> "The ledger " + file + " is closed.";
            case OTHER -> "The ledger " + file + " cannot be used: " + reason + ".";
        };
    }
}
