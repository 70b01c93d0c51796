package dev.greenlane.cli;

import dev.greenlane.cli.page.EntryPage;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.store.EntryJson;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.LedgerReader;
import dev.greenlane.store.Query;
import dev.greenlane.store.Recorded;
import dev.greenlane.store.Verification;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenlane log}. */
@Command(
        name = "log",
        header = "Show what was reviewed, and what became of it.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane log [OPTIONS]",
        descriptionHeading = "%n",
        description =
                "Shows the last entries of the ledger, the newest at the end. The ledger is the record that Greenlane"
                        + " keeps of every call it reviewed on this machine.",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0, or 1 where the ledger cannot be read or --verify finds something changed."})
final class LogCommand implements Callable<Integer> {
    private static final int USUALLY_SHOWN = 20;
    private static final int PAGE = 500;
    private static final long BETWEEN_LOOKS_MILLIS = 300;

    private final Outside outside;

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with new entries as they come.")
    private boolean follow;

    @Option(names = "--session", paramLabel = "ID", description = "Only of this session and its subagents.")
    private @Nullable String session;

    @Option(names = "--denied", description = "Only what was denied.")
    private boolean denied;

    @Option(names = "--since", paramLabel = "TIME", description = "Only since: 30m, 8h, 7d ago, or 2026-01-31.")
    private @Nullable String since;

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            description = "How many. Default: 20, and all with --since.")
    private @Nullable Integer last;

    @Option(names = "--json", description = "One JSON object a line, with everything that was recorded.")
    private boolean json;

    @Option(names = "--verify", description = "Check that no entry was changed or taken out since it was written.")
    private boolean verify;

    LogCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            LedgerReader ledger =
                    LedgerReader.open(Resident.of(outside).places().ledger());
            if (verify) {
                return verified(ledger.verify());
            }
            Query query = query();
            long newest = newest(ledger);
            boolean all = last == null && since != null;
            List<Recorded> shown = ledger.last(query, all ? Integer.MAX_VALUE : last == null ? USUALLY_SHOWN : last);
            show(shown);
            if (follow) {
                follow(
                        ledger,
                        query,
                        Math.max(newest, shown.isEmpty() ? 0 : shown.getLast().number()));
            }
            return Exit.OK;
        } catch (LedgerFailure e) {
            throw new Failure(Exit.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private Query query() {
        Query query = Query.ALL;
        query = session == null ? query : query.ofSession(session);
        query = since == null ? query : query.since(Since.read(since));
        return denied ? query.deniedOnly() : query;
    }

    private static long newest(LedgerReader ledger) throws LedgerFailure {
        List<Recorded> newest = ledger.last(Query.ALL, 1);
        return newest.isEmpty() ? 0 : newest.getLast().number();
    }

    private void follow(LedgerReader ledger, Query query, long after) throws LedgerFailure, InterruptedException {
        long seen = after;
        while (!outside.out().checkError()) {
            List<Recorded> fresh = ledger.next(query.after(seen), PAGE);
            show(fresh);
            // A ledger that was damaged is begun anew, with other numbers.
            seen = fresh.isEmpty()
                    ? Math.min(seen, newest(ledger))
                    : fresh.getLast().number();
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private void show(List<Recorded> entries) {
        Terminal terminal = colour.terminal(outside);
        EntryPage page = new EntryPage(terminal);
        for (Recorded entry : entries) {
            if (json) {
                outside.out().println(EntryJson.line(entry));
            } else {
                page.lines(entry).forEach(outside.out()::println);
            }
        }
        outside.out().flush();
    }

    private int verified(Verification verification) {
        switch (verification) {
            case Verification.Intact intact ->
                outside.out()
                        .println("Entries " + intact.first() + " to " + intact.last()
                                + " are as they were written. Note this to check against later: " + intact.hash());
            case Verification.Broken broken ->
                outside.out().println("Entry " + broken.number() + " is not as it was written: " + broken.what() + ".");
        }
        return verification instanceof Verification.Intact ? Exit.OK : Exit.FAILED;
    }
}
