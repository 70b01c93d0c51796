package dev.greenlane.cli;

import dev.greenlane.agents.input.Json;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.LedgerReader;
import dev.greenlane.store.Query;
import dev.greenlane.store.Stats;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greenlane stats}. */
@Command(
        name = "stats",
        header = "Count what was reviewed.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane stats [OPTIONS]",
        descriptionHeading = "%n",
        description = "Counts calls by verdict, agent, stage and rule, and tells how long reviews took.",
        optionListHeading = "%nOptions:%n")
final class StatsCommand implements Callable<Integer> {
    private static final int SHOWN_RULES = 10;

    private final Outside outside;

    @Option(names = "--since", paramLabel = "TIME", description = "Only since: 30m, 8h, 7d ago, or 2026-01-31.")
    private @Nullable String since;

    @Option(names = "--session", paramLabel = "ID", description = "Only of this session and its subagents.")
    private @Nullable String session;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    StatsCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        try {
            Query query = since == null ? Query.ALL : Query.ALL.since(Since.read(since));
            query = session == null ? query : query.ofSession(session);
            Stats stats =
                    LedgerReader.open(Resident.of(outside).places().ledger()).stats(query);
            if (json) {
                outside.out().println(Json.line(json(stats)));
            } else {
                show(stats);
            }
            return Exit.OK;
        } catch (LedgerFailure e) {
            throw new Failure(Exit.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, Object> json(Stats stats) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", 1);
        json.put("calls", stats.entries());
        json.put("verdicts", stats.outcomes());
        json.put("rules", stats.rules());
        json.put("agents", stats.agents());
        json.put("stages", stats.stages());
        json.put("grants", stats.grants());
        json.put("p50_micros", stats.p50());
        json.put("p99_micros", stats.p99());
        json.put("tokens", stats.tokens());
        json.put("cost_micros", stats.cost());
        return json;
    }

    private void show(Stats stats) {
        PrintStream out = outside.out();
        out.printf(
                Locale.ROOT,
                "%,d calls, reviewed in %.2f ms (median), %.2f ms (99 of 100)%n",
                stats.entries(),
                stats.p50() / 1000.0,
                stats.p99() / 1000.0);
        judged(stats);
        counts("by verdict", stats.outcomes(), Integer.MAX_VALUE);
        counts("by agent", stats.agents(), Integer.MAX_VALUE);
        counts("by stage", stats.stages(), Integer.MAX_VALUE);
        counts("by grant", stats.grants(), SHOWN_RULES);
        counts("by rule", stats.rules(), SHOWN_RULES);
    }

    private void judged(Stats stats) {
        long judged = stats.stages().getOrDefault(Stage.JUDGE.id(), 0L);
        if (judged > 0) {
            outside.out()
                    .printf(
                            Locale.ROOT,
                            "%,d of them judged, with %,d tokens and $%.4f: %,d tokens and $%.4f a judged call%n",
                            judged,
                            stats.tokens(),
                            stats.cost() / 1e6,
                            stats.tokens() / judged,
                            stats.cost() / 1e6 / judged);
        }
    }

    private void counts(String title, Map<String, Long> counts, int shown) {
        if (counts.isEmpty()) {
            return;
        }
        outside.out().println();
        outside.out().println(title);
        counts.entrySet().stream()
                .limit(shown)
                .forEach(count -> outside.out().printf(Locale.ROOT, "%,9d  %s%n", count.getValue(), count.getKey()));
    }
}
