package dev.greenlane.world.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The git program, asked so that it only reads: it gets an environment of its own, takes no locks, writes no index, starts no
 * monitor, hook, filter, pager or editor, and reaches no network. Thread-safe.
 *
 * @param file absolute
 * @param version the first two numbers of it, as {@code 2 * 1000 + 39}
 */
record Program(Path file, int version, Map<String, String> environment) {

    /** Settings by number in the environment came with 2.31; without them, those of the repository could not be overruled. */
    private static final int OLDEST = 2_031;

    private static final int MOST_OUTPUT = 32 << 20;
    private static final Duration TO_START = Duration.ofSeconds(2);
    private static final Pattern VERSION = Pattern.compile("git version (\\d+)\\.(\\d+)");

    /** Looked at before the search path, which a project's tools may have been put into. */
    private static final List<String> USUAL = List.of("/opt/homebrew/bin", "/usr/local/bin", "/usr/bin", "/bin");

    private static final Map<String, String> FIRM = Map.ofEntries(
            Map.entry("core.fsmonitor", "false"),
            Map.entry("core.untrackedCache", "false"),
            Map.entry("core.hooksPath", nothing()),
            Map.entry("core.pager", ""),
            Map.entry("core.preloadIndex", "true"),
            Map.entry("sparse.expectFilesOutsideOfPatterns", "false"),
            Map.entry("submodule.recurse", "false"),
            Map.entry("protocol.allow", "never"));

    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("GIT_OPTIONAL_LOCKS", "0"),
            Map.entry("GIT_TERMINAL_PROMPT", "0"),
            Map.entry("GIT_NO_LAZY_FETCH", "1"),
            Map.entry("GIT_NO_REPLACE_OBJECTS", "1"),
            Map.entry("GIT_ALLOW_PROTOCOL", "none"),
            Map.entry("GIT_ASKPASS", ""),
            Map.entry("SSH_ASKPASS", ""),
            Map.entry("GIT_EDITOR", ":"),
            Map.entry("GIT_PAGER", ""),
            Map.entry("LC_ALL", "C"));

    /**
     * The git program of this machine; empty where there is none that can be asked safely.
     *
     * @param outside the environment of this process, of which only what says where things are is handed on
     */
    static Optional<Program> find(Map<String, String> outside) {
        Map<String, String> environment = new LinkedHashMap<>(ALONE);
        for (String name : List.of("HOME", "XDG_CONFIG_HOME", "USERPROFILE", "SystemRoot", "TMPDIR", "TEMP")) {
            String value = outside.get(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        List<Path> folders = folders(outside.getOrDefault("PATH", ""));
        environment.put(
                "PATH",
                String.join(
                        java.io.File.pathSeparator,
                        folders.stream().map(Path::toString).toList()));
        String name = java.io.File.separatorChar == '\\' ? "git.exe" : "git";
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(file -> versionOf(file, environment).map(version -> new Program(file, version, environment)))
                .filter(program -> program.version >= OLDEST);
    }

    /** What the program prints; empty where it fails, takes too long or prints too much. */
    Optional<byte[]> ask(Place place, Duration limit, Map<String, String> settings, List<String> question) {
        if (file.startsWith(place.root())) {
            return Optional.empty();
        }
        Map<String, String> all = new LinkedHashMap<>(environment);
        Path above = place.root().getParent();
        if (above != null) {
            all.put("GIT_CEILING_DIRECTORIES", above.toString());
        }
        Map<String, String> overruled = new LinkedHashMap<>(FIRM);
        overruled.putAll(settings);
        all.put("GIT_CONFIG_COUNT", String.valueOf(overruled.size()));
        int number = 0;
        for (Map.Entry<String, String> setting : overruled.entrySet()) {
            all.put("GIT_CONFIG_KEY_" + number, setting.getKey());
            all.put("GIT_CONFIG_VALUE_" + number, setting.getValue());
            number++;
        }
        List<String> words = new ArrayList<>(List.of(file.toString(), "--no-pager", "--literal-pathspecs"));
        words.addAll(question);
        return run(words, place.root(), all, limit);
    }

    private static List<Path> folders(String searchPath) {
        List<String> names = new ArrayList<>(java.io.File.separatorChar == '\\' ? List.of() : USUAL);
        names.addAll(List.of(searchPath.split(java.io.File.pathSeparator)));
        return names.stream()
                .distinct()
                .flatMap(name -> Texts.path(name).stream())
                .filter(Path::isAbsolute)
                .toList();
    }

    private static Optional<Integer> versionOf(Path file, Map<String, String> environment) {
        Path anywhere = file.getRoot();
        return run(List.of(file.toString(), "version"), anywhere, environment, TO_START)
                .map(output -> VERSION.matcher(new String(output, StandardCharsets.UTF_8)))
                .filter(Matcher::lookingAt)
                .map(found -> 1_000 * Integer.parseInt(found.group(1)) + Integer.parseInt(found.group(2)));
    }

    private static Optional<byte[]> run(
            List<String> words, Path folder, Map<String, String> environment, Duration limit) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(new java.io.File(nothing()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        long end = System.nanoTime() + limit.toNanos();
        Process process;
        try {
            process = builder.start();
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
        CompletableFuture<byte[]> output = new CompletableFuture<>();
        Thread.startVirtualThread(() -> read(process.getInputStream(), output));
        try {
            byte[] bytes = output.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            boolean ended =
                    process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS) && end - System.nanoTime() > 0;
            return ended && process.exitValue() == 0 && bytes.length <= MOST_OUTPUT
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            end(process);
        }
    }

    private static void read(InputStream stream, CompletableFuture<byte[]> output) {
        try (stream) {
            output.complete(stream.readNBytes(MOST_OUTPUT + 1));
        } catch (IOException e) {
            output.completeExceptionally(e);
        }
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String nothing() {
        return java.io.File.separatorChar == '\\' ? "NUL" : "/dev/null";
    }
}
