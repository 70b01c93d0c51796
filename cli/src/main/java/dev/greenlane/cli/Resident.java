package dev.greenlane.cli;

import dev.greenlane.api.Places;
import dev.greenlane.api.ServiceClient;
import dev.greenlane.api.ServiceProblem;
import dev.greenlane.api.ServiceStarter;
import dev.greenlane.service.settings.SettingsFiles;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The user's service, seen from a command: where its files are and how it is started.
 *
 * @param places where Greenlane keeps its files
 * @param managed the organisation's file of settings
 */
record Resident(Places places, Path managed) {
    /** Named by the launcher: the program that starts this command. */
    static final String LAUNCHER = "greenlane.launcher";

    /** Named by the launcher: a file that changes when there is a newer build. */
    private static final String STAMP = "greenlane.stamp";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Resident of(Outside outside) {
        try {
            return new Resident(Places.of(outside.environment()), outside.managed());
        } catch (ServiceProblem e) {
            throw new Failure(Exit.FAILED, e.reason() + ".");
        }
    }

    /** The user's home. */
    Path home(Outside outside) {
        return outside.home().map(Path::of).orElseThrow(() -> new Failure(Exit.FAILED, "HOME does not name a folder."));
    }

    SettingsFiles settings() {
        return new SettingsFiles(places.settings(), managed);
    }

    /** A client of the service, which is started where it does not run. */
    ServiceClient started() throws ServiceProblem {
        starter().ensure(PATIENCE);
        return client();
    }

    /** Starts the service where it does not run. */
    ServiceStarter starter() {
        return new ServiceStarter(places, startCommand());
    }

    /** A client of the service, whether it runs or not. */
    ServiceClient client() {
        return new ServiceClient(places.socket(), PATIENCE);
    }

    /** The file that changes when there is a newer build of this program; empty where nobody says so. */
    static Optional<Path> stamp() {
        return Optional.ofNullable(System.getProperty(STAMP)).map(Path::of);
    }

    private static List<String> startCommand() {
        String launcher = System.getProperty(LAUNCHER, "");
        if (!launcher.isEmpty()) {
            return List.of(launcher, ServeCommand.NAME);
        }
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Greenlane.class.getName(), ServeCommand.NAME));
        return command;
    }
}
