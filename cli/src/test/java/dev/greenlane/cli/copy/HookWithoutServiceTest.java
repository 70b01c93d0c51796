package dev.greenlane.cli.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.cli.copy.Hook.Kind;
import dev.greenlane.cli.copy.Hook.Told;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an agent is told when there is no service behind the socket that could answer: never that it may go on. */
class HookWithoutServiceTest {
    private static final String EVENT = "{\"hook_event_name\":\"PreToolUse\"}";

    @TempDir
    private static Path clients;

    @TempDir
    private Path home;

    private Hook hook(Kind kind, String starts) throws Exception {
        Hook hook = Hook.in(Hook.folder(kind, clients), home, starts);
        Files.createDirectories(hook.places().state());
        return hook;
    }

    private static void assertRefused(Told told) {
        assertThat(told.code()).isZero();
        assertThat(told.out())
                .contains("\"permissionDecision\":\"ask\"", "Greenlane could not review this call")
                .doesNotContain("allow");
    }

    @ParameterizedTest
    @EnumSource
    void a_service_that_cannot_be_started_is_noticed_at_once_by_every_agent(Kind kind) throws Exception {
        Hook hook = hook(kind, "exit 1");
        long begin = System.nanoTime();
        assertRefused(hook.ask(EVENT, "claude-code", "--event", "PreToolUse"));
        assertRefused(hook.ask(EVENT, "claude-code"));
        assertRefused(hook.ask(EVENT, "claude-code", "--event", "NeverHeardOf"));
        assertThat(hook.ask(EVENT, "claude-code", "--event", "Stop")).isEqualTo(new Told(0, "", ""));
        assertThat(hook.ask(EVENT, "codex", "--event", "PreToolUse").out())
                .contains("\"permissionDecision\":\"deny\"", "Greenlane could not review this call");
        assertThat(hook.ask(EVENT, "gemini-cli", "--event", "BeforeTool").out())
                .contains("\"decision\":\"deny\"", "Greenlane could not review this call");
        assertThat(hook.ask(EVENT, "cline", "--event", "PreToolUse").out()).contains("\"cancel\":true");
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)).isLessThan(20);
    }

    @ParameterizedTest
    @EnumSource
    void a_service_that_never_begins_is_given_up(Kind kind) throws Exception {
        Hook hook = hook(kind, "exit 0");
        assertRefused(hook.ask(EVENT, "claude-code", "--patience", "1"));
        Files.delete(home.resolve("start"));
        assertRefused(hook.ask(EVENT, "claude-code"));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_in_the_place_of_the_socket_is_no_service(Kind kind) throws Exception {
        Hook hook = hook(kind, "exit 1");
        Files.writeString(hook.places().socket(), "HTTP/1.1 200 OK\r\n\r\n");
        assertRefused(hook.ask(EVENT, "claude-code"));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_whole_answer_is_none(Kind kind) throws Exception {
        Hook hook = hook(kind, "exit 1");
        for (String answer : List.of(
                "",
                "nonsense",
                "nonsense\r\n\r\nmore\u0000",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 500 Oh\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 413 Oh\r\nContent-Length: 2\r\n\r\n{}")) {
            try (Server server = new Server(hook.places().socket(), answer)) {
                assertRefused(hook.ask(EVENT, "claude-code", "--patience", "5"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_service_that_never_answers_is_given_up(Kind kind) throws Exception {
        Hook hook = hook(kind, "exit 1");
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(hook.places().socket()));
            assertRefused(hook.ask(EVENT, "claude-code", "--patience", "1"));
            assertRefused(hook.ask("x".repeat(5_000_000), "claude-code", "--patience", "1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_answer_in_pieces_is_put_together(Kind kind) throws Exception {
        Hook hook = hook(kind, "exit 1");
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{\"a\":\"b\\\\n\"}";
        try (Server server = new Server(hook.places().socket(), answer)) {
            Told told = hook.ask(EVENT, "claude-code");
            assertThat(told.code()).isZero();
            assertThat(told.out().strip()).isEqualTo("{\"a\":\"b\\\\n\"}");
            assertThat(server.heard()).endsWith(EVENT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void homes_that_are_missing_or_cannot_be_written_are_refused(Kind kind) throws Exception {
        Hook hook = hook(kind, "exit 1");
        byte[] event = EVENT.getBytes(StandardCharsets.UTF_8);
        Files.createFile(home.resolve("file"));
        for (String wrong : List.of("-", "", "relative", "/proc/none", home + "/file", "/" + "n".repeat(5000))) {
            assertRefused(hook.told(hook.start(Map.of("HOME", wrong), "claude-code"), event));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_never_ends_and_one_that_is_too_long_are_refused(Kind kind) throws Exception {
        Hook hook = hook(kind, "exit 1");
        Process waiting = hook.start(Map.of(), "claude-code", "--patience", "1");
        assertRefused(hook.told(waiting));
        byte[] long65 = new byte[65 << 20];
        assertRefused(hook.told(hook.start(Map.of(), "claude-code", "--patience", "10"), long65));
    }

    @ParameterizedTest
    @EnumSource
    void wrong_options_are_refused(Kind kind) throws Exception {
        Hook hook = hook(kind, "exit 1");
        for (String options :
                List.of("--x", "--mode", "--event ../../x", "--event", "--x --event Stop --event PreToolUse")) {
            List<String> all = new ArrayList<>(List.of("claude-code"));
            all.addAll(List.of(options.split(" ")));
            assertRefused(hook.ask(EVENT, all.toArray(String[]::new)));
        }
        assertThat(hook.ask(EVENT, "../claude-code").code()).isEqualTo(2);
        assertThat(hook.ask(EVENT).code()).isEqualTo(2);
        assertRefused(hook.ask(EVENT, "claude-code", "--patience", "abc"));
        assertRefused(hook.ask(EVENT, "claude-code", "--patience", "-5"));
    }

    @ParameterizedTest
    @EnumSource
    void without_prepared_answers_the_call_is_refused_by_the_exit_code(Kind kind) throws Exception {
        Path alone = Files.createDirectory(home.resolve("alone"));
        Files.copy(
                Hook.folder(kind, clients).resolve("greenlane-hook"),
                alone.resolve("greenlane-hook"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Hook hook = Hook.in(alone, home, "exit 1");
        Told told = hook.ask(EVENT, "claude-code");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("Greenlane could not review this");
    }

    private static Told carry(Hook hook) throws Exception {
        return hook.ask("", "--carry", "/stamp", "--yes", "}");
    }

    @ParameterizedTest
    @EnumSource
    void a_persons_command_is_left_to_itself_and_no_service_is_started_for_it(Kind kind) throws Exception {
        Hook hook = hook(kind, "touch \"$HOME/started\"");
        Told nothing = new Told(75, "", "");
        assertThat(carry(hook)).isEqualTo(nothing);
        for (String refusal : List.of("404 Not Found", "409 Conflict")) {
            String answer = "HTTP/1.1 " + refusal + "\r\nContent-Length: 2\r\n\r\n{}";
            try (Server server = new Server(hook.places().socket(), answer)) {
                assertThat(carry(hook)).isEqualTo(nothing);
            }
        }
        assertThat(home.resolve("started")).doesNotExist();
    }

    @Test
    void a_persons_command_that_the_service_may_have_begun_is_not_done_twice() throws Exception {
        Hook hook = hook(Kind.NATIVE, "exit 1");
        for (String answer : List.of(
                "",
                "nonsense",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n0 9999 -",
                "HTTP/1.1 500 Oh\r\nContent-Length: 2\r\n\r\n{}")) {
            try (Server server = new Server(hook.places().socket(), answer)) {
                Told told = carry(hook);
                assertThat(told.code()).isEqualTo(1);
                assertThat(told.err()).contains("greenlane undo --list shows what was done");
            }
        }
    }

    @Test
    void nothing_is_left_in_the_state_folder() throws Exception {
        Hook hook = hook(Kind.SCRIPT, "exit 1");
        assertRefused(hook.ask(EVENT, "claude-code"));
        try (var files = Files.list(hook.places().state())) {
            assertThat(files.map(file -> file.getFileName().toString())).containsOnly("service.log");
        }
    }

    /** Answers everybody with the same bytes, piece by piece, and hangs up. */
    private static final class Server implements AutoCloseable {
        private final Path socket;
        private final ServerSocketChannel channel;
        private final Thread thread;
        private final StringBuffer heard = new StringBuffer();

        Server(Path socket, String answer) throws IOException {
            this.socket = socket;
            channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(socket));
            thread = Thread.ofPlatform().start(() -> serve(answer.getBytes(StandardCharsets.UTF_8)));
        }

        private void serve(byte[] answer) {
            while (channel.isOpen()) {
                try (SocketChannel one = channel.accept()) {
                    heard.setLength(0);
                    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
                    while (!heard.toString().trim().endsWith("}") && one.read(buffer) >= 0) {
                        heard.append(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
                        buffer.clear();
                    }
                    for (byte piece : answer) {
                        one.write(ByteBuffer.wrap(new byte[] {piece}));
                    }
                } catch (IOException e) {
                    // The client has heard enough.
                }
            }
        }

        String heard() {
            return heard.toString();
        }

        @Override
        public void close() throws Exception {
            channel.close();
            thread.join();
            Files.deleteIfExists(socket);
        }
    }
}
