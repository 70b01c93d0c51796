package dev.greenlane.cli;

import dev.greenlane.cli.gate.Gate;
import dev.greenlane.engine.policy.Policy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which policy reviews. */
final class PolicyOption {
    @Option(names = "--policy", paramLabel = "FILE", description = "A policy file, added to the default policy.")
    private @Nullable Path file;

    Policy policy(Outside outside) {
        return file == null ? Policy.defaults() : PolicyFiles.added(Policy.defaults(), outside, file);
    }

    Gate gate(Outside outside) {
        return new Gate(policy(outside));
    }
}
