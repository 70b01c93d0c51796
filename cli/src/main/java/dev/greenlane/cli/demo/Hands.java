package dev.greenlane.cli.demo;

import dev.greenlane.engine.call.ToolCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Carries out calls in a throw-away project: real commands, with its home and nothing of the caller's environment. */
final class Hands {
    private static final long PATIENCE_SECONDS = 60;

    private final ThrowAwayProject place;

    Hands(ThrowAwayProject place) {
        this.place = place;
    }

    /** What came of a call. */
    record Result(int exitCode, String output) {
        static final Result DONE = new Result(0, "");
    }

    Result run(ToolCall call) throws IOException, InterruptedException {
        return switch (call) {
            case ToolCall.Shell shell -> shell(shell.command());
            case ToolCall.ReadFile read -> new Result(0, Files.readString(inside(read.path())));
            case ToolCall.WriteFile write -> write(write);
            case ToolCall.Internal ignored -> Result.DONE;
            default -> throw new IllegalArgumentException("the recording has a call nobody can carry out: " + call);
        };
    }

    Result shell(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(place.project().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Path output = Files.createTempFile(place.folder().resolve("tmp"), "out", ".txt");
        builder.redirectOutput(output.toFile());
        String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().putAll(environment(path));
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return new Result(124, "it took longer than " + PATIENCE_SECONDS + " seconds");
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        Files.delete(output);
        return new Result(process.exitValue(), text);
    }

    private Map<String, String> environment(String path) {
        return Map.ofEntries(
                Map.entry("PATH", path),
                Map.entry("HOME", place.home().toString()),
                Map.entry("TMPDIR", place.folder().resolve("tmp").toString()),
                Map.entry("LC_ALL", "C"),
                Map.entry("GIT_CONFIG_NOSYSTEM", "1"),
                Map.entry("GIT_CONFIG_GLOBAL", "/dev/null"),
                Map.entry("GIT_AUTHOR_NAME", "Demo"),
                Map.entry("GIT_AUTHOR_EMAIL", "demo@greenlane.invalid"),
                Map.entry("GIT_COMMITTER_NAME", "Demo"),
                Map.entry("GIT_COMMITTER_EMAIL", "demo@greenlane.invalid"),
                Map.entry("GIT_TERMINAL_PROMPT", "0"),
                // A second lock: what is allowed here needs no network, and finds none.
                Map.entry("GIT_ALLOW_PROTOCOL", "file"),
                Map.entry("http_proxy", "http://127.0.0.1:9"),
                Map.entry("https_proxy", "http://127.0.0.1:9"),
                Map.entry("ALL_PROXY", "http://127.0.0.1:9"));
    }

    private Result write(ToolCall.WriteFile write) throws IOException {
        Path file = inside(write.path());
        String text = write.whole() ? "" : Files.readString(file);
        for (ToolCall.Change change : write.changes()) {
            text = write.whole() ? change.added() : text.replace(change.removed(), change.added());
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Result.DONE;
    }

    private Path inside(String path) {
        Path file = place.project().resolve(path).normalize();
        if (!file.startsWith(place.project())) {
            throw new IllegalArgumentException("outside the demo's project: " + path);
        }
        return file;
    }
}
