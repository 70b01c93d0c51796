package dev.greenlane.api;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Starts the service where none runs. Several may start it at once: one of them runs, the others end by themselves. */
public final class ServiceStarter {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Places places;
    private final List<String> command;

    /** @param command what becomes the service */
    public ServiceStarter(Places places, List<String> command) {
        this.places = places;
        this.command = List.copyOf(command);
    }

    /**
     * Returns when a service answers.
     *
     * @throws ServiceProblem where none does in time
     */
    public void ensure(Duration patience) throws ServiceProblem {
        ServiceClient client = new ServiceClient(places.socket(), patience);
        if (client.answers()) {
            return;
        }
        Process started = start();
        long deadline = System.nanoTime() + patience.toNanos();
        while (!client.answers()) {
            if (System.nanoTime() > deadline) {
                throw new ServiceProblem(
                        "the service did not start within " + patience.toSeconds() + " seconds; see " + places.log());
            }
            if (!started.isAlive() && started.exitValue() != 0) {
                throw new ServiceProblem("the service ended as it started; see " + places.log());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private Process start() throws ServiceProblem {
        try {
            makePrivate(places.state());
            return new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.appendTo(places.log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new ServiceProblem("the service cannot be started (" + e.getMessage() + ")");
        }
    }

    /** Makes a folder that only the user can look into. */
    public static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
}
