package dev.greenlane.cli;

import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.PolicyFile;
import dev.greenlane.engine.policy.source.InvalidPolicyException;
import dev.greenlane.engine.policy.source.PolicyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Policy files that a person names. Stateless. */
final class PolicyFiles {
    private PolicyFiles() {}

    /** The policy with what the file says. */
    static Policy added(Policy policy, Outside outside, Path file) {
        try {
            return policy.with(read(outside, file));
        } catch (IllegalArgumentException e) {
            throw Failure.usage(file + ": " + e.getMessage() + ".");
        }
    }

    static PolicyFile read(Outside outside, Path file) {
        try {
            return PolicyReader.read(
                    file.toString(), Files.readString(outside.folder().resolve(file)));
        } catch (InvalidPolicyException e) {
            throw Failure.usage("the policy file cannot be used:\n" + e.getMessage());
        } catch (NoSuchFileException e) {
            throw Failure.usage("there is no policy file " + file + ".");
        } catch (IOException e) {
            throw Failure.usage("the policy file " + file + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
