package dev.greenlane.world;

import dev.greenlane.engine.look.RealFiles;
import dev.greenlane.engine.look.World;
import java.util.Optional;

/** This machine. */
public final class RealWorld {

    private RealWorld() {}

    /** Sight of this machine where the working directory is one of its folders; otherwise of nothing. */
    public static World around(Optional<String> workingDirectory) {
        return World.of(RealFiles.around(workingDirectory));
    }
}
