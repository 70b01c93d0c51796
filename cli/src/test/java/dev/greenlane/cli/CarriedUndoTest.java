package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.greenlane.api.Places;
import dev.greenlane.api.Routes;
import dev.greenlane.cli.copy.HookFolder;
import dev.greenlane.service.Carried;
import dev.greenlane.store.snapshot.Budget;
import dev.greenlane.store.snapshot.Occasion;
import dev.greenlane.store.snapshot.Snapshots;
import dev.greenlane.store.snapshot.Threat;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code greenlane undo} as the native client hands it to the service. */
class CarriedUndoTest extends ServedCase {
    private static final int NOT_CARRIED = 75;

    @TempDir
    private static Path clients;

    private Path stamp = Path.of("");
    private int port;

    @BeforeAll
    static void compile() throws Exception {
        assumeTrue(new HookFolder(clients).write(Path.of("/bin/false")), "there is no C compiler here");
    }

    @Override
    Carried carried() throws Exception {
        stamp = Files.writeString(folder.resolve("stamp"), "");
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path settings =
                Files.createDirectories(home.resolve(".config/greenlane")).resolve("settings.yaml");
        Files.writeString(settings, "http-port: " + port + "\n");
        return new CarriedUndo(
                new Outside(InputStream.nullInputStream(), System.out, System.err, environment(), home),
                Optional.of(stamp));
    }

    private Map<String, String> environment() {
        return Map.of("HOME", home.toString(), "PATH", "/usr/bin:/bin", "COLUMNS", "120");
    }

    /** A file that was kept before something changed it. */
    private Path changed(String name) throws Exception {
        Path file = Files.writeString(project.resolve(name), "before\n");
        Snapshots store = new Snapshots(Places.of(environment()).snapshots());
        store.take(
                List.of(new Threat(file, Threat.How.CHANGED)),
                Occasion.call(Instant.now(), "s"),
                Budget.UNLIMITED,
                path -> false);
        return Files.writeString(file, "after\n");
    }

    private Run carry(String input, Map<String, String> more, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(new HookFolder(clients).client().toString(), "--carry", stamp.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment());
        builder.environment().putAll(more);
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    private Run itself(String input, String... arguments) {
        List<String> all = new ArrayList<>(List.of("undo"));
        all.addAll(List.of(arguments));
        return Run.in(project, environment(), input.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    @Test
    void it_says_what_the_command_itself_says() throws Exception {
        changed("a.txt");
        for (String[] arguments : new String[][] {
            {"--list"},
            {"--list", "--json"},
            {"--diff"},
            {"--dry-run"},
            {"s9"},
            {"--nonsense"},
            {"--help"},
            {"--dry-run", "--color=always"},
            {"--session", "nobody"}
        }) {
            assertThat(carry("", Map.of(), arguments)).isEqualTo(itself("", arguments));
        }
        assertThat(carry("n", Map.of())).isEqualTo(itself("n"));
    }

    @Test
    void a_person_is_asked_and_a_yes_counts() throws Exception {
        Path file = changed("a.txt");
        Run no = carry("no\n", Map.of());
        assertThat(no.code()).isEqualTo(Exit.DENY);
        assertThat(no.out()).contains("as it was   a.txt\nGo on? ", "no\nNothing was changed.\n");
        assertThat(carry("", Map.of()).code()).isEqualTo(Exit.DENY);
        assertThat(file).hasContent("after\n");

        Run yes = carry("yes\n", Map.of());
        assertThat(yes.out()).contains("Go on? y yes, anything else no: yes\n1 path is as before. Take this back");
        assertThat(yes.code()).isEqualTo(Exit.OK);
        assertThat(file).hasContent("before\n");
        assertThat(carry("", Map.of(), "--yes", "s2").code()).isEqualTo(Exit.OK);
        assertThat(file).hasContent("after\n");
    }

    @Test
    void a_yes_to_something_else_does_not_count() throws Exception {
        CarriedUndo undo = (CarriedUndo) carried();
        changed("a.txt");
        String asked = undo.undo(request("", "")).orElseThrow();
        String seen = asked.lines().findFirst().orElseThrow().split(" ")[2];
        Path other = changed("b.txt");
        String again = undo.undo(request("121", seen)).orElseThrow();
        assertThat(again).contains("It has changed meanwhile.", "as it was   b.txt", "Go on?");
        assertThat(again.lines().findFirst().orElseThrow().split(" ")[2]).isNotEqualTo(seen);
        assertThat(other).hasContent("after\n");
    }

    private String request(String key, String seen) {
        return String.join("\0", stamp.toString(), project.toString(), "0", "80", key, seen, "0") + "\0";
    }

    @Test
    void what_is_no_request_is_left_to_the_command() throws Exception {
        CarriedUndo undo = (CarriedUndo) carried();
        for (String wrong : List.of("", "x", stamp.toString(), "\0\0\0\0\0\0\0", request("y", ""))) {
            assertThat(undo.undo(wrong)).isEmpty();
        }
    }

    @Test
    void an_agent_cannot_run_it() throws Exception {
        Path file = changed("a.txt");
        Run run = carry("", Map.of("CLAUDECODE", "1"), "--yes");
        assertThat(run.code()).isEqualTo(Exit.FAILED);
        assertThat(run.err()).contains("only a person").contains("CLAUDECODE");
        assertThat(file).hasContent("after\n");
    }

    @Test
    void another_build_and_no_service_leave_it_to_the_command() throws Exception {
        Path file = changed("a.txt");
        Run nothing = new Run(NOT_CARRIED, "", "");
        assertThat(carry("", Map.of("HOME", folder.resolve("nobody").toString()), "--yes"))
                .isEqualTo(nothing);
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(carry("", Map.of(), "--yes")).isEqualTo(nothing);
        stamp = folder.resolve("other");
        assertThat(carry("", Map.of(), "--yes")).isEqualTo(nothing);
        assertThat(file).hasContent("after\n");
    }

    @Test
    void the_token_does_not_open_it() throws Exception {
        Path file = changed("a.txt");
        String token = Files.readString(Places.of(environment()).token()).strip();
        String body = request("", "") + "--yes\0";
        for (String path : List.of(Routes.UNDO, "/t/" + token + Routes.UNDO)) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .header("Authorization", "Bearer " + token)
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(404);
        }
        assertThat(file).hasContent("after\n");
    }
}
