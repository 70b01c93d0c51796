package dev.greenlane.cli.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.copy.Hook.Kind;
import dev.greenlane.cli.copy.Hook.Told;
import dev.greenlane.store.LedgerReader;
import dev.greenlane.store.Query;
import dev.greenlane.store.Verification;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an agent is told while the real service is killed, stopped, deprived of its files or flooded. */
class HookFaultsTest {
    private static final String RISKY = "git push --force origin main";
    /** Each event comes from another session, or the breaker would trip. */
    private static final AtomicInteger SESSIONS = new AtomicInteger();

    private static final Path SOCKETS = Path.of("/proc/net/unix");

    @TempDir
    private static Path clients;

    @TempDir
    private Path home;

    private Hook hook(Kind kind, String starts) throws Exception {
        return Hook.in(Hook.folder(kind, clients), home, starts);
    }

    private String event(String command) {
        return Json.line(Map.of(
                "session_id",
                "s" + SESSIONS.incrementAndGet(),
                "cwd",
                home.toString(),
                "permission_mode",
                "default",
                "hook_event_name",
                "PreToolUse",
                "tool_name",
                "Bash",
                "tool_input",
                Map.of("command", command),
                "tool_use_id",
                "t"));
    }

    private Told risky(Hook hook) throws Exception {
        return hook.ask(event(RISKY), "claude-code", "--patience", "60");
    }

    private static void assertDenied(Told told) {
        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("\"permissionDecision\":\"deny\"", "Denied by Greenlane");
    }

    private static void assertAsks(Told told) {
        assertThat(told.code()).isZero();
        assertThat(told.out()).contains("\"permissionDecision\":\"ask\"").doesNotContain("allow\"");
    }

    private static void signal(String name, long process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Starts a client and returns when it waits for a service that is stopped. */
    private Process waiting(Hook hook) throws Exception {
        long before = connections(hook);
        Process client = hook.start(Map.of(), "claude-code", "--patience", "60");
        client.getOutputStream().write(event(RISKY).getBytes());
        client.getOutputStream().close();
        Hook.until(() -> connections(hook) > before || !client.isAlive());
        return client;
    }

    private static long connections(Hook hook) throws Exception {
        String socket = hook.places().socket().toString();
        return Files.readAllLines(SOCKETS).stream()
                .filter(line -> line.endsWith(socket))
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void a_service_that_is_killed_in_a_review_is_followed_by_another(Kind kind) throws Exception {
        assumeTrue(Files.exists(SOCKETS), "the system does not tell who waits at a socket");
        try (Hook hook = hook(kind, Hook.service())) {
            assertDenied(risky(hook));
            long first = hook.process();
            signal("STOP", first);
            Process client = waiting(hook);
            signal("KILL", first);
            assertDenied(hook.told(client));
            assertThat(hook.process()).isNotEqualTo(first);

            long second = hook.process();
            signal("STOP", second);
            Told given = hook.ask(event(RISKY), "claude-code", "--patience", "1");
            assertAsks(given);
            client = waiting(hook);
            Files.writeString(home.resolve("start"), "#!/bin/sh\nexit 1\n");
            signal("KILL", second);
            assertAsks(hook.told(client));
            assertThat(LedgerReader.open(hook.places().ledger()).verify()).isInstanceOf(Verification.Intact.class);
        }
    }

    @Test
    void files_that_are_removed_under_the_service_let_nothing_through() throws Exception {
        try (Hook hook = hook(Kind.NATIVE, Hook.service())) {
            assertDenied(risky(hook));
            Files.delete(hook.places().ledger());
            assertDenied(risky(hook));
            assertThat(LedgerReader.open(hook.places().ledger()).last(Query.ALL, 9))
                    .hasSize(1);

            long first = hook.process();
            Files.delete(hook.places().lock());
            Hook.until(() -> {
                assertDenied(risky(hook));
                return ProcessHandle.of(first).isEmpty();
            });
            assertDenied(risky(hook));

            long second = hook.process();
            Files.delete(hook.places().socket());
            assertDenied(risky(hook));
            Hook.until(() -> ProcessHandle.of(second).isEmpty());
            assertDenied(risky(hook));
            assertThat(hook.process()).isNotEqualTo(second);
        }
    }

    @Test
    void many_that_start_the_service_at_once_start_one() throws Exception {
        try (Hook hook = hook(Kind.NATIVE, "echo x >>\"$HOME/starts\"\n" + Hook.service())) {
            List<Process> clients = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Process client = hook.start(Map.of(), "claude-code", "--patience", "80");
                client.getOutputStream().write(event(RISKY).getBytes());
                client.getOutputStream().close();
                clients.add(client);
            }
            for (Process client : clients) {
                assertDenied(hook.told(client));
            }
            assertThat(LedgerReader.open(hook.places().ledger()).last(Query.ALL, 99))
                    .hasSize(6);
            String log = Files.readString(hook.places().log());
            assertThat(log.split("serving as process", -1)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void events_of_every_length_and_content_are_answered(Kind kind) throws Exception {
        try (Hook hook = hook(kind, Hook.service())) {
            assertDenied(risky(hook));
            Told large = hook.ask(event(RISKY + " #" + "x".repeat(50 << 20)), "claude-code", "--patience", "60");
            assertThat(large.code()).isZero();
            assertThat(large.out()).containsAnyOf("\"permissionDecision\":\"deny\"", "\"permissionDecision\":\"ask\"");
            assertAsks(hook.ask("x".repeat((64 << 20) + 1), "claude-code", "--patience", "60"));
            assertAsks(hook.ask("\u0000" + event(RISKY), "claude-code"));
            assertAsks(hook.ask(event(RISKY) + "\u0000", "claude-code"));
            assertAsks(hook.ask("", "claude-code"));
            try (SocketChannel garbage = SocketChannel.open(StandardProtocolFamily.UNIX);
                    SocketChannel cut = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                garbage.connect(UnixDomainSocketAddress.of(hook.places().socket()));
                garbage.write(ByteBuffer.wrap(new byte[] {0, -1, 7, 13, 10, 13, 10}));
                cut.connect(UnixDomainSocketAddress.of(hook.places().socket()));
                cut.write(ByteBuffer.wrap(
                        "POST /v1/hook/claude-code/- HTTP/1.1\r\nContent-Length: 99\r\n\r\n{".getBytes()));
                assertDenied(risky(hook));
            }
            Process gone = hook.start(Map.of(), "claude-code");
            gone.getOutputStream().write('{');
            gone.destroyForcibly().waitFor();
            assertDenied(risky(hook));
        }
    }

    @ParameterizedTest
    @EnumSource
    void without_room_on_the_disk_a_person_decides(Kind kind) throws Exception {
        try (Hook hook = hook(kind, "ulimit -f 40\n" + Hook.service())) {
            for (String command : List.of(RISKY, "git status")) {
                Told told = hook.ask(event(command), "claude-code", "--patience", "60");
                assertAsks(told);
                assertThat(told.out()).contains("cannot record");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_name_that_no_agent_has_is_a_refusal_that_says_so(Kind kind) throws Exception {
        try (Hook hook = hook(kind, Hook.service())) {
            Told told = hook.ask(event(RISKY), "claude", "--patience", "60");

            assertThat(told.code()).isEqualTo(2);
            assertThat(told.err()).contains("no agent of this name", "greenlane hook --help");
        }
    }

    @Test
    void a_home_with_a_long_name_is_served() throws Exception {
        home = Files.createDirectories(home.resolve("h".repeat(150)));
        for (Kind kind : Kind.values()) {
            Path own = Files.createDirectories(home.resolve(kind.name()));
            try (Hook hook = Hook.in(Hook.folder(kind, clients), own, Hook.service())) {
                assertDenied(risky(hook));
            }
        }
    }

    @Test
    void a_fifo_for_settings_or_policy_holds_up_nobody() throws Exception {
        try (Hook hook = hook(Kind.NATIVE, Hook.service())) {
            Path project = Files.createDirectories(home.resolve("project"));
            assertThat(new ProcessBuilder(
                                    "mkfifo", project.resolve(".greenlane.yaml").toString())
                            .start()
                            .waitFor())
                    .isZero();
            String inProject = event("git status").replace(home.toString(), project.toString());
            for (int i = 0; i < 4; i++) {
                assertAsks(hook.ask(inProject, "claude-code", "--patience", "60"));
            }
            assertDenied(risky(hook));
        }
    }
}
