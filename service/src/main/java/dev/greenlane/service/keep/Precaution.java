package dev.greenlane.service.keep;

import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.facts.Loss;
import dev.greenlane.engine.facts.Safekeeping;
import dev.greenlane.engine.facts.Scene;
import dev.greenlane.engine.policy.Finding;
import dev.greenlane.engine.review.Review;
import dev.greenlane.service.settings.Key;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.store.snapshot.Budget;
import dev.greenlane.store.snapshot.Snapshots;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What could be kept before one use of a tool: looked at once, when a rule asks for it or when it is taken, whichever comes first.
 * Thread-safe, never throws.
 */
public final class Precaution implements Safekeeping {
    private static final long MEGABYTE = 1_000_000;

    private final Snapshots snapshots;
    private final Settings settings;
    private @Nullable Foreseen foreseen;
    private boolean promised;

    Precaution(Snapshots snapshots, Settings settings) {
        this.snapshots = snapshots;
        this.settings = settings;
    }

    /** Whether the settings let anything be kept. */
    boolean isOn() {
        return settings.get(Key.SNAPSHOTS).value().equals("on");
    }

    @Override
    public synchronized boolean covers(Effect effect, Scene scene) {
        boolean covers = isOn() && foreseen(scene).covers(effect);
        promised |= covers;
        return covers;
    }

    /** Whether a verdict may rest on its being kept: then a call that is not kept does not run unasked. */
    public synchronized boolean isPromised() {
        return promised;
    }

    synchronized Foreseen foreseen(Scene scene) {
        if (foreseen == null) {
            foreseen = Foreseen.of(
                    scene,
                    snapshots,
                    new Budget(
                            settings.number(Key.SNAPSHOT_MEGABYTES) * MEGABYTE,
                            Duration.ofMillis(settings.number(Key.SNAPSHOT_MILLIS))));
        }
        return foreseen;
    }

    /** Whether a person who lets a call run that is stopped for what it loses could undo it, in a sentence; empty for others. */
    public String foretold(Review review) {
        Optional<Finding> losing =
                review.judgement().deciding().filter(finding -> finding.loss() instanceof Loss.Of && isOn());
        return losing.isEmpty()
                ? ""
                : foreseen(review.scene()).covers(losing.get().effect())
                        ? "Once approved it could still be undone: greenlane undo."
                        : "Not all of it could be kept for an undo.";
    }
}
