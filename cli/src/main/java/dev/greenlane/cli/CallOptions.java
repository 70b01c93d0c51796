package dev.greenlane.cli;

import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.world.RealWorld;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The call that {@code review} and {@code explain} are asked about. */
final class CallOptions {
    @Option(
            names = "--cwd",
            paramLabel = "DIR",
            description = "The agent's working directory. Default: this folder. Where there is no such folder, what"
                    + " depends on files is not known.")
    private @Nullable String cwd;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "auto",
            description = "The permission mode: default, acceptEdits, plan, auto, dontAsk or bypassPermissions."
                    + " Default: auto.")
    private String mode = "auto";

    @Option(
            names = "--user",
            paramLabel = "TEXT",
            description = "What the person said to the agent; may be given several times.")
    private List<String> user = new ArrayList<>();

    @Option(names = "--tool", paramLabel = "NAME", description = "A call of this tool, in place of a command.")
    private @Nullable String tool;

    @Option(names = "--input", paramLabel = "JSON", description = "The input of that tool, a JSON object.")
    private @Nullable String input;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "A shell command, behind --. One argument is shell text, several are the words of one"
                    + " command.")
    private List<String> command = new ArrayList<>();

    Mode mode() {
        return Mode.byId(mode)
                .orElseThrow(() -> Failure.usage("there is no mode " + mode + "; the modes are "
                        + Stream.of(Mode.values()).map(Mode::id).collect(Collectors.joining(", ")) + "."));
    }

    /** Whether any call was given. */
    boolean given() {
        return tool != null || input != null || !command.isEmpty();
    }

    Request request(Outside outside) {
        Surroundings surroundings = new Surroundings(Optional.of(folder(outside)), outside.home());
        return new Request(
                call(),
                surroundings,
                RealWorld.around(surroundings.workingDirectory()),
                mode(),
                UserRules.NONE,
                List.copyOf(user),
                List.of());
    }

    private String folder(Outside outside) {
        try {
            return outside.folder().resolve(cwd == null ? "" : cwd).normalize().toString();
        } catch (InvalidPathException e) {
            throw Failure.usage("--cwd is not a path: " + e.getReason() + ".");
        }
    }

    private ToolCall call() {
        if (tool != null) {
            if (!command.isEmpty()) {
                throw Failure.usage("give a command or --tool, not both.");
            }
            if (input == null) {
                throw Failure.usage("--tool needs --input, a JSON object.");
            }
            try {
                return Calls.read(tool, Json.object(input));
            } catch (NotJson e) {
                throw Failure.usage("--input: " + e.reason() + ".");
            }
        }
        if (input != null) {
            throw Failure.usage("--input needs --tool, the name of the tool it is for.");
        }
        if (command.isEmpty()) {
            throw Failure.usage("there is no command: give one behind --, or --tool and --input.");
        }
        Object words = command.size() == 1 ? command.get(0) : List.copyOf(command);
        return Calls.read("Bash", Map.of("command", words));
    }
}
