package dev.greenlane.store.snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What bringing snapshots back would do.
 *
 * @param of their numbers, the newest first
 * @param steps each folder before what is in it
 * @param left what is in the folders now, came later and stays
 * @param unkept what was not kept and cannot be brought back, and why
 */
public record Plan(List<Long> of, List<Step> steps, List<Path> left, Map<Path, String> unkept) {
    public Plan {
        of = List.copyOf(of);
        steps = List.copyOf(steps);
        left = List.copyOf(left);
        unkept = Map.copyOf(unkept);
    }

    /** Those that a person wants to hear of. */
    public List<Step> told() {
        return steps.stream().filter(Step::isTold).toList();
    }

    /** Those that would overwrite or remove somebody's newer work. */
    public List<Step> since() {
        return steps.stream().filter(Step::isSince).toList();
    }
}
