package dev.greenlane.cli;

import dev.greenlane.api.Places;
import dev.greenlane.api.Routes;
import dev.greenlane.api.ServiceClient;
import dev.greenlane.api.ServiceProblem;
import dev.greenlane.service.life.SingleInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Ends the user's service. Stateless. */
final class ServiceEnd {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private ServiceEnd() {}

    /** Ends the service where one runs, and returns when it has left its files. */
    static void await(Places places) throws IOException {
        try {
            new ServiceClient(places.socket(), PATIENCE).ask("POST", Routes.STOP, "");
        } catch (ServiceProblem e) {
            // It does not answer; it may be ending already.
            if (!Files.exists(places.lock())) {
                return;
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(places.lock()) && System.nanoTime() < deadline) {
            Optional<SingleInstance> free = SingleInstance.claim(places.lock());
            if (free.isPresent()) {
                free.get().close();
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
