package dev.greenlane.cli.copy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.greenlane.api.Places;
import dev.greenlane.api.Routes;
import dev.greenlane.api.ServiceClient;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A hook client as an agent starts it, with a home of its own. */
final class Hook implements AutoCloseable {
    /** No test waits longer for anything. */
    static final Duration MOST = Duration.ofSeconds(90);

    private final Path folder;
    private final Path home;

    /** Which of the two clients. */
    enum Kind {
        NATIVE,
        SCRIPT
    }

    /** What the agent gets. */
    record Told(int code, String out, String err) {}

    private Hook(Path folder, Path home) {
        this.folder = folder;
        this.home = home;
    }

    /** The clients' folder, made once for each kind. Skips the test where the kind cannot be had. */
    static Path folder(Kind kind, Path place) throws IOException {
        Path folder = place.resolve(kind.name());
        if (!Files.exists(folder)) {
            boolean isNative = new HookFolder(folder).write(Path.of("/bin/false"));
            Resources.put(
                    folder.resolve("start"),
                    "#!/bin/sh\nexec \"$HOME/start\"\n".getBytes(StandardCharsets.UTF_8),
                    true);
            assumeTrue(isNative || kind == Kind.SCRIPT, "there is no C compiler here");
            if (kind == Kind.SCRIPT) {
                Resources.write("greenlane-hook.sh", new HookFolder(folder).client(), true);
            }
        }
        return folder;
    }

    /** In a home, with a shell script in the place of what starts the service. */
    static Hook in(Path clients, Path home, String starts) throws IOException {
        Files.createDirectories(home);
        Resources.put(home.resolve("start"), ("#!/bin/sh\n" + starts + "\n").getBytes(StandardCharsets.UTF_8), true);
        return new Hook(clients, home);
    }

    /** A script that becomes a real service. */
    static String service() {
        return "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -XX:TieredStopAtLevel=1"
                + " -XX:+UseSerialGC -Xshare:auto -cp '"
                + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                + "' dev.greenlane.cli.Greenlane serve";
    }

    Places places() throws Exception {
        return Places.of(Map.of("HOME", home.toString()));
    }

    ServiceClient client() throws Exception {
        return new ServiceClient(places().socket(), MOST);
    }

    /** Starts the client; the agent is still to say what happens. */
    Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("greenlane-hook").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File("/"));
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("PATH", "/usr/bin:/bin");
        all.putIfAbsent("HOME", home.toString());
        all.values().removeIf("-"::equals);
        builder.environment().clear();
        builder.environment().putAll(all);
        return builder.start();
    }

    Told told(Process process, byte[] event) throws Exception {
        try (OutputStream in = process.getOutputStream()) {
            in.write(event);
        } catch (IOException e) {
            // A client that has given up reads no more.
        }
        return told(process);
    }

    Told told(Process process) throws Exception {
        if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the hook hangs");
        }
        return new Told(
                process.exitValue(),
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    Told ask(String event, String... arguments) throws Exception {
        return told(start(Map.of(), arguments), event.getBytes(StandardCharsets.UTF_8));
    }

    /** The process of the service that answers. */
    long process() throws Exception {
        String status = client().ask("GET", Routes.STATUS, "").body();
        return Long.parseLong(status.replaceFirst("(?s).*\"pid\":([0-9]+).*", "$1"));
    }

    /** Waits until something is so. */
    static void until(Condition condition) throws Exception {
        long end = System.nanoTime() + MOST.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it does not happen");
            }
            Thread.onSpinWait();
        }
    }

    /** What is waited for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    @Override
    public void close() throws Exception {
        if (client().answers()) {
            client().ask("POST", Routes.STOP, "");
        }
        until(() -> !Files.exists(places().socket()) || !client().answers());
    }
}
