package dev.greenlane.world;

import dev.greenlane.engine.look.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes of this machine that run as the same user as this one. Thread-safe. */
public final class RealProcesses implements Processes {

    private static final Path PROC = Path.of("/proc");
    private static final int LONGEST_COMMAND = 1 << 16;

    @Override
    public Optional<Running> at(long number) {
        return number <= 0
                ? Optional.empty()
                : ProcessHandle.of(number).filter(RealProcesses::isOurs).map(RealProcesses::look);
    }

    @Override
    public List<Running> all() {
        return ProcessHandle.allProcesses()
                .filter(RealProcesses::isOurs)
                .map(RealProcesses::look)
                .toList();
    }

    private static boolean isOurs(ProcessHandle process) {
        Optional<String> user = process.info().user();
        return user.isPresent() && user.equals(ProcessHandle.current().info().user());
    }

    private static Running look(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return new Running(
                process.pid(),
                process.parent().map(ProcessHandle::pid).orElse(0L),
                info.startInstant().map(java.time.Instant::toEpochMilli).orElse(0L),
                info.user(),
                folder(process.pid()),
                words(process.pid()).orElseGet(() -> words(info)));
    }

    private static Optional<String> folder(long number) {
        try {
            Path target = Files.readSymbolicLink(PROC.resolve(number + "/cwd"));
            return target.isAbsolute() ? Optional.of(target.toString()) : Optional.empty();
        } catch (IOException | UnsupportedOperationException | SecurityException e) {
            return Optional.empty();
        }
    }

    /** The system's own list, which has the words as they are. */
    private static Optional<List<String>> words(long number) {
        Path file = PROC.resolve(number + "/cmdline");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            String all = new String(in.readNBytes(LONGEST_COMMAND), StandardCharsets.UTF_8);
            List<String> words = new ArrayList<>(List.of(all.split("\0", -1)));
            words.removeLast();
            return Optional.of(words);
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }

    private static List<String> words(ProcessHandle.Info info) {
        List<String> words = new ArrayList<>();
        info.command().ifPresent(words::add);
        info.arguments().ifPresent(arguments -> words.addAll(List.of(arguments)));
        return words;
    }
}
