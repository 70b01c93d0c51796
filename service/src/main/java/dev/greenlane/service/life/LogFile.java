package dev.greenlane.service.life;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The file to which the service's standard error is appended. Stateless. */
public final class LogFile {
    /** Longer than this it is begun anew, in bytes. */
    public static final long LONGEST = 1 << 20;

    private LogFile() {}

    /**
     * Keeps it short: the text of a long one goes to a file beside it, in the place of what was there. Who appends meanwhile goes
     * on in the empty file.
     */
    public static void trim(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) <= LONGEST) {
            return;
        }
        Files.copy(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel log = FileChannel.open(file, StandardOpenOption.WRITE)) {
            log.truncate(0);
        }
    }
}
