package dev.greenlane.gateway.verdicts;

import dev.greenlane.api.Reply;
import dev.greenlane.api.Routes;
import dev.greenlane.api.ServiceClient;
import dev.greenlane.api.ServiceProblem;
import dev.greenlane.api.ServiceStarter;
import java.time.Duration;
import java.util.Optional;

/** The resident service, which is started where it does not run. Thread-safe. */
public final class Service {
    private static final Duration STARTING = Duration.ofSeconds(15);
    /** What took longer may have been understood. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ServiceClient client;
    private final ServiceStarter starter;
    private final String target;

    /** @param run the run to which sessions belong; empty for none */
    public Service(ServiceClient client, ServiceStarter starter, Optional<String> run) {
        this.client = client;
        this.starter = starter;
        this.target =
                Routes.REVIEW + "/claude-code" + run.map(name -> "?run=" + name).orElse("");
    }

    /** Asks; once more where the service had to be started. A use that is asked about twice is decided once. */
    Reply ask(String inquiry) throws ServiceProblem {
        long began = System.nanoTime();
        try {
            return client.ask("POST", target, inquiry);
        } catch (ServiceProblem e) {
            if (Thread.currentThread().isInterrupted() || System.nanoTime() - began > SOON.toNanos()) {
                throw e;
            }
            starter.ensure(STARTING);
            return client.ask("POST", target, inquiry);
        }
    }
}
