package dev.greenlane.cli;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.known.KnownAgents;
import dev.greenlane.api.Reply;
import dev.greenlane.api.ServiceProblem;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.service.settings.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
                    + " Default: your usual one.")
    private String mode = Mode.AUTO.id();

    @Option(names = "--shadow", description = "Record what would be said, and say nothing.")
    private boolean shadow;

    /** Described here for the help pages; {@link #run(Outside, List)} does the work. */
    @Override
    public void run() {
        throw new IllegalStateException(client + event + mode + shadow);
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
        String text = answer(outside, agent.get(), options);
        if (!text.isEmpty()) {
            outside.out().println(text.stripTrailing());
        }
        outside.out().flush();
        return Exit.OK;
    }

    private static String answer(Outside outside, Agent agent, HookOptions options) {
        String body;
        try {
            byte[] bytes = outside.in().readNBytes(LONGEST_EVENT + 1);
            if (bytes.length > LONGEST_EVENT) {
                return agent.failAnswer(
                        options.event(), "the hook's input is longer than " + (LONGEST_EVENT >> 20) + " MB");
            }
            body = new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return agent.failAnswer(options.event(), "the hook's input could not be read: " + e.getMessage());
        }
        if (!options.understood()) {
            String reason = "its hook is set up with unknown options, " + options.text();
            return agent.notReviewed(options.event(), body, reason);
        }
        try {
            Reply reply = Resident.of(outside).started().ask("POST", options.target(agent.id()) + run(outside), body);
            return reply.ok()
                    ? reply.body()
                    : agent.notReviewed(options.event(), body, reply.body().strip());
        } catch (ServiceProblem e) {
            return agent.notReviewed(options.event(), body, e.reason());
        } catch (Failure e) {
            return agent.notReviewed(options.event(), body, String.valueOf(e.getMessage()));
        }
    }

    private static String run(Outside outside) {
        return Optional.ofNullable(outside.environment().get(Runs.VARIABLE))
                .filter(name -> name.matches("[a-z]+"))
                .map(name -> "&run=" + name)
                .orElse("");
    }
}
