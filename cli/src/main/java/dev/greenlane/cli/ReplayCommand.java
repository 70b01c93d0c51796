package dev.greenlane.cli;

import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.gate.Gate;
import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.service.rules.OwnRules;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.LedgerReader;
import dev.greenlane.store.Query;
import dev.greenlane.store.Recorded;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenlane replay}. */
@Command(
        name = "replay",
        header = "Review a recorded session again.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane replay [OPTIONS] SESSION",
        descriptionHeading = "%n",
        description = {
            "Reviews the calls of a session in the ledger by the policy as it is now, and shows those whose verdict is"
                    + " another one. What the judge said then, it says again, and nobody is asked.",
            "",
            "The ledger has neither the files nor what calls gave back: a verdict that rested on them can differ."
                    + " Replayed twice, the verdicts are the same."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0, or 1 where the ledger cannot be read."})
final class ReplayCommand implements Callable<Integer> {
    private static final int SHOWN = 70;

    private final Outside outside;

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Option(names = "--json", description = "Every call as one JSON object a line.")
    private boolean json;

    @Parameters(paramLabel = "SESSION", arity = "0..1", description = "As greenlane log names it.")
    private @Nullable String session;

    ReplayCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        if (session == null) {
            throw Failure.usage("name a session; greenlane log shows them.");
        }
        OwnRules rules = JudgeOption.rules(JudgeOption.settings(outside));
        Gate gate = policy.gate(outside);
        Terminal terminal = colour.terminal(outside);
        int calls = 0;
        int others = 0;
        try {
            LedgerReader ledger =
                    LedgerReader.open(Resident.of(outside).places().ledger());
            Replay replay = new Replay(gate, rules.permissions(), ledger.grants(), outside.home());
            for (Recorded recorded : ledger.last(Query.ALL.ofSession(session), Integer.MAX_VALUE)) {
                Optional<Verdict> now = replay.next(recorded);
                if (now.isPresent()) {
                    calls++;
                    boolean other =
                            now.get().outcome() != recorded.entry().verdict().outcome();
                    others += other ? 1 : 0;
                    show(recorded, now.get(), other, terminal);
                }
            }
        } catch (LedgerFailure e) {
            throw new Failure(Exit.FAILED, String.valueOf(e.getMessage()));
        }
        if (!json) {
            outside.out().printf(Locale.ROOT, "%,d calls, %,d with another verdict%n", calls, others);
        }
        return Exit.OK;
    }

    private void show(Recorded recorded, Verdict now, boolean other, Terminal terminal) {
        Verdict then = recorded.entry().verdict();
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("v", 1);
            line.put("number", recorded.number());
            line.put("then", word(then.outcome()));
            line.put("verdict", word(now.outcome()));
            line.put("rule", now.rule());
            line.put("reason", now.reason());
            line.put("stage", now.stage().id());
            outside.out().println(Json.line(line));
        } else if (other) {
            outside.out()
                    .println(recorded.number() + "  " + word(then.outcome()) + " by " + then.rule() + " → "
                            + terminal.paint(Ink.BOLD, word(now.outcome())) + " by " + now.rule() + "  "
                            + terminal.paint(
                                    Ink.DIM,
                                    Lines.cut(
                                            recorded.entry().tool() + " "
                                                    + recorded.entry().input(),
                                            SHOWN)));
        }
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
