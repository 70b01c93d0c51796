package dev.greenlane.cli;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.api.Routes;
import dev.greenlane.cli.screen.Keys;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenlane approve}. */
@Command(
        name = "approve",
        header = "Answer the questions of agents that cannot ask you.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane approve [OPTIONS] [ASK ANSWER]",
        descriptionHeading = "%n",
        description = {
            "Lists what waits, and reads one key for each: y for this call, s for the session, p for the project, n for"
                    + " no, anything else for later. A call that waits no more is approved for the next try.",
            "",
            "With --wait it waits for questions; as long as it runs, calls wait for your answer (ask-wait in the"
                    + " settings). In scripts: --json lists, and ASK ANSWER answers one with once, session, project or"
                    + " no.",
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit codes: 0 where nothing is left to answer, 10 where something is, 20 where you said no, 1 where"
                    + " nothing came in time or something is wrong."
        })
final class ApproveCommand implements Callable<Integer> {
    private static final long LONGEST_POLL = 10;

    private final Outside outside;

    @Mixin
    private final ColourOption colour = new ColourOption();

    @Option(names = "--wait", paramLabel = "SECONDS", description = "Wait so long for a question.")
    private @Nullable Long wait;

    @Option(names = "--json", description = "One JSON object a line for each question; reads no keys.")
    private boolean json;

    @Parameters(index = "0", paramLabel = "ASK", arity = "0..1", description = "The number of a question.")
    private @Nullable String ask;

    @Parameters(index = "1", paramLabel = "ANSWER", arity = "0..1", description = "once, session, project or no.")
    private @Nullable String answer;

    ApproveCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        ByPerson.require(outside);
        if (ask != null) {
            if (answer == null) {
                throw Failure.usage("the answer is missing: once, session, project or no.");
            }
            return answer(ask, answer);
        }
        List<Fields> open = wait == null ? open(0) : waited(wait);
        if (open.isEmpty()) {
            outside.err().println(wait == null ? "Nothing waits." : "Nothing came.");
            return wait == null ? Exit.OK : Exit.FAILED;
        }
        if (json) {
            open.forEach(each -> outside.out().println(Json.line(each.all())));
            return Exit.ASK;
        }
        return answered(open);
    }

    private List<Fields> waited(long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Fields> open = List.of();
        for (long left = seconds; open.isEmpty() && left > 0; ) {
            open = open(Math.min(LONGEST_POLL, left));
            left = TimeUnit.NANOSECONDS.toSeconds(deadline - System.nanoTime());
        }
        return open;
    }

    private List<Fields> open(long seconds) {
        Fields reply = Approval.ask(outside, "GET", Routes.ASKS + (seconds > 0 ? "?wait=" + seconds : ""));
        return reply.list("asks").stream().<Fields>map(Fields::of).toList();
    }

    private int answered(List<Fields> open) {
        Terminal terminal = colour.terminal(outside);
        boolean said = false;
        int left = 0;
        try (Keys keys = Keys.of(outside.in())) {
            for (Fields each : open) {
                show(each, terminal);
                outside.out().print("  y once, s session, p project, n no, other later: ");
                outside.out().flush();
                Optional<String> scope = scope(keys.next());
                outside.out().println(scope.orElse("later"));
                if (scope.isEmpty()) {
                    left++;
                } else {
                    said |= answer(number(each), scope.get()) == Exit.DENY;
                }
            }
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "no key can be read: " + e.getMessage() + ".");
        }
        return left > 0 ? Exit.ASK : said ? Exit.DENY : Exit.OK;
    }

    private void show(Fields ask, Terminal terminal) {
        outside.out()
                .println("#" + number(ask) + "  " + ask.anyText("agent") + (ask.isTrue("waits") ? ", waits" : "")
                        + ", in " + ask.anyText("cwd"));
        int width = terminal.width() - 2;
        Lines.wrap(ask.anyText("call"), width).forEach(line -> outside.out().println("  " + line));
        Lines.wrap(ask.anyText("reason"), width).forEach(line -> outside.out().println("  " + line));
    }

    private static String number(Fields ask) {
        return String.valueOf(ask.value("ask"));
    }

    private static Optional<String> scope(int key) {
        return switch (key) {
            case 'y', 'Y' -> Optional.of("once");
            case 's', 'S' -> Optional.of("session");
            case 'p', 'P' -> Optional.of("project");
            case 'n', 'N' -> Optional.of("no");
            default -> Optional.empty();
        };
    }

    private int answer(String number, String said) {
        String target = Routes.ASKS + "?ask=" + Approval.quoted(number) + "&answer=" + Approval.quoted(said);
        Fields reply = Approval.ask(outside, "POST", target);
        Fields grant = reply.object("grant");
        if (grant.isEmpty()) {
            outside.out().println("No.");
            return Exit.DENY;
        }
        outside.out().println(Approval.told(grant));
        if (!reply.isTrue("waited")) {
            outside.out().println("    Its call waits no more: let the agent try again.");
        }
        return Exit.OK;
    }
}
