package dev.greenlane.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Damaged ledgers are kept: they are moved aside with all that belongs to them, never deleted. */
final class Damage {
    private static final String MARK = ".damaged";

    private Damage() {}

    /** Notes that SQLite found damage while it was in use, so that the next opening does not trust the file. */
    static void mark(Path ledger) {
        try {
            PrivateFiles.file(beside(ledger, MARK));
        } catch (IOException e) {
            // The next opening finds most damage by itself, and every write until then fails.
        }
    }

    static boolean isMarked(Path ledger) {
        return Files.exists(beside(ledger, MARK));
    }

    /** Moves the ledger aside and returns its new place. */
    static Path moveAside(Path ledger) throws IOException {
        int number = 1;
        while (Files.exists(beside(ledger, MARK + "-" + number))) {
            number++;
        }
        String ending = MARK + "-" + number;
        for (String part : List.of("-wal", "-shm", "")) {
            if (Files.exists(beside(ledger, part))) {
                Files.move(beside(ledger, part), beside(ledger, ending + part));
            }
        }
        Files.deleteIfExists(beside(ledger, MARK));
        return beside(ledger, ending);
    }

    private static Path beside(Path ledger, String ending) {
        return ledger.resolveSibling(ledger.getFileName() + ending);
    }
}
