package dev.greenlane.store;

import dev.greenlane.store.LedgerFailure.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** At most one writer of a ledger, in all processes. The system lets go of it when the process ends, however it ends. */
final class LedgerLock implements AutoCloseable {
    /** Ledgers held by this process: closing any channel of a lock file would let go of the lock held through another. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private LedgerLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock or fails at once. */
    static LedgerLock take(Path ledger) throws LedgerFailure, IOException {
        Path folder = ledger.toAbsolutePath().getParent();
        Path file = (folder == null ? ledger : folder.toRealPath().resolve(ledger.getFileName() + ".lock"));
        if (!HELD.add(file)) {
            throw new LedgerFailure(Kind.LOCKED, "The ledger " + ledger + " is already open in this process.");
        }
        try {
            return new LedgerLock(file, locked(file, ledger));
        } catch (LedgerFailure | IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static FileChannel locked(Path file, Path ledger) throws LedgerFailure, IOException {
        PrivateFiles.file(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new LedgerFailure(
                        Kind.LOCKED,
                        "The ledger " + ledger + " is in use by another Greenlane" + holder(file)
                                + ". Stop that one, or let it do the work.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (LedgerFailure | IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String holder(Path file) throws IOException {
        String pid = Files.readString(file, StandardCharsets.US_ASCII);
        return pid.matches("[0-9]{1,10}") ? " (process " + pid + ")" : "";
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
