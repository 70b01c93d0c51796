package dev.greenlane.engine.facts;

import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.Repository.Difference;
import dev.greenlane.engine.look.Trees;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.provenance.Provenance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds out what of some files is left elsewhere: in a commit, with whatever makes them again, in this session's hands. */
final class Remains {
    static final int MOST_ENTRIES = 20_000;

    private final World world;
    private final Provenance provenance;
    private final Optional<String> workspace;
    private final List<String> targets;
    private final Map<String, Optional<List<Difference>>> atTargets = new HashMap<>();

    /** @param targets paths that will be asked about, so that git is asked about all of them at once */
    Remains(World world, Provenance provenance, Optional<String> workspace, List<String> targets) {
        this.world = world;
        this.provenance = provenance;
        this.workspace = workspace;
        this.targets = List.copyOf(targets);
    }

    /** What is lost of files that stand in no repository. */
    Loss ofUncommitted(List<String> paths) {
        String within = workspace.orElse("/");
        Tally tally = new Tally(world.files(), within);
        String because = "";
        for (String path : paths) {
            Optional<String> saved = savedBy(path, within);
            if (saved.isPresent()) {
                because = saved.get();
            } else if (!count(path, tally)) {
                return tooMany(path);
            }
        }
        return tally.isEmpty() ? new Loss.Nothing(because.isEmpty() ? "nothing is in it" : because) : files(tally);
    }

    /**
     * What is lost of files below some paths of a repository.
     *
     * @param counts which differences from the last commit are lost
     */
    Loss ofCommitted(Repository repository, List<String> paths, boolean ignored, Predicate<Difference> counts) {
        Optional<List<Difference>> differences = differences(repository, paths, ignored);
        if (differences.isEmpty()) {
            return new Loss.Unknown("git did not say in time what is committed");
        }
        Tally tally = new Tally(world.files(), workspace.orElse(repository.root()));
        String because = "all of it is in the last commit";
        Set<String> counted = new HashSet<>();
        for (Difference difference : differences.get()) {
            if (!counts.test(difference) || difference.state() == Repository.State.DELETED) {
                continue;
            }
            if (difference.state() == Repository.State.NESTED) {
                Loss nested = ofRepository(difference.path());
                if (!(nested instanceof Loss.Nothing)) {
                    return nested;
                }
                continue;
            }
            Optional<String> saved = savedBy(difference, repository.root());
            String lost = paths.stream()
                    .filter(path -> Trees.isAtOrBelow(path, difference.path()))
                    .findFirst()
                    .orElse(difference.path());
            if (saved.isPresent()) {
                because = saved.get();
            } else if (counted.add(lost) && !count(lost, tally)) {
                return tooMany(lost);
            }
        }
        return tally.isEmpty() ? new Loss.Nothing(because) : files(tally);
    }

    private Optional<List<Difference>> differences(Repository repository, List<String> paths, boolean ignored) {
        if (!ignored || !targets.containsAll(paths)) {
            return repository.differences(paths, ignored);
        }
        String root = repository.root();
        return atTargets
                .computeIfAbsent(
                        root,
                        each -> repository.differences(
                                targets.stream()
                                        .filter(path -> Trees.isAtOrBelow(path, root))
                                        .toList(),
                                true))
                .map(all -> all.stream()
                        .filter(difference -> paths.stream()
                                .anyMatch(path -> Trees.isAtOrBelow(difference.path(), path)
                                        || Trees.isAtOrBelow(path, difference.path())))
                        .toList());
    }

    /** What is lost with a whole repository, its history with it. */
    Loss ofRepository(String folder) {
        if (provenance.made(folder)) {
            return new Loss.Nothing("this session made it");
        }
        Optional<Repository> repository = world.repositories().holding(folder);
        if (repository.isEmpty()) {
            return new Loss.Unknown("it holds a repository that git cannot read");
        }
        Optional<Integer> unpushed = repository.get().unpushed();
        Optional<Integer> stashes = repository.get().stashes();
        if (unpushed.isEmpty() || stashes.isEmpty()) {
            return new Loss.Unknown("git did not say in time what is pushed");
        }
        if (unpushed.get() > 0) {
            return Loss.Of.commits(unpushed.get(), "of " + folder + " are on no remote");
        }
        if (stashes.get() > 0) {
            return Loss.Of.stashes(stashes.get(), "of " + folder + " stand nowhere else");
        }
        return ofCommitted(repository.get(), List.of(repository.get().root()), true, any -> true);
    }

    private Optional<String> savedBy(Difference difference, String root) {
        boolean old = difference.state() == Repository.State.MODIFIED;
        if (provenance.changed(difference.path()) || !old && provenance.made(difference.path())) {
            return Optional.of("this session made it");
        }
        return old ? Optional.empty() : Makers.standard().of(difference.path(), root, world, provenance);
    }

    private Optional<String> savedBy(String path, String within) {
        if (provenance.made(path)) {
            return Optional.of("this session made it");
        }
        return Makers.standard().of(path, path.startsWith(within + "/") ? within : "/", world, provenance);
    }

    private boolean count(String path, Tally tally) {
        Optional<Trees.Extent> extent = world.trees().below(path, MOST_ENTRIES);
        if (extent.isEmpty() || !extent.get().complete()) {
            return false;
        }
        if (extent.get().bytes() > 0) {
            tally.add(path, extent.get());
        }
        return true;
    }

    private static Loss tooMany(String path) {
        return new Loss.Unknown("not all below " + path + " could be looked at");
    }

    private static Loss files(Tally tally) {
        return Loss.Of.files(tally, (tally.files() == 1 ? "is" : "are") + " in no commit");
    }
}
