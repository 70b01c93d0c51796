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
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
