package dev.greenlane.cli;

import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.api.Reply;
import dev.greenlane.api.Routes;
import dev.greenlane.api.ServiceProblem;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.service.settings.Key;
import dev.greenlane.service.settings.ModeLine;
import dev.greenlane.service.settings.Setting;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.service.settings.Source;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenlane mode}. */
@Command(
        name = "mode",
        header = "Show or set the permission mode.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane mode [OPTIONS] [MODE]",
        descriptionHeading = "%n",
        description = {
            "Without MODE says which mode holds, and who set it. With MODE sets your usual mode, or that of one"
                    + " session. It takes effect with the next call; a review that is going on ends under the mode it"
                    + " began in.",
            "",
            "Modes:",
            "  default             reads run, a person is asked about everything else",
            "  acceptEdits         files of the project may be changed, too",
            "  plan                only reads run; nothing is changed",
            "  auto                what is safe runs, what is risky is denied with a reason",
            "  dontAsk             only reads run; nobody is asked, the rest is denied",
            "  bypassPermissions   everything runs but what no mode allows",
            "",
            "The agent's own plan and dontAsk restrict further, and so does a project's mode."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n")
final class ModeCommand implements Callable<Integer> {
    private final Outside outside;

    @Option(names = "--session", paramLabel = "ID", description = "A session, as greenlane log shows it.")
    private @Nullable String session;

    @Parameters(paramLabel = "MODE", arity = "0..1", description = "The mode to set.")
    private @Nullable String mode;

    ModeCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Optional<Mode> wanted = Optional.ofNullable(mode).map(ModeCommand::named);
        Resident resident = Resident.of(outside);
        if (session != null) {
            ofSession(resident, session, wanted);
        } else {
            wanted.ifPresent(chosen -> set(resident, chosen));
            show(resident.settings().in(Optional.of(outside.folder())));
        }
        return Exit.OK;
    }

    private static Mode named(String name) {
        return Mode.byId(name)
                .orElseThrow(() -> Failure.usage("there is no mode " + name + "; greenlane mode --help lists them."));
    }

    private static void set(Resident resident, Mode mode) {
        try {
            ModeLine.set(resident.settings().userFile(), mode);
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "your settings cannot be written: " + e.getMessage() + ".");
        }
    }

    private void show(Settings settings) {
        Mode mode = settings.mode(Optional.empty());
        Setting usual = settings.get(Key.MODE);
        String origin = usual.source() == Source.BUILT_IN ? "comes with Greenlane" : "set in " + usual.origin();
        if (!mode.id().equals(usual.value())) {
            origin = "your organisation does not allow " + usual.value() + ": "
                    + settings.get(mode == Mode.DEFAULT ? Key.AUTO_MODE : Key.BYPASS)
                            .origin();
        }
        outside.out().println(mode.id() + " (" + origin + ")");
        settings.project()
                .ifPresent(project -> outside.out()
                        .println("This project asks for " + project.id() + ": a call must be fine in both."));
        settings.problems().forEach(problem -> outside.out().println("Wrong: " + problem));
    }

    private void ofSession(Resident resident, String id, Optional<Mode> wanted) {
        try {
            String target = Routes.MODE + "?session=" + URLEncoder.encode(id, StandardCharsets.UTF_8)
                    + wanted.map(chosen -> "&mode=" + chosen.id()).orElse("");
            Reply reply = resident.started().ask(wanted.isPresent() ? "POST" : "GET", target, "");
            if (!reply.ok()) {
                throw new Failure(Exit.FAILED, reply.body().strip());
            }
            Object chosen = Json.object(reply.body()).getOrDefault("mode", "");
            outside.out().println(chosen.equals("") ? "your usual mode" : String.valueOf(chosen));
        } catch (ServiceProblem e) {
            throw new Failure(Exit.FAILED, e.reason() + ".");
        } catch (NotJson e) {
            throw new Failure(Exit.FAILED, "the service's answer is not understood: " + e.reason() + ".");
        }
    }
}
