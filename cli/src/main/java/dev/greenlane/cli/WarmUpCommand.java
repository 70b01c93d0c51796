package dev.greenlane.cli;

import dev.greenlane.api.Places;
import dev.greenlane.api.Routes;
import dev.greenlane.api.ServiceClient;
import dev.greenlane.api.ServiceProblem;
import dev.greenlane.cli.files.Folders;
import dev.greenlane.service.Carried;
import dev.greenlane.service.Service;
import dev.greenlane.service.settings.SettingsFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;

/**
 * {@code greenlane warm-up}: does once, in a throw-away home, what a hook, a review and an undo need, so that the classes which they
 * load can be kept. For the launcher.
 */
@Command(name = "warm-up", hidden = true, header = "Do once what hooks, reviews and undos need.")
final class WarmUpCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FILES = 24;
    private static final int LARGER = 60_000;
    private static final List<String> COMMANDS = List.of(
            "for f in *.o; do rm -f \"$f\"; done && git push origin main | tee log",
            "python3 -c 'import json; print(json.dumps({}))'; npm test 2>&1 | tail -n 20",
            "git status --short && sed -i 's/a/b/' src/main.c",
            "sed -i 's/a/b/' kept/a/1 kept/b/link");
    private static final String LOSING = "rm -rf kept";

    private final Outside outside;

    WarmUpCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() throws InterruptedException {
        reviews();
        try {
            Path home = Files.createTempDirectory("greenlane-warm-up");
            try {
                fill(home.resolve("kept"));
                serves(home);
                undoes(home);
            } finally {
                Folders.remove(home);
            }
            return Exit.OK;
        } catch (IOException | ServiceProblem | ExecutionException | TimeoutException e) {
            throw new Failure(Exit.FAILED, "the service cannot be tried: " + e.getMessage() + ".");
        }
    }

    private void reviews() {
        String line = "{\"id\":\"1\",\"tool\":\"Edit\",\"input\":{\"file_path\":\"a.txt\",\"old_string\":\"a\","
                + "\"new_string\":\"b\"}}\n";
        Outside lines = new Outside(
                new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
                outside.out(),
                outside.err(),
                outside.environment(),
                outside.folder());
        Greenlane.run(lines, "review", "--jsonl");
    }

    /** Something to lose: large and small, with a link. */
    private static void fill(Path folder) throws IOException {
        for (String name : List.of("a", "b")) {
            Path below = Files.createDirectories(folder.resolve(name));
            for (int i = 0; i < FILES; i++) {
                Files.write(below.resolve(Integer.toString(i)), new byte[i * LARGER]);
            }
        }
        Files.createSymbolicLink(folder.resolve("b/link"), Path.of("1"));
    }

    private void undoes(Path home) {
        Outside person = new Outside(
                InputStream.nullInputStream(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                outside.err(),
                Map.of("HOME", home.toString()),
                home);
        Greenlane.run(person, "undo", "--list");
        Greenlane.run(person, "undo", "--yes");
        Greenlane.run(person, "undo", "--diff", "s1");
    }

    private static void serves(Path home)
            throws IOException, InterruptedException, ServiceProblem, ExecutionException, TimeoutException {
        Places places = Places.of(Map.of("HOME", home.toString()));
        Service service = new Service(
                places,
                new SettingsFiles(places.settings(), home.resolve("managed.yaml")),
                Optional.of(home.toString()),
                Map.of(),
                Version.number(),
                Optional.empty(),
                Carried.NOTHING,
                line -> {});
        CompletableFuture<Void> running = CompletableFuture.runAsync(() -> serve(service));
        ServiceClient client = new ServiceClient(places.socket(), PATIENCE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!client.answers() && System.nanoTime() < deadline && !running.isDone()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        for (String command : COMMANDS) {
            ask(client, "PreToolUse", home, command);
            ask(client, "PostToolUse", home, command);
        }
        ask(client, "PreToolUse", home, LOSING);
        Folders.remove(home.resolve("kept"));
        ask(client, "PostToolUse", home, LOSING);
        client.ask("POST", Routes.STOP, "");
        running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void ask(ServiceClient client, String name, Path home, String command) throws ServiceProblem {
        String event = "{\"hook_event_name\":\"" + name + "\",\"session_id\":\"warm-up\",\"cwd\":\"" + home
                + "\",\"permission_mode\":\"default\",\"tool_name\":\"Bash\",\"tool_input\":{\"command\":\""
                + command.replace("\"", "\\\"") + "\"},\"tool_use_id\":\"" + command.length()
                + "\",\"tool_response\":{\"stdout\":\"\"}}";
        client.ask("POST", Routes.HOOK + "/claude-code/" + name + "?mode=", event);
    }

    private static void serve(Service service) {
        try {
            service.run(OptionalInt.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
