package dev.greenlane.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The entry point of the {@code greenlane} command. */
@Command(
        name = "greenlane",
        description = "Auto mode for every coding agent.",
        mixinStandardHelpOptions = true,
        versionProvider = Greenlane.Version.class)
public final class Greenlane implements Runnable {
    @Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Greenlane()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"greenlane " + Greenlane.class.getPackage().getImplementationVersion()};
        }
    }
}
