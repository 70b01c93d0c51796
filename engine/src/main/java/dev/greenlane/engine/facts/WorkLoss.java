package dev.greenlane.engine.facts;

import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.look.Repository;
import dev.greenlane.engine.look.Repository.Difference;
import dev.greenlane.engine.look.Repository.Head;
import dev.greenlane.engine.look.Trees;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.provenance.Provenance;
import dev.greenlane.engine.provenance.Provenance.Thing;
import dev.greenlane.engine.value.Globs;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is lost with work that version control throws away. The traits of an effect say which kinds of work it takes with it. */
final class WorkLoss {
    private static final Loss NOT_SAID = new Loss.Unknown("git did not say in time what is committed");

    private final World world;
    private final Provenance provenance;
    private final Remains remains;

    WorkLoss(World world, Provenance provenance, Remains remains) {
        this.world = world;
        this.provenance = provenance;
        this.remains = remains;
    }

    Loss of(Effect.OnName effect) {
        Optional<String> folder = effect.circumstances().folder();
        Optional<Repository> repository = folder.flatMap(world.repositories()::holding);
        if (folder.isEmpty() || repository.isEmpty() || !effect.known()) {
            return new Loss.Unknown("the repository is not known");
        }
        Set<String> traits = effect.circumstances().traits();
        if (traits.contains("loses-stash")) {
            return stashes(effect, repository.get());
        }
        if (traits.contains("loses-commits")) {
            return commits(effect, repository.get());
        }
        if (traits.contains("loses-head")) {
            return head(effect, repository.get());
        }
        return traits.stream().anyMatch(trait -> trait.startsWith("loses-"))
                ? files(effect, folder.get(), repository.get(), traits)
                : Loss.NOT_LOOKED;
    }

    private Loss stashes(Effect.OnName effect, Repository repository) {
        if (provenance.made(Thing.STASH, effect.target())) {
            return new Loss.Nothing("this session made it");
        }
        return repository
                .stashes()
                .<Loss>map(count -> count == 0
                        ? new Loss.Nothing("there is no stash")
                        : Loss.Of.stashes(
                                effect.circumstances().traits().contains("all") ? count : 1, "would be gone for good"))
                .orElse(NOT_SAID);
    }

    private Loss commits(Effect.OnName effect, Repository repository) {
        String name = effect.target();
        if (provenance.made(Thing.BRANCH, name)) {
            return new Loss.Nothing("this session made it");
        }
        Loss found = NOT_SAID;
        for (String reference : name.startsWith("refs/")
                ? List.of(name)
                : List.of("refs/heads/" + name, "refs/tags/" + name, "refs/remotes/" + name)) {
            Optional<Integer> only = repository.commitsOnlyIn(reference, Set.of(reference), List.of());
            if (only.filter(count -> count > 0).isPresent()) {
                return Loss.Of.commits(only.get(), "that nothing but " + name + " leads to");
            }
            found = only.isPresent() ? new Loss.Nothing("other branches lead to all its commits") : found;
        }
        return found;
    }

    private Loss head(Effect.OnName effect, Repository repository) {
        Optional<Head> head = repository.head();
        if (head.isEmpty()) {
            return NOT_SAID;
        }
        Set<String> without = head.get()
                .branch()
                .map(branch -> Set.of("refs/heads/" + branch))
                .orElse(Set.of());
        return repository
                .commitsOnlyIn("HEAD", without, List.of(effect.target()))
                .<Loss>map(count -> count == 0
                        ? new Loss.Nothing("other branches lead to all its commits")
                        : Loss.Of.commits(count, "that only this branch leads to"))
                .orElse(NOT_SAID);
    }

    private Loss files(Effect.OnName effect, String folder, Repository repository, Set<String> traits) {
        String target = effect.target();
        boolean whole = target.equals(folder) && traits.contains("loses-changes") || target.startsWith(":");
        boolean pattern = Globs.isPattern(target);
        Optional<String> path = whole || pattern ? Optional.of(repository.root()) : resolved(folder, target);
        if (path.isEmpty()) {
            return new Loss.Unknown("the path is not known");
        }
        Optional<Repository> other = Trees.isAtOrBelow(path.get(), repository.root())
                ? Optional.of(repository)
                : world.repositories().holding(path.get());
        if (other.isEmpty()) {
            return new Loss.Unknown("the repository is not known");
        }
        String shape = pattern && !whole ? folder + "/" + target : "";
        boolean ignored = traits.contains("loses-ignored");
        return remains.ofCommitted(
                other.get(),
                List.of(path.get()),
                ignored,
                difference ->
                        isLost(difference, traits) && (shape.isEmpty() || Globs.matches(shape, difference.path())));
    }

    private static boolean isLost(Difference difference, Set<String> traits) {
        return switch (difference.state()) {
            case MODIFIED, ADDED ->
                traits.contains("loses-staged") || traits.contains("loses-changes") && !difference.inIndex();
            case UNTRACKED -> traits.contains("loses-untracked");
            case IGNORED -> traits.contains("loses-ignored");
            case NESTED -> traits.contains("loses-untracked") && !traits.contains("force");
            case DELETED -> false;
        };
    }

    private static Optional<String> resolved(String folder, String target) {
        try {
            return Optional.of(Path.of(folder).resolve(target).normalize().toString());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
