package dev.greenlane.cli;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.api.Routes;
import dev.greenlane.engine.consent.grant.Scope;
import java.time.ZonedDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenlane allow}. */
@Command(
        name = "allow",
        header = "Approve a call that was stopped, for the next try.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane allow [OPTIONS] LAST|ID",
        descriptionHeading = "%n",
        description = {
            "Records a grant: what this call would do may be done, in these or in other words, and nothing that goes"
                    + " further. Hard rules cannot be approved. Let the agent try again afterwards.",
            "",
            "Only a person can do this; a call of an agent that tries is denied."
        },
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0, or 1 where it cannot be approved; the reason is said."})
final class AllowCommand implements Callable<Integer> {
    private final Outside outside;

    @Parameters(paramLabel = "LAST|ID", description = "The last call that was stopped, or its number in greenlane log.")
    private String call = "";

    @ArgGroup
    private @Nullable Where where;

    @ArgGroup
    private @Nullable What what;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "When it ends: 30m, 8h, 7d, 18:00, or 2026-12-31. Alone: in this project until then. Else one"
                    + " hour for a call, 7 days for a session, 30 days for a project.")
    private @Nullable String until;

    private static final class Where {
        @Option(names = "--once", description = "For one call of the session. This is the default.")
        @SuppressWarnings("UnusedVariable") // says what holds anyway
        private boolean once;

        @Option(names = "--session", description = "As long as this session goes on, its subagents included.")
        private boolean session;

        @Option(names = "--project", description = "In this project, whatever the session or the agent.")
        private boolean project;
    }

    private static final class What {
        @Option(names = "--this-target", description = "Just this on just these targets. This is the default.")
        @SuppressWarnings("UnusedVariable") // says what holds anyway
        private boolean target;

        @Option(names = "--this-rule", description = "Whatever the rule that stopped the call speaks of.")
        private boolean rule;
    }

    AllowCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        ByPerson.require(outside);
        String target = Routes.GRANTS + "?entry=" + Approval.quoted(call) + "&scope=" + scope().id()
                + (what != null && what.rule ? "&rule=1" : "")
                + (until == null
                        ? ""
                        : "&until="
                                + Approval.quoted(
                                        Until.read(until, ZonedDateTime.now()).toString()));
        Fields grant = Approval.ask(outside, "POST", target);
        outside.out().println(Approval.told(grant));
        return Exit.OK;
    }

    private Scope scope() {
        if (where == null) {
            return until == null ? Scope.ONCE : Scope.PROJECT;
        }
        return where.session ? Scope.SESSION : where.project ? Scope.PROJECT : Scope.ONCE;
    }
}
