package dev.greenlane.service.keep;

import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.facts.Makers;
import dev.greenlane.engine.facts.Scene;
import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.World;
import dev.greenlane.store.snapshot.Budget;
import dev.greenlane.store.snapshot.Snapshots;
import dev.greenlane.store.snapshot.Survey;
import dev.greenlane.store.snapshot.Threat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What would be kept of what a call threatens.
 *
 * @param survey what was looked at
 * @param threats what each effect threatens
 * @param leftOut what is not kept, because it costs more than it is worth
 */
record Foreseen(Survey survey, Threats threats, Set<Threat> leftOut) {
    private static final int SHARE = 4;
    private static final long MOST_IN_PASSING = 50_000_000;

    /** Looks. */
    static Foreseen of(Scene scene, Snapshots snapshots, Budget budget) {
        Threats threats = Threats.of(scene);
        Predicate<Path> remade = remade(scene);
        Survey survey = snapshots.survey(threats.vital(), budget, remade);
        if (!survey.estimate().fits(budget)) {
            survey = snapshots.survey(uncommitted(threats.vital(), scene.world()), budget, remade);
        }
        Budget passing = new Budget(
                Math.min(budget.bytes() / SHARE, MOST_IN_PASSING), budget.time().dividedBy(SHARE));
        Set<Threat> leftOut = new HashSet<>();
        for (List<Threat> group : threats.more()) {
            if (!survey.add(group, passing)) {
                leftOut.addAll(group);
            }
        }
        return new Foreseen(survey, threats, leftOut);
    }

    /** Whether the call threatens nothing. */
    boolean isNothing() {
        return threats.vital().isEmpty() && threats.more().isEmpty();
    }

    /** Whether all that an effect threatens is kept. */
    boolean covers(Effect effect) {
        List<Threat> of = threats.of(effect);
        return !of.isEmpty() && survey.fits() && of.stream().noneMatch(leftOut::contains);
    }

    /** Whether something that is really there makes a path again. */
    private static Predicate<Path> remade(Scene scene) {
        return path -> Makers.standard()
                .of(path.toString(), "/", scene.world(), scene.provenance())
                .isPresent();
    }

    /** Of folders in a repository only what no commit has; git brings the rest back. */
    private static List<Threat> uncommitted(List<Threat> threats, World world) {
        List<Threat> less = new ArrayList<>();
        for (Threat threat : threats) {
            String path = threat.path().toString();
            Optional<List<Repository.Difference>> differences = world.repositories()
                    .holding(path)
                    .filter(repository -> !Path.of(repository.root()).startsWith(threat.path()))
                    .flatMap(repository -> repository.differences(List.of(path), true));
            if (differences.isEmpty()) {
                less.add(threat);
            } else {
                differences.get().forEach(each -> less.add(new Threat(Path.of(each.path()), threat.how())));
            }
        }
        return less;
    }
}
