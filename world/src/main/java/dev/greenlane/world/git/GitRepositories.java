package dev.greenlane.world.git;

import dev.greenlane.engine.look.Repositories;
import dev.greenlane.engine.look.Repository;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The git repositories of this machine, seen through the git program and their files. Answers are kept as long as nothing that they
 * depend on changes, so one of these serves a whole process. Thread-safe.
 */
public final class GitRepositories implements Repositories {

    private final Git git;

    /** @param environment that of this process: where the git program is, and the user's settings */
    public GitRepositories(Map<String, String> environment, Limits limits) {
        this(environment, limits, InstantSource.system());
    }

    /** @param clock tells whether files have been at rest for long enough for answers to be kept */
    GitRepositories(Map<String, String> environment, Limits limits, InstantSource clock) {
        git = new Git(environment, limits, clock);
    }

    /** Looks for the git program, so that the first question need not. */
    public void findProgram() {
        git.program();
    }

    /**
     * How long the git program may take before its answer is given up.
     *
     * @param small for a question about some paths, references or settings
     * @param whole for one about a whole working tree
     */
    public record Limits(Duration small, Duration whole) {
        public static final Limits USUAL = new Limits(Duration.ofMillis(400), Duration.ofSeconds(1));

        /** The same, so many times longer. */
        public Limits times(int factor) {
            return new Limits(small.multipliedBy(factor), whole.multipliedBy(factor));
        }
    }

    @Override
    public Optional<Repository> holding(String absolutePath) {
        return Texts.withoutLinksAbove(absolutePath)
                .flatMap(Place::holding)
                .filter(place -> place.root().toString().indexOf('\uFFFD') < 0)
                .map(place -> new GitRepository(git, place));
    }
}
