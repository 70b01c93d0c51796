package dev.greenlane.cli;

import dev.greenlane.agents.install.FileChange;
import dev.greenlane.agents.install.Installation;
import dev.greenlane.agents.install.NotEditable;
import dev.greenlane.api.Places;
import dev.greenlane.api.Routes;
import dev.greenlane.api.ServiceClient;
import dev.greenlane.api.ServiceProblem;
import dev.greenlane.cli.drive.Client;
import dev.greenlane.cli.drive.Scene;
import dev.greenlane.cli.drive.Stage;
import dev.greenlane.store.Entry;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.LedgerReader;
import dev.greenlane.store.Query;
import dev.greenlane.store.Recorded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs an agent by itself with what the user's settings say about hooks, and sees whether its calls come to Greenlane. That
 * Greenlane is one of the throw-away home's own, so nothing of it is left in the user's ledger. Stateless.
 */
final class Rehearsal {
    private static final int PATIENCE_SECONDS = 60;
    private static final int MOST_ENTRIES = 100;
    private static final Duration STOPPING = Duration.ofSeconds(5);

    private Rehearsal() {}

    enum Outcome {
        /** The call that must not run was reviewed, and did not run. */
        FIRED,
        /** It was reviewed, and ran all the same. */
        DISOBEYED,
        /** Calls ran that nobody reviewed. */
        SILENT,
        /** The agent made no calls. */
        UNKNOWN
    }

    /**
     * @param ofProject what the project's settings say about hooks; empty where the client has none
     */
    static Outcome of(
            Client client, Path program, Installation hooks, Optional<Installation> ofProject, Outside outside)
            throws IOException, NotEditable, InterruptedException {
        String path = outside.environment().getOrDefault("PATH", "");
        try (Stage stage = Stage.of(client)) {
            for (FileChange change : hooks.inHome(stage.home())) {
                SettingsChange.carryOut(change);
            }
            if (ofProject.isPresent()) {
                for (FileChange change : ofProject.get().inHome(stage.project())) {
                    SettingsChange.carryOut(change);
                }
            }
            Places places = Places.of(stage.environment(path));
            try {
                Scene scene = stage.playTrusting(program, path, PATIENCE_SECONDS);
                Optional<Entry> review = review(places);
                if (review.isPresent()) {
                    return scene.risky() && !review.get().shadow() ? Outcome.DISOBEYED : Outcome.FIRED;
                }
                return scene.results().isEmpty() && !scene.risky() ? Outcome.UNKNOWN : Outcome.SILENT;
            } finally {
                stop(places);
            }
        } catch (ServiceProblem e) {
            throw new IOException(e.reason(), e);
        }
    }

    private static void stop(Places places) {
        try {
            new ServiceClient(places.socket(), STOPPING).ask("POST", Routes.STOP, "");
        } catch (ServiceProblem e) {
            // No hook has started one.
        }
    }

    /** The review of the call that must not run; that other calls or events came is not enough. */
    private static Optional<Entry> review(Places places) {
        try {
            return LedgerReader.open(places.ledger()).last(Query.ALL, MOST_ENTRIES).stream()
                    .map(Recorded::entry)
                    .filter(entry -> entry.input().contains(Stage.RISKY))
                    .findFirst();
        } catch (LedgerFailure e) {
            return Optional.empty();
        }
    }
}
