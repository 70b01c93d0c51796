package dev.greenlane.cli;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.hook.Hook;
import dev.greenlane.agents.hook.NoReview;
import dev.greenlane.agents.known.KnownAgents;
import dev.greenlane.cli.gate.Gate;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.RealFiles;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code greenlane hook}: one event of an agent in, one answer out. Agents wait for it, so it does not pass through the
 * argument parser; the class describes the command for the help pages.
 */
@Command(
        name = HookCommand.NAME,
        header = "Answer an agent's hook.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane hook AGENT [--event EVENT] [--mode MODE] <event >answer",
        descriptionHeading = "%n",
        description = {
            "Reads one hook event on standard input and writes the answer in the agent's own format. Decides on tools"
                    + " that are about to be used; answers nothing to other events.",
            "",
            "Agents: claude-code, codex, gemini-cli, qwen-code, copilot-cli, opencode, cursor, cline, and generic for"
                    + " any other. The agent's own modes plan and dontAsk restrict further; its other modes change"
                    + " nothing.",
            "Whatever goes wrong, the answer stops the call and says why: most agents would run it if their hook"
                    + " failed."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit code: always 0 for an event."})
final class HookCommand implements Runnable {
    static final String NAME = "hook";

    /** Longest event that is read, in bytes. */
    private static final int LONGEST_EVENT = 64 << 20;

    /** Agents wait for a hook for a minute by default, some less; who waits longer has stopped listening. */
    private static final long PATIENCE_SECONDS = 20;

    /** Calls can be nested deeply. */
    private static final long STACK_BYTES = 16 << 20;

    @Parameters(paramLabel = "AGENT", description = "The agent, such as claude-code.")
    private String client = "";

    @Option(
            names = "--event",
            paramLabel = "EVENT",
            description = "The agent's name of the event, where the event itself does not tell.")
    private String event = "";

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "The permission mode: default, acceptEdits, plan, auto, dontAsk or bypassPermissions."
                    + " Default: auto.")
    private String mode = Mode.AUTO.id();

    /** Described here for the help pages; {@link #run(Outside, List)} does the work. */
    @Override
    public void run() {
        throw new IllegalStateException(client + event + mode);
    }

    /** Runs the command; returns its exit code. */
    static int run(Outside outside, List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            new CommandLine(new HookCommand()).usage(outside.out());
            return Exit.OK;
        }
        Optional<Agent> agent = arguments.isEmpty() ? Optional.empty() : KnownAgents.byId(arguments.get(0));
        if (agent.isEmpty()) {
            outside.err()
                    .println("greenlane: hook needs the agent's name, as in: greenlane hook claude-code; agents: "
                            + KnownAgents.all().stream().map(Agent::id).collect(Collectors.joining(", ")));
            return Exit.USAGE;
        }
        HookOptions options = HookOptions.read(arguments.subList(1, arguments.size()));
        String text = inTime(
                agent.get(),
                options.event(),
                () -> hook(outside, agent.get(), options).answer(options.event(), event(outside)));
        if (!text.isEmpty()) {
            outside.out().println(text);
        }
        outside.out().flush();
        return Exit.OK;
    }

    private static Hook hook(Outside outside, Agent agent, HookOptions options) {
        return options.mode()
                .map(mode -> new Hook(agent, HookCommand::review, new RealFiles(), mode, outside.home()))
                .orElseGet(() -> new Hook(
                        agent,
                        request -> {
                            throw new NoReview("its hook is set up with unknown options, " + options.text());
                        },
                        Files.NONE,
                        Mode.AUTO,
                        outside.home()));
    }

    /** Opens the gate only now: most events ask for no review. */
    private static Review review(Request request) {
        return Gate.standard().review(request);
    }

    private static String event(Outside outside) {
        try {
            byte[] bytes = outside.in().readNBytes(LONGEST_EVENT + 1);
            if (bytes.length > LONGEST_EVENT) {
                throw new NoReview("the hook's input is longer than " + (LONGEST_EVENT >> 20) + " MB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new NoReview("the hook's input could not be read: " + e.getMessage());
        }
    }

    private static String inTime(Agent agent, String event, Supplier<String> work) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread worker = new Thread(null, () -> finish(agent, event, work, answer), NAME, STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return agent.failAnswer(event, "it took longer than " + PATIENCE_SECONDS + " seconds");
        } catch (ExecutionException e) {
            return agent.failAnswer(event, "an error of its own, " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return agent.failAnswer(event, "it was interrupted");
        }
    }

    private static void finish(Agent agent, String event, Supplier<String> work, CompletableFuture<String> answer) {
        try {
            answer.complete(work.get());
        } catch (NoReview e) {
            answer.complete(agent.failAnswer(event, String.valueOf(e.getMessage())));
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }
}
