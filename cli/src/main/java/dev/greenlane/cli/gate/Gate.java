package dev.greenlane.cli.gate;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.RealFiles;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Reviewer;
import dev.greenlane.engine.understand.Understander;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The reviewer that commands ask, and what it goes by. Immutable and thread-safe. */
public final class Gate {
    private final Policy policy;
    private final Reviewer reviewer;

    /** Reviews by this policy, with the knowledge that comes with Greenlane. */
    public Gate(Policy policy) {
        this.policy = policy;
        this.reviewer = new Reviewer(Understander.load(), policy);
    }

    /** Reviews by the default policy. */
    public static Gate standard() {
        return new Gate(Policy.defaults());
    }

    public Policy policy() {
        return policy;
    }

    public Review review(Request request) {
        return reviewer.review(request);
    }

    /**
     * Sight of this machine where the working directory is one of its folders. Otherwise the call was made elsewhere, and what
     * stands here under the same names means nothing.
     */
    public static Files files(Surroundings surroundings) {
        return surroundings.workingDirectory().filter(Gate::isFolder).isPresent() ? new RealFiles() : Files.NONE;
    }

    private static boolean isFolder(String path) {
        try {
            return java.nio.file.Files.isDirectory(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
