package dev.greenlane.cli;

import dev.greenlane.api.Places;
import dev.greenlane.api.Routes;
import dev.greenlane.api.ServiceClient;
import dev.greenlane.service.Carried;
import dev.greenlane.service.Service;
import dev.greenlane.service.settings.SettingsFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A service in this process, for a home of its own. */
final class ResidentService implements AutoCloseable {
    private final ServiceClient client;
    private final CompletableFuture<Void> running;

    private ResidentService(ServiceClient client, CompletableFuture<Void> running) {
        this.client = client;
        this.running = running;
    }

    static ResidentService in(Path home) throws Exception {
        return in(home, Carried.NOTHING);
    }

    /** With commands that are carried to it. */
    static ResidentService in(Path home, Carried carried) throws Exception {
        Places places = Places.of(Map.of("HOME", home.toString()));
        CountDownLatch begun = new CountDownLatch(1);
        Service service = new Service(
                places,
                new SettingsFiles(places.settings(), home.resolve("managed.yaml")),
                Optional.of(home.toString()),
                Map.of(),
                "test",
                Optional.empty(),
                carried,
                line -> begun.countDown());
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
            try {
                service.run(OptionalInt.empty());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        begun.await(30, TimeUnit.SECONDS);
        return new ResidentService(new ServiceClient(places.socket(), Duration.ofSeconds(30)), running);
    }

    /** Returns when somebody else has ended it. */
    void ended() throws Exception {
        running.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        client.ask("POST", Routes.STOP, "");
        running.get(30, TimeUnit.SECONDS);
    }
}
