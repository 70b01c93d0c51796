package dev.greenlane.service.life;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The claim to be the user's one service. The system gives it up when the process ends, however it ends. */
public final class SingleInstance implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;
    private final Identity file;

    private SingleInstance(FileChannel channel, FileLock lock, Identity file) {
        this.channel = channel;
        this.lock = lock;
        this.file = file;
    }

    /**
     * Claims it.
     *
     * @return empty where another service holds it
     * @throws IOException where the file cannot be opened
     */
    public static Optional<SingleInstance> claim(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new SingleInstance(channel, lock, Identity.of(file)));
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    /** Whether it still keeps others out: nobody has removed the file. */
    public boolean holds() {
        return file.holds();
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
