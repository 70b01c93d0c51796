package dev.greenlane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway need not touch goes through as it is. */
@Timeout(60)
class PassingTest extends GatewayCase {
    @Test
    void requests_and_answers_go_through_byte_for_byte() throws Exception {
        start((seen, out) -> {
            out.write("HTTP/1.1 201 Made\r\nX-Thing: a\r\nX-Thing: b\r\nContent-Length: 3\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[] {0, -1, 10});
        });

        HttpResponse<byte[]> response =
                post("/v1/messages/count_tokens?beta=true&x=%2F", "{ \"a\" : 1 }", "X-Api-Key", "secret");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().allValues("x-thing")).containsExactly("a", "b");
        assertThat(response.body()).containsExactly(0, -1, 10);
        RawServer.Seen seen = api.seen.get(0);
        assertThat(seen.head()).startsWith("POST /v1/messages/count_tokens?beta=true&x=%2F HTTP/1.1");
        assertThat(seen.text()).isEqualTo("{ \"a\" : 1 }");
        assertThat(seen.header("x-api-key")).contains("secret");
        assertThat(seen.header("host")).contains(URI.create(api.url()).getAuthority());
    }

    @Test
    void messages_without_safeguards_go_through_byte_for_byte() throws Exception {
        String answer = "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"}}\r\n\r\n: odd\nx";
        start(RawServer.says(RawServer.http(200, "Content-Type: text/event-stream\r\n", answer)));
        String body = "{\"model\":\"m\", \"messages\":[{\"role\":\"user\",\"content\":\"h\\u00e9\"}] }";

        HttpResponse<byte[]> response = post("/v1/messages", body);

        assertThat(text(response)).isEqualTo(answer);
        assertThat(api.seen.get(0).text()).isEqualTo(body);
        assertThat(service.inquiries).isEmpty();
    }

    @Test
    void what_is_no_json_goes_through() throws Exception {
        start(RawServer.says(RawServer.http(400, "", "bad")));

        HttpResponse<byte[]> response = post("/v1/messages", "{\"safeguards\":");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(api.seen.get(0).text()).isEqualTo("{\"safeguards\":");
    }

    @Test
    void a_head_request_and_an_empty_answer_go_through() throws Exception {
        start((seen, out) -> out.write((seen.head().startsWith("HEAD")
                        ? "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"
                        : "HTTP/1.1 204 None\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));

        HttpRequest head = HttpRequest.newBuilder(URI.create(gateway.url() + "/api/hello"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(head, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
        HttpRequest get =
                HttpRequest.newBuilder(URI.create(gateway.url() + "/v1/models")).build();
        assertThat(client.send(get, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void errors_of_the_api_go_through() throws Exception {
        start(RawServer.says(RawServer.http(529, "Retry-After: 3\r\n", "{\"type\":\"error\"}")));

        HttpResponse<byte[]> response = post("/v1/messages", "{" + SAFEGUARDS + "}");

        assertThat(response.statusCode()).isEqualTo(529);
        assertThat(response.headers().firstValue("retry-after")).contains("3");
        assertThat(text(response)).isEqualTo("{\"type\":\"error\"}");
    }

    @Test
    void what_is_compressed_stays_so() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("hello".getBytes(StandardCharsets.US_ASCII));
        }
        start((seen, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(packed.toByteArray());
        });

        HttpResponse<byte[]> response = post("/v1/other", "x", "Accept-Encoding", "gzip, zstd");

        assertThat(response.body()).isEqualTo(packed.toByteArray());
        assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(api.seen.get(0).header("accept-encoding")).contains("gzip, zstd");
    }

    @Test
    void fifty_megabytes_go_through_in_both_directions() throws Exception {
        byte[] body = new byte[50 << 20];
        new Random(7).nextBytes(body);
        start((seen, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + seen.body().length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(seen.body());
        });

        assertThat(post("/v1/files", body).body()).isEqualTo(body);
        assertThat(post("/v1/messages", body).body()).isEqualTo(body);
    }

    @Test
    void a_piece_is_on_its_way_before_the_next_one_comes() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        start((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            seen.await();
            out.write("2\r\ncd\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(gateway.url() + "/v1/x")).build();

        try (InputStream in =
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            assertThat(in.readNBytes(2)).asString().isEqualTo("ab");
            seen.countDown();
            assertThat(in.readAllBytes()).asString().isEqualTo("cd");
        }
    }

    @Test
    void an_api_that_is_not_there_is_an_error_in_its_own_words() throws Exception {
        start((seen, out) -> {});
        api.close();

        HttpResponse<byte[]> response = post("/v1/messages", "{" + SAFEGUARDS + "}");

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(text(response)).startsWith("{\"type\":\"error\"").contains("cannot be reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages", "/v1/other"})
    void a_client_that_goes_away_ends_the_request_to_a_silent_api(String path) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        start((seen, out) -> {
            asked.countDown();
            if (seen.in().read() < 0) {
                gone.countDown();
            }
        });

        try (Socket socket = raw()) {
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void an_answer_that_breaks_off_at_once_is_an_error() throws Exception {
        start((seen, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            throw new IOException("the cable");
        });

        assertThat(post("/v1/messages", "{" + SAFEGUARDS + "}").statusCode()).isEqualTo(502);
    }

    @Test
    void an_answer_that_breaks_off_later_breaks_off_for_the_client() throws Exception {
        start((seen, out) -> {
            out.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n:a\n\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            throw new IOException("the cable");
        });

        assertThatThrownBy(() -> post("/v1/messages", "{" + SAFEGUARDS + "}")).isInstanceOf(IOException.class);
    }

    @Test
    void a_connection_is_used_again_and_requests_may_come_early() throws Exception {
        start((seen, out) -> out.write(RawServer.http(200, "", seen.text()).getBytes(StandardCharsets.UTF_8)));
        try (Socket socket = raw()) {
            for (int i = 0; i < 50; i++) {
                String two = "POST /v1/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n{1}"
                        + "POST /v1/other HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n{2}";
                socket.getOutputStream().write(two.getBytes(StandardCharsets.US_ASCII));
                assertThat(read(socket.getInputStream(), "{1}")).contains("200 OK");
                assertThat(read(socket.getInputStream(), "{2}")).contains("200 OK");
            }
        }
    }

    @Test
    void others_need_the_token() throws Exception {
        start((seen, out) -> out.write(RawServer.http(200, "", "in").getBytes(StandardCharsets.UTF_8)));
        InetSocketAddress any = new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0);
        assertThatThrownBy(() -> Gateway.start(
                        URI.create(api.url()), any, Optional.empty(), Manner.USUAL, FakeService.in(folder)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("token");
        try (Gateway open = Gateway.start(
                URI.create(api.url()), any, Optional.of("sesame"), Manner.USUAL, FakeService.in(folder))) {
            String base = open.url().replace("0.0.0.0", "127.0.0.1");
            assertThat(get(base + "/v1/x").body()).isEqualTo("in");
            assertThat(get(base.replace("sesame", "other") + "/v1/x").statusCode())
                    .isEqualTo(403);
            assertThat(get(base.replace("/t/sesame", "") + "/v1/x").statusCode())
                    .isEqualTo(403);
        }
        assertThat(api.seen)
                .singleElement()
                .extracting(RawServer.Seen::head)
                .asString()
                .startsWith("GET /v1/x ");
    }

    private HttpResponse<String> get(String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
