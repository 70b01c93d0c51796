package dev.greenlane.cli;

import dev.greenlane.agents.install.FileChange;
import dev.greenlane.agents.install.Installation;
import dev.greenlane.agents.install.NotEditable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hooks that stand in an agent's settings as long as a run needs them, for agents that take none for one run. Runs at the same
 * time share them: the first puts them in and the last takes them out. A file lists the processes; one that was killed no longer
 * counts.
 */
final class SharedHooks {
    private final Path list;
    private final Path lock;

    /**
     * @param state the folder of what Greenlane remembers
     * @param agent the agent's id
     */
    SharedHooks(Path state, String agent) {
        this.list = state.resolve("run-" + agent);
        this.lock = state.resolve("run-" + agent + ".lock");
    }

    private interface Step {
        void run() throws IOException, NotEditable;
    }

    /** Whether hooks that stand in the settings stand there for runs. */
    boolean areForRuns() {
        return Files.exists(list);
    }

    /** The hooks stand there for good from now on. */
    void keep() throws IOException {
        Files.deleteIfExists(list);
    }

    /** Puts the hooks in where no other run has done it. */
    void begin(Installation hooks) throws IOException, NotEditable {
        alone(() -> {
            List<String> runs = running();
            for (FileChange change : hooks.install()) {
                SettingsChange.carryOut(change);
            }
            runs.add(self());
            Files.write(list, runs);
        });
    }

    /** Takes the hooks out where no other run needs them. */
    void end(Installation hooks) throws IOException, NotEditable {
        alone(() -> {
            if (!areForRuns()) {
                return;
            }
            List<String> runs = running();
            runs.remove(self());
            if (!runs.isEmpty()) {
                Files.write(list, runs);
                return;
            }
            for (FileChange change : hooks.uninstall()) {
                SettingsChange.carryOut(SettingsChange.asItWas(change));
                SettingsChange.forget(change.file());
            }
            Files.deleteIfExists(list);
        });
    }

    private void alone(Step step) throws IOException, NotEditable {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid()) {
                step.run();
            }
        }
    }

    private List<String> running() throws IOException {
        try {
            List<String> runs = new ArrayList<>(Files.readAllLines(list));
            runs.removeIf(line -> !isRunning(line));
            return runs;
        } catch (NoSuchFileException e) {
            return new ArrayList<>();
        }
    }

    private static boolean isRunning(String line) {
        try {
            return ProcessHandle.of(Long.parseLong(line.split(" ", 2)[0]))
                    .filter(process -> line(process).equals(line))
                    .isPresent();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String self() {
        return line(ProcessHandle.current());
    }

    private static String line(ProcessHandle process) {
        Optional<Instant> start = process.info().startInstant();
        return process.pid() + " " + start.map(Instant::toEpochMilli).orElse(0L);
    }
}
