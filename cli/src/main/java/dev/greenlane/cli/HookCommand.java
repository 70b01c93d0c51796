package dev.greenlane.cli;

import dev.greenlane.agents.claudecode.ClaudeCodeHook;
import dev.greenlane.agents.claudecode.NoReview;
import dev.greenlane.agents.claudecode.wire.HookAnswer;
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
        customSynopsis = "greenlane hook claude-code [--mode MODE] <event >answer",
        descriptionHeading = "%n",
        description = {
            "Reads one hook event on standard input and writes the answer in the agent's own format. Decides on tools"
                    + " that are about to be used (PreToolUse); answers nothing to other events.",
            "",
            "The agent's own modes plan and dontAsk restrict further; its other modes change nothing.",
            "Whatever goes wrong, the answer stops the call and says why: an agent would run it if its hook failed."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit code: always 0 for an event."})
final class HookCommand implements Runnable {
    static final String NAME = "hook";
    private static final String CLIENT = "claude-code";

    /** Longest event that is read, in bytes. */
    private static final int LONGEST_EVENT = 64 << 20;

    /** Agents wait for a hook for a minute by default, some less; who waits longer has stopped listening. */
    private static final long PATIENCE_SECONDS = 20;

    /** Calls can be nested deeply. */
    private static final long STACK_BYTES = 16 << 20;

    @Parameters(paramLabel = "AGENT", description = "The agent: " + CLIENT + ".")
    private String client = CLIENT;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "The permission mode: default, acceptEdits, plan, auto, dontAsk or bypassPermissions."
                    + " Default: auto.")
    private String mode = Mode.AUTO.id();

    /** Described here for the help pages; {@link #run(Outside, List)} does the work. */
    @Override
    public void run() {
        throw new IllegalStateException(client + mode);
    }

    /** Runs the command; returns its exit code. */
    static int run(Outside outside, List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            new CommandLine(new HookCommand()).usage(outside.out());
            return Exit.OK;
        }
        if (arguments.isEmpty() || !arguments.get(0).equals(CLIENT)) {
            outside.err().println("greenlane: hook needs the agent's name: greenlane hook " + CLIENT);
            return Exit.USAGE;
        }
        String text = inTime(() ->
                        hook(outside, arguments.subList(1, arguments.size())).answer(event(outside)))
                .text();
        if (!text.isEmpty()) {
            outside.out().println(text);
        }
        outside.out().flush();
        return Exit.OK;
    }

    private static ClaudeCodeHook hook(Outside outside, List<String> options) {
        Optional<Mode> mode = switch (options.size()) {
            case 0 -> Optional.of(Mode.AUTO);
            case 1 -> mode(options.get(0).replaceFirst("^--mode=", ""));
            case 2 -> options.get(0).equals("--mode") ? mode(options.get(1)) : Optional.empty();
            default -> Optional.empty();
        };
        return mode.map(chosen -> new ClaudeCodeHook(HookCommand::review, new RealFiles(), chosen, outside.home()))
                .orElseGet(() -> new ClaudeCodeHook(
                        request -> {
                            throw new NoReview("its hook is set up with unknown options, " + String.join(" ", options));
                        },
                        Files.NONE,
                        Mode.AUTO,
                        outside.home()));
    }

    /** Opens the gate only now: most events ask for no review. */
    private static Review review(Request request) {
        return Gate.standard().review(request);
    }

    private static Optional<Mode> mode(String id) {
        return Mode.byId(id);
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

    private static HookAnswer inTime(Supplier<HookAnswer> work) {
        CompletableFuture<HookAnswer> answer = new CompletableFuture<>();
        Thread worker = new Thread(null, () -> finish(work, answer), NAME, STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return ClaudeCodeHook.failed("it took longer than " + PATIENCE_SECONDS + " seconds");
        } catch (ExecutionException e) {
            return ClaudeCodeHook.failed("an error of its own, " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ClaudeCodeHook.failed("it was interrupted");
        }
    }

    private static void finish(Supplier<HookAnswer> work, CompletableFuture<HookAnswer> answer) {
        try {
            answer.complete(work.get());
        } catch (NoReview e) {
            answer.complete(ClaudeCodeHook.failed(String.valueOf(e.getMessage())));
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }
}
