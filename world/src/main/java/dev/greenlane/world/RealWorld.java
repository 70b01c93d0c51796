package dev.greenlane.world;

import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.RealFiles;
import dev.greenlane.engine.look.World;
import dev.greenlane.world.git.GitRepositories;
import dev.greenlane.world.git.GitRepositories.Limits;
import java.time.Duration;
import java.util.Optional;

/** This machine. */
public final class RealWorld {

    /** How many times longer looking may take than usual: for tests, whose machine may be busy. */
    private static final int PATIENCE = Integer.getInteger("greenlane.patience", 1);

    private static final World THIS_MACHINE = new World(
            new RealFiles(),
            new RealTrees(Duration.ofMillis(500).multipliedBy(PATIENCE)),
            new GitRepositories(System.getenv(), Limits.USUAL.times(PATIENCE)),
            new RealProcesses());

    private RealWorld() {}

    /**
     * Sight of this machine where the working directory is one of its folders; otherwise of nothing. What is known of repositories is
     * shared by the whole process. Thread-safe.
     */
    public static World around(Optional<String> workingDirectory) {
        return RealFiles.around(workingDirectory).equals(Files.NONE) ? World.UNSEEN : THIS_MACHINE;
    }
}
