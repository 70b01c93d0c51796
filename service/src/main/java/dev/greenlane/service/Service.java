package dev.greenlane.service;

import dev.greenlane.api.Places;
import dev.greenlane.api.ServiceStarter;
import dev.greenlane.service.desk.Desk;
import dev.greenlane.service.http.Doors;
import dev.greenlane.service.life.Build;
import dev.greenlane.service.life.Lifetime;
import dev.greenlane.service.life.SingleInstance;
import dev.greenlane.service.settings.Key;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.service.settings.SettingsFiles;
import dev.greenlane.service.settings.Switch;
import dev.greenlane.store.Ledger;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The service as a whole, from its beginning to its end. */
public final class Service {
    private final Places places;
    private final SettingsFiles files;
    private final Optional<String> home;
    private final String version;
    private final Build build;
    private final Consumer<String> log;

    /**
     * @param home the user's home; empty where it is not known
     * @param version Greenlane's version
     * @param stamp a file that changes when there is a newer build, and the service ends; empty for none
     * @param log takes what the service says about itself, line by line
     */
    public Service(
            Places places,
            SettingsFiles files,
            Optional<String> home,
            String version,
            Optional<Path> stamp,
            Consumer<String> log) {
        this.places = places;
        this.files = files;
        this.home = home;
        this.version = version;
        this.build = new Build(stamp);
        this.log = log;
    }

    /**
     * Serves until it is told to end, was idle for long, or cannot be reached any more. Returns at once where another service
     * of this user runs.
     *
     * @param port the port on the loopback address; empty for the one that is set
     * @throws IOException where it cannot begin
     * @throws LedgerFailure where it cannot begin because the ledger cannot be opened
     */
    public void run(OptionalInt port) throws IOException, LedgerFailure, InterruptedException {
        ServiceStarter.makePrivate(places.state());
        Optional<SingleInstance> claim = SingleInstance.claim(places.lock());
        if (claim.isEmpty()) {
            log.accept("another service runs");
            return;
        }
        try (SingleInstance held = claim.get();
                Ledger ledger = Ledger.open(places.ledger());
                Desk desk = new Desk(ledger, files, new Switch(places.state()), home, Clock.systemUTC())) {
            ledger.notice().ifPresent(log);
            AtomicBoolean open = new AtomicBoolean();
            Lifetime lifetime = new Lifetime(
                    () -> Duration.ofMinutes(settings().number(Key.IDLE_MINUTES)),
                    () -> build.isLatest() && (!open.get() || Files.exists(places.socket())));
            Reception reception = new Reception(desk, ledger.sessions(), version, lifetime::end);
            try (Doors doors = Doors.open(
                    places.socket(),
                    port.isPresent() ? port : setPort(),
                    Token.in(places.token()),
                    question -> lifetime.use(() -> reception.answer(question)))) {
                open.set(true);
                log.accept("serving as process " + ProcessHandle.current().pid()
                        + (doors.port().isPresent()
                                ? ", also on port " + doors.port().getAsInt()
                                : ""));
                ledger.retain(
                        new Retention(
                                Optional.of(Duration.ofDays(settings().number(Key.LEDGER_DAYS))), Optional.empty()),
                        Clock.systemUTC().instant());
                lifetime.await();
            }
            log.accept("ended");
        }
    }

    private OptionalInt setPort() {
        int port = settings().number(Key.HTTP_PORT);
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private Settings settings() {
        return files.in(Optional.empty());
    }
}
