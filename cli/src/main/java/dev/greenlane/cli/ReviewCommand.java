package dev.greenlane.cli;

import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.gate.Gate;
import dev.greenlane.cli.page.VerdictPage;
import dev.greenlane.cli.wire.VerdictJson;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenlane review}. */
@Command(
        name = "review",
        header = "Say what becomes of a call.",
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "greenlane review [OPTIONS] -- COMMAND...",
            "       greenlane review [OPTIONS] --tool NAME --input JSON",
            "       greenlane review --jsonl [--mode MODE] [--policy FILE] <calls >verdicts"
        },
        descriptionHeading = "%n",
        description = {
            "Reviews one call and says allow, ask or deny; nothing is run.",
            "",
            "With --jsonl, reviews many: reads a JSON object a line on standard input, writes one a line on standard"
                    + " output in the same order. Lines are independent sessions; empty lines are skipped."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "A line read with --jsonl:",
            "  {\"id\":..., \"tool\":\"Bash\", \"input\":{\"command\":\"...\"}, \"cwd\":\"/abs\",",
            "   \"user\":[\"...\"], \"calls\":[{\"tool\":...,\"input\":...}]}",
            "cwd, user and calls (earlier ones) may be missing.",
            "A line written, in version 1:",
            "  {\"id\":..., \"v\":1, \"verdict\":\"allow|ask|deny\", \"rule\":..., \"reason\":...,",
            "   \"effects\":[{\"kind\":...,\"target\":...}], \"stage\":..., \"micros\":...}",
            "  or {\"id\":..., \"v\":1, \"error\":...} for a bad line",
            "",
            "micros is the time from a line to its verdict, in a process that has been warmed up with the policy's"
                    + " examples.",
            "",
            "Exit codes: 0 allow, 10 ask, 20 deny; 2 wrong usage, 1 an error of Greenlane's own,",
            "3 it could not be started; 141 whoever read the output stopped. With --jsonl 0 whatever the verdicts."
        })
final class ReviewCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private CallOptions call;

    @Mixin
    private PolicyOption policy;

    @Mixin
    private JudgeOption judge;

    @Mixin
    private ColourOption colour;

    @Option(names = "--json", description = "Answer with one JSON object.")
    private boolean json;

    @Option(names = "--jsonl", description = "Review every line of standard input.")
    private boolean jsonl;

    ReviewCommand(Outside outside) {
        this.outside = outside;
        this.call = new CallOptions();
        this.policy = new PolicyOption();
        this.judge = new JudgeOption();
        this.colour = new ColourOption();
    }

    @Override
    public Integer call() {
        if (jsonl && call.given()) {
            throw Failure.usage("--jsonl reads calls from standard input: give no command beside it.");
        }
        try (Bar bar = judge.bar(outside)) {
            return jsonl ? new ReviewLines(policy.gate(outside), call.mode(), bar, outside).run() : one(bar);
        }
    }

    private int one(Bar bar) {
        Request request = call.request(outside);
        Gate gate = policy.gate(outside);
        long start = System.nanoTime();
        Review review = bar.judged(gate.review(request));
        long micros = (System.nanoTime() - start) / 1000;
        if (json) {
            outside.out().println(Json.line(VerdictJson.of(review, micros)));
        } else {
            new VerdictPage(colour.terminal(outside))
                    .lines(request.call().text(), review.verdict())
                    .forEach(outside.out()::println);
        }
        return exitCode(review.verdict().outcome());
    }

    static int exitCode(Outcome outcome) {
        return switch (outcome) {
            case ALLOW -> Exit.ALLOW;
            case ASK -> Exit.ASK;
            case DENY -> Exit.DENY;
        };
    }
}
