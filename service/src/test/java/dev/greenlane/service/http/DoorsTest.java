package dev.greenlane.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlane.api.Reply;
import dev.greenlane.api.ServiceClient;
import dev.greenlane.api.ServiceProblem;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorsTest {
    private static final String TOKEN = "open-sesame";

    @TempDir
    private Path folder;

    private Doors doors(Path socket) throws IOException {
        return Doors.open(
                socket,
                OptionalInt.of(0),
                TOKEN,
                question -> Answer.of(question.method() + " " + question.path() + " "
                        + question.parameter("mode").orElse("-") + " "
                        + question.body().length()));
    }

    private static ServiceClient client(Path socket) {
        return new ServiceClient(socket, Duration.ofSeconds(20));
    }

    @Test
    void a_question_over_the_socket_is_answered() throws Exception {
        Path socket = folder.resolve("s");
        try (Doors open = doors(socket)) {
            assertThat(client(socket).ask("POST", "/v1/hook/a/b?mode=plan", "héllo"))
                    .isEqualTo(new Reply(200, "POST /v1/hook/a/b plan 5"));
            assertThat(open.reachable()).isTrue();
        }
    }

    @Test
    void only_the_user_can_open_the_socket() throws Exception {
        Path socket = folder.resolve("s");
        try (Doors open = doors(socket)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
            assertThat(open.reachable()).isTrue();
        }
    }

    @Test
    void a_folder_with_a_long_name_is_no_obstacle() throws Exception {
        Path deep = Files.createDirectories(folder.resolve("n".repeat(120)).resolve("m".repeat(120)));
        Path socket = deep.resolve("s");
        try (Doors open = doors(socket)) {
            assertThat(client(socket).ask("GET", "/v1/status", "").ok()).isTrue();
            assertThat(open.reachable()).isTrue();
        }
    }

    @Test
    void a_socket_that_is_left_over_is_replaced() throws Exception {
        Path socket = folder.resolve("s");
        Files.writeString(socket, "left over");
        try (Doors open = doors(socket)) {
            assertThat(client(socket).answers()).isTrue();
            assertThat(open.reachable()).isTrue();
        }
    }

    @Test
    void the_loopback_address_needs_the_token() throws Exception {
        try (Doors open = doors(folder.resolve("s"))) {
            int port = open.port().orElseThrow();
            assertThat(get(port, "/v1/status", "")).isEqualTo(403);
            assertThat(get(port, "/v1/status", "wrong")).isEqualTo(403);
            assertThat(get(port, "/v1/status", TOKEN)).isEqualTo(200);
            assertThat(get(port, "/t/wrong/v1/status", "")).isEqualTo(403);
            assertThat(get(port, "/t/" + TOKEN + "/v1/status", "")).isEqualTo(200);
        }
    }

    @Test
    void fifty_megabytes_arrive_and_more_than_that_is_refused() throws Exception {
        Path socket = folder.resolve("s");
        try (Doors open = doors(socket)) {
            assertThat(client(socket).ask("POST", "/x", "a".repeat(50 << 20)).body())
                    .endsWith(" " + (50 << 20));
            assertThat(client(socket)
                            .ask("POST", "/x", "a".repeat((64 << 20) + 1))
                            .status())
                    .isEqualTo(413);
            assertThat(open.reachable()).isTrue();
        }
    }

    @Test
    void garbage_does_no_harm_to_others() throws Exception {
        Path socket = folder.resolve("s");
        try (Doors open = doors(socket)) {
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(socket));
                channel.write(ByteBuffer.wrap(new byte[] {0, -1, 7, 13, 10, 13, 10}));
                assertThat(client(socket).answers()).isTrue();
            }
            assertThat(open.reachable()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET http://[ HTTP/1.1", "GET /%zz HTTP/1.1", "GET /?a=%f HTTP/1.1", "GET"})
    void what_is_no_request_is_refused(String line) throws Exception {
        Path socket = folder.resolve("s");
        try (Doors open = doors(socket)) {
            assertThat(said(socket, line + "\r\nHost: x\r\n\r\n"))
                    .startsWith("HTTP/1.1 4")
                    .contains("400");
            assertThat(open.reachable()).isTrue();
        }
    }

    @Test
    void a_head_without_end_is_refused() throws Exception {
        Path socket = folder.resolve("s");
        try (Doors open = doors(socket)) {
            assertThat(said(socket, "GET / HTTP/1.1\r\nHost: " + "x".repeat(20_000) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431 ");
            assertThat(open.reachable()).isTrue();
        }
    }

    @Test
    void a_body_may_come_in_chunks_and_after_a_go_ahead() throws Exception {
        Path socket = folder.resolve("s");
        try (Doors open = doors(socket)) {
            assertThat(said(
                            socket,
                            "POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n"
                                    + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"))
                    .endsWith("POST /x - 5");
            assertThat(open.reachable()).isTrue();
        }
    }

    @Test
    void who_waits_for_a_go_ahead_gets_it() throws Exception {
        Path socket = folder.resolve("s");
        try (Doors open = doors(socket);
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(bytes("POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
            ByteBuffer go = ByteBuffer.allocate("HTTP/1.1 100 Continue\r\n\r\n".length());
            while (go.hasRemaining() && channel.read(go) >= 0) {}
            assertThat(new String(go.array(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100 ");
            channel.write(bytes("ab"));
            assertThat(rest(channel)).endsWith("POST /x - 2");
            assertThat(open.reachable()).isTrue();
        }
    }

    @Test
    void guests_who_say_nothing_keep_nobody_else_waiting() throws Exception {
        Path socket = folder.resolve("s");
        List<SocketChannel> silent = new ArrayList<>();
        try (Doors open = doors(socket)) {
            for (int i = 0; i < 200; i++) {
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                channel.connect(UnixDomainSocketAddress.of(socket));
                silent.add(channel);
            }
            assertThat(client(socket).answers()).isTrue();
            assertThat(open.reachable()).isTrue();
            for (SocketChannel channel : silent) {
                channel.close();
            }
        }
    }

    @Test
    void an_answer_that_fails_is_none_and_the_next_one_comes() throws Exception {
        Path socket = folder.resolve("s");
        try (Doors open = Doors.open(socket, OptionalInt.empty(), TOKEN, question -> {
            if (question.path().equals("/fails")) {
                throw new OutOfMemoryError("as if");
            }
            return Answer.of("well");
        })) {
            for (int i = 0; i < 300; i++) {
                assertThatThrownBy(() -> client(socket).ask("GET", "/fails", ""))
                        .isInstanceOf(ServiceProblem.class);
            }
            assertThat(client(socket).ask("GET", "/", "").body()).isEqualTo("well");
            assertThat(open.reachable()).isTrue();
        }
    }

    @Test
    void who_is_in_is_answered_before_the_door_is_shut() throws Exception {
        Path socket = folder.resolve("s");
        CountDownLatch in = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Doors open = Doors.open(socket, OptionalInt.empty(), TOKEN, question -> {
            in.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.of("in time");
        });
        CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> {
            try {
                return client(socket).ask("GET", "/", "");
            } catch (ServiceProblem e) {
                return new Reply(0, e.getMessage());
            }
        });
        in.await();
        CompletableFuture<Void> shut = CompletableFuture.runAsync(open::close);
        go.countDown();
        assertThat(reply.join()).isEqualTo(new Reply(200, "in time"));
        shut.join();
        assertThat(client(socket).answers()).isFalse();
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_a_problem_and_no_answer() throws Exception {
        Path socket = folder.resolve("s");
        CountDownLatch never = new CountDownLatch(1);
        try (Doors open = Doors.open(socket, OptionalInt.empty(), TOKEN, question -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.of("late");
        })) {
            ServiceClient hasty = new ServiceClient(socket, Duration.ofMillis(200));
            assertThatThrownBy(() -> hasty.ask("GET", "/v1/status", "")).isInstanceOf(ServiceProblem.class);
            assertThat(open.port()).isEmpty();
            never.countDown();
        }
    }

    @Test
    void no_service_is_a_problem_with_a_reason() {
        assertThatThrownBy(() -> client(folder.resolve("none")).ask("GET", "/v1/status", ""))
                .isInstanceOf(ServiceProblem.class)
                .hasMessageContaining("cannot be reached");
    }

    private static String said(Path socket, String words) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(bytes(words));
            return rest(channel);
        }
    }

    private static String rest(SocketChannel channel) throws IOException {
        return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int get(int port, String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }
}
