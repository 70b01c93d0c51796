package dev.greenlane.cli;

import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.api.Reply;
import dev.greenlane.api.Routes;
import dev.greenlane.api.ServiceProblem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenlane session show}. */
@Command(
        name = "show",
        header = "Show what a session has made, changed, read and fetched.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane session show [OPTIONS] [LAST|ID]",
        descriptionHeading = "%n",
        description = {
            "Lists the files and folders that the session's calls made where nothing stood before (a folder stands for"
                    + " all below it), files that they changed and read, what came from outside and where from, and"
                    + " branches, tags, containers, jobs and processes that they made.",
            "",
            "After the service was started again the list is made anew from the last 64 calls in the ledger."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0, or 1 where there is no such session."})
final class SessionShowCommand implements Callable<Integer> {
    private static final String LAST = "LAST";
    private static final List<String> LISTS = List.of(
            "made", "changed", "read", "fetched", "processes", "containers", "branches", "tags", "stashes", "jobs");

    private final Outside outside;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Parameters(
            paramLabel = "LAST|ID",
            arity = "0..1",
            defaultValue = LAST,
            description = "The session, as greenlane log shows it. Default: the last one.")
    private @Nullable String session;

    SessionShowCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        String target = session == null || session.equals(LAST)
                ? Routes.SESSION
                : Routes.SESSION + "?session=" + URLEncoder.encode(session, StandardCharsets.UTF_8);
        try {
            Reply reply = Resident.of(outside).started().ask("GET", target, "");
            if (!reply.ok()) {
                throw new Failure(Exit.FAILED, reply.body().strip());
            }
            Map<String, Object> shown = Json.object(reply.body());
            if (json) {
                outside.out().println(Json.line(shown));
            } else {
                show(shown);
            }
            return Exit.OK;
        } catch (ServiceProblem e) {
            throw new Failure(Exit.FAILED, e.reason() + ".");
        } catch (NotJson e) {
            throw new Failure(Exit.FAILED, "the service's answer is not understood: " + e.reason() + ".");
        }
    }

    private void show(Map<String, Object> shown) {
        outside.out().println("Session " + shown.get("session"));
        boolean any = false;
        for (String list : LISTS) {
            List<String> lines = lines(shown.get(list));
            if (!lines.isEmpty()) {
                any = true;
                outside.out().println(Character.toUpperCase(list.charAt(0)) + list.substring(1));
                lines.forEach(line -> outside.out().println("  " + line));
            }
        }
        if (!any) {
            outside.out().println("Nothing made, changed, read or fetched yet.");
        }
    }

    private static List<String> lines(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + "  from " + entry.getValue())
                        .toList();
            case null, default -> List.of();
        };
    }
}
