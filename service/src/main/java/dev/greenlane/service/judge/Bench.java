package dev.greenlane.service.judge;

import dev.greenlane.engine.bounded.Bounded;
import dev.greenlane.models.judge.Attempt;
import dev.greenlane.models.judge.Case;
import dev.greenlane.models.judge.Judge;
import dev.greenlane.models.judge.Judged;
import dev.greenlane.models.judge.Ruling;
import dev.greenlane.service.judge.JudgeSettings.Unusable;
import dev.greenlane.service.settings.Settings;
import dev.greenlane.store.Ledger;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges cases by the settings that hold; the same case is not paid for twice. Thread-safe. */
public final class Bench implements AutoCloseable {
    private static final int KEPT_RULINGS = 500;

    private final Map<String, String> environment;
    private final Optional<String> home;
    private final Budget budget;
    private final Map<String, Ruling> known = Bounded.byUse(KEPT_RULINGS);
    private @Nullable Sitting sitting;

    private record Sitting(JudgeSettings settings, Judge judge) {}

    /**
     * @param environment where the settings may say that keys are
     * @param home the user's home; empty where it is not known
     */
    public Bench(Ledger ledger, Map<String, String> environment, Optional<String> home, InstantSource clock) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.budget = new Budget(ledger, clock);
    }

    /**
     * Judges a case of a session. Never throws.
     *
     * @param session the session that pays, as the ledger names it
     */
    public Judged judge(Settings settings, String session, Case of) {
        long start = System.nanoTime();
        try {
            JudgeSettings wanted = JudgeSettings.of(settings, environment, home);
            Judge judge = judge(wanted);
            String key = Judge.key(of);
            Optional<Ruling> ruling = known(key);
            if (ruling.isPresent()) {
                return new Judged(key, ruling, List.of(), System.nanoTime() - start);
            }
            Judged judged = judge.judge(of, budget.of(session, wanted.perSession(), wanted.perDay()));
            judged.ruling().ifPresent(fresh -> keep(key, fresh));
            return judged;
        } catch (Unusable e) {
            return new Judged("", Optional.empty(), List.of(Attempt.notMade(e.reason())), System.nanoTime() - start);
        }
    }

    @Override
    public synchronized void close() {
        if (sitting != null) {
            sitting.judge().close();
        }
    }

    private synchronized Judge judge(JudgeSettings wanted) {
        if (sitting == null || !sitting.settings().equals(wanted)) {
            // The one before may still be asked by others: it ends with its last answer.
            known.clear();
            sitting = new Sitting(wanted, new Judge(wanted.endpoints(), wanted.patience()));
        }
        return sitting.judge();
    }

    private synchronized Optional<Ruling> known(String key) {
        return Optional.ofNullable(known.get(key));
    }

    private synchronized void keep(String key, Ruling ruling) {
        known.put(key, ruling);
    }
}
