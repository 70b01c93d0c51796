package dev.greenlane.cli;

import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.engine.review.Review;
import dev.greenlane.models.endpoint.Prompt;
import dev.greenlane.models.endpoint.Tokens;
import dev.greenlane.models.judge.Judge;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenlane judge preview}. */
@Command(
        name = "preview",
        header = "Show what a judge would be sent about a call.",
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "greenlane judge preview [OPTIONS] -- COMMAND...",
            "       greenlane judge preview [OPTIONS] --tool NAME --input JSON"
        },
        descriptionHeading = "%n",
        description = "Nothing is sent and nothing is run.",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0 it would be sent, 1 the rules decide and nothing would be."})
final class JudgePreviewCommand implements Callable<Integer> {
    private final Outside outside;

    @Mixin
    private final CallOptions call = new CallOptions();

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    JudgePreviewCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Review review = policy.gate(outside).review(call.request(outside));
        boolean sent = Bar.isOpen(review);
        List<Prompt> prompts = Judge.questions(Bar.of(review, JudgeOption.written(JudgeOption.settings(outside))));
        if (json) {
            outside.out().println(Json.line(json(sent, prompts)));
        } else if (sent) {
            show(prompts);
        } else {
            outside.out()
                    .println("Nothing would be sent: "
                            + review.verdict().outcome().name().toLowerCase(Locale.ROOT) + " by "
                            + review.verdict().rule() + ".");
        }
        return sent ? Exit.OK : Exit.FAILED;
    }

    private static Map<String, Object> json(boolean sent, List<Prompt> prompts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", 1);
        json.put("sent", sent);
        if (sent) {
            json.put("system", prompts.get(0).system());
            json.put("questions", prompts.stream().map(Prompt::content).toList());
        }
        return json;
    }

    private void show(List<Prompt> prompts) {
        PrintStream out = outside.out();
        Terminal terminal = colour.terminal(outside);
        out.println(terminal.paint(Ink.BOLD, "System text of every question"));
        out.println(prompts.get(0).system());
        String title = prompts.size() == 1 ? "The question" : "First question";
        for (Prompt prompt : prompts) {
            out.println(terminal.paint(Ink.BOLD, title));
            out.println(prompt.content());
            long tokens = Tokens.about(prompt.system()) + Tokens.about(prompt.content());
            out.println(terminal.paint(
                    Ink.DIM, "about " + tokens + " tokens with the system text, at four characters a token"));
            out.println();
            title = "Second question, only where the answer is not that it is fine";
        }
    }
}
