package dev.greenlane.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command {@code greenlane}. */
@Command(
        name = "greenlane",
        synopsisHeading = "",
        customSynopsis = {"Greenlane: auto mode for every coding agent.", "", "Usage: greenlane COMMAND [OPTIONS]"},
        description = {
            "",
            "Reviews what an agent is about to do, by its effect: lets the safe calls pass, stops the risky ones with"
                    + " a reason the agent can act on, and asks a person where only a person can decide."
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Try first:",
            "  greenlane demo                            watch an agent's session being reviewed",
            "  greenlane review -- 'X=/; rm -rf \"$X\"'    what would become of a command",
            "  greenlane explain -- git push --force     and why"
        },
        subcommands = {
            ReviewCommand.class,
            ExplainCommand.class,
            InstallCommand.class,
            UninstallCommand.class,
            DoctorCommand.class,
            RunCommand.class,
            GatewayCommand.class,
            AllowCommand.class,
            ApproveCommand.class,
            GrantsCommand.class,
            ModeCommand.class,
            OffCommand.class,
            PauseCommand.class,
            OnCommand.class,
            UndoCommand.class,
            LogCommand.class,
            StatsCommand.class,
            SessionCommand.class,
            ReplayCommand.class,
            HookCommand.class,
            MakeHookCommand.class,
            WarmUpCommand.class,
            ServeCommand.class,
            PolicyCommand.class,
            JudgeCommand.class,
            ImportCommand.class,
            CatalogueCommand.class,
            DemoCommand.class,
            BenchCommand.class
        },
        versionProvider = Version.class)
public final class Greenlane implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this page.")
    @SuppressWarnings("UnusedVariable") // the parser reads it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // the parser reads it
    private boolean version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, hidden = true)
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Outside outside = Outside.ofProcess();
        int code = run(outside, arguments);
        outside.out().flush();
        outside.err().flush();
        // No thread is left that anyone waits for; halting saves a hook the time of an orderly end.
        Runtime.getRuntime().halt(code);
    }

    /** Runs the command; returns its exit code. */
    static int run(Outside outside, String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(HookCommand.NAME)) {
            return HookCommand.run(outside, Arrays.asList(arguments).subList(1, arguments.length));
        }
        return commandLine(outside).execute(arguments);
    }

    static CommandLine commandLine(Outside outside) {
        CommandLine line = new CommandLine(new Greenlane(), new Commands(outside));
        line.setOut(new PrintWriter(outside.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(outside.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(80);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((error, ignored) -> misused(error));
        line.setExecutionExceptionHandler((error, at, ignored) -> failed(error, at, arguments(at)));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static boolean arguments(CommandLine at) {
        CommandLine root = at;
        while (root.getParent() != null) {
            root = root.getParent();
        }
        return ((Greenlane) root.getCommand()).debug;
    }

    private static int misused(ParameterException error) {
        CommandLine at = error.getCommandLine();
        at.getErr().println("greenlane: " + error.getMessage());
        at.getErr().println("Try: " + at.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }

    private static int failed(Exception error, CommandLine at, boolean debug) {
        PrintWriter err = at.getErr();
        if (debug) {
            error.printStackTrace(err);
        }
        if (error instanceof Failure failure) {
            err.println("greenlane: " + failure.getMessage());
            return failure.exitCode();
        }
        err.println("greenlane: an error of Greenlane's own: " + describe(error));
        err.println("Please report it; greenlane --debug shows where it happened.");
        return Exit.FAILED;
    }

    private static String describe(Throwable error) {
        @Nullable String message = error.getMessage();
        return error.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
