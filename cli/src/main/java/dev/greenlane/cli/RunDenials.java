package dev.greenlane.cli;

import dev.greenlane.store.EntryJson;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.LedgerReader;
import dev.greenlane.store.Query;
import dev.greenlane.store.Recorded;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was denied since a run began.
 *
 * @param last the number of the ledger's last entry before; 0 where there was none
 */
record RunDenials(Path ledger, long last) {
    static RunDenials after(Resident resident) {
        Path ledger = resident.places().ledger();
        try {
            return new RunDenials(
                    ledger,
                    LedgerReader.open(ledger).last(Query.ALL, 1).stream()
                            .mapToLong(Recorded::number)
                            .findFirst()
                            .orElse(0));
        } catch (LedgerFailure e) {
            return new RunDenials(ledger, 0);
        }
    }

    /** Writes the denials of these sessions, as JSON lines. */
    void write(Path file, List<String> sessions) throws IOException {
        Map<Long, String> lines = new TreeMap<>();
        try (PrintWriter out = new PrintWriter(file.toFile(), StandardCharsets.UTF_8)) {
            for (String session : sessions) {
                Query denied = Query.ALL.deniedOnly().ofSession(session).after(last);
                LedgerReader.open(ledger)
                        .each(denied, (Recorded entry) -> lines.put(entry.number(), EntryJson.line(entry)));
            }
            lines.values().forEach(out::println);
        } catch (LedgerFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
