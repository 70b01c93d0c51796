package dev.greenlane.service;

import dev.greenlane.api.Places;
import dev.greenlane.api.ServiceClient;
import dev.greenlane.api.ServiceStarter;
import dev.greenlane.service.desk.Desk;
import dev.greenlane.service.http.Doors;
import dev.greenlane.service.life.Build;
import dev.greenlane.service.life.Lifetime;
import dev.greenlane.service.life.LogFile;
import dev.greenlane.service.life.SingleInstance;
import dev.greenlane.service.settings.Key;
import dev.greenlane.service.settings.Runs;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.service.settings.SettingsFiles;
import dev.greenlane.service.settings.Switch;
import dev.greenlane.store.Ledger;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.Retention;
import dev.greenlane.store.snapshot.Rehearsal;
import dev.greenlane.store.snapshot.Retained;
import dev.greenlane.store.snapshot.SnapshotFailure;
import dev.greenlane.store.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The service as a whole, from its beginning to its end. */
public final class Service {
    private static final Duration HANDING_OVER = Duration.ofSeconds(10);
    private static final long MEGABYTE = 1_000_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Places places;
    private final SettingsFiles files;
    private final Optional<String> home;
    private final Map<String, String> environment;
    private final String version;
    private final Build build;
    private final Carried carried;
    private final Consumer<String> log;

    /**
     * @param home the user's home; empty where it is not known
     * @param environment where the settings may say that keys are
     * @param version Greenlane's version
     * @param stamp a file that changes when there is a newer build, and the service ends; empty for none
     * @param carried runs what a person's command hands over
     * @param log takes what the service says about itself, line by line
     */
    public Service(
            Places places,
            SettingsFiles files,
            Optional<String> home,
            Map<String, String> environment,
            String version,
            Optional<Path> stamp,
            Carried carried,
            Consumer<String> log) {
        this.places = places;
        this.files = files;
        this.home = home;
        this.environment = Map.copyOf(environment);
        this.version = version;
        this.build = new Build(stamp);
        this.carried = carried;
        this.log = log;
    }

    /**
     * Serves until it is told to end, was idle for long, or cannot be reached any more. Returns at once where another service
     * of this user runs.
     *
     * @param port the port on the loopback address; empty for the one that is set
     * @throws IOException where it cannot begin
     */
    public void run(OptionalInt port) throws IOException, InterruptedException {
        ServiceStarter.makePrivate(places.state());
        Optional<SingleInstance> claim = claim();
        if (claim.isEmpty()) {
            log.accept("another service runs");
            return;
        }
        Clock clock = Clock.systemUTC();
        Snapshots snapshots = new Snapshots(places.snapshots());
        try (SingleInstance held = claim.get();
                Ledger ledger = Ledger.lasting(places.ledger(), log);
                Desk desk = new Desk(ledger, files, new Switch(places.state()), home, environment, clock, snapshots)) {
            Lifetime lifetime = new Lifetime(
                    () -> Duration.ofMinutes(settings().number(Key.IDLE_MINUTES)),
                    () -> tidy(ledger, snapshots, clock));
            Reception reception =
                    new Reception(desk, ledger.sessions(), new Runs(places.state()), version, carried, lifetime::end);
            try (Doors doors = Doors.open(
                    places.socket(),
                    port.isPresent() ? port : setPort(),
                    Token.in(places.token()),
                    question -> lifetime.use(() -> reception.answer(question)))) {
                log.accept("serving as process " + ProcessHandle.current().pid()
                        + (doors.port().isPresent()
                                ? ", also on port " + doors.port().getAsInt()
                                : ""));
                finishUndo(snapshots);
                tidy(ledger, snapshots, clock);
                rehearse();
                lifetime.await(() -> build.isLatest() && held.holds() && doors.reachable());
            }
            log.accept("ended");
        } catch (LedgerFailure e) {
            throw new IOException("its ledger cannot be closed: " + e.getMessage(), e);
        }
    }

    /** The claim to be the one service; empty where another one answers. Waits for one that is ending. */
    private Optional<SingleInstance> claim() throws IOException {
        ServiceClient other = new ServiceClient(places.socket(), Duration.ofSeconds(1));
        long deadline = System.nanoTime() + HANDING_OVER.toNanos();
        Optional<SingleInstance> claim = SingleInstance.claim(places.lock());
        while (claim.isEmpty() && !other.answers()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("another service has " + places.lock() + " and does not answer");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            claim = SingleInstance.claim(places.lock());
        }
        // Where somebody removed the file there may be a service without it, which notices and ends.
        while (claim.isPresent() && Files.exists(places.socket()) && other.answers() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return claim;
    }

    /** An undo that was cut off goes on. */
    private void finishUndo(Snapshots snapshots) {
        try {
            snapshots.undo().resume().ifPresent(outcome -> log.accept("an undo that was cut off is finished"));
        } catch (SnapshotFailure e) {
            log.accept("an undo that was cut off cannot be finished: " + e.getMessage());
        }
    }

    /** The first call that could lose something waits no longer than the others. */
    private void rehearse() {
        if (settings().get(Key.SNAPSHOTS).value().equals("off")) {
            return;
        }
        try {
            Rehearsal.run(places.state());
        } catch (IOException | SnapshotFailure e) {
            log.accept("keeping files cannot be tried: " + e.getMessage());
        }
    }

    /** Removes what nobody needs any more. */
    private void tidy(Ledger ledger, Snapshots snapshots, Clock clock) {
        try {
            LogFile.trim(places.log());
            Duration kept = Duration.ofDays(settings().number(Key.LEDGER_DAYS));
            ledger.retain(new Retention(Optional.of(kept), Optional.empty()), clock.instant());
            snapshots.retain(
                    new Retained(
                            Duration.ofDays(settings().number(Key.SNAPSHOT_DAYS)),
                            settings().number(Key.SNAPSHOT_STORE_MEGABYTES) * MEGABYTE),
                    clock.instant());
        } catch (IOException | LedgerFailure | SnapshotFailure | RuntimeException e) {
            log.accept("old entries were not removed: " + e.getMessage());
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
