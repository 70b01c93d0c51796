package dev.greenlane.gateway;

import dev.greenlane.agents.input.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A gateway between a test and an API that the test plays. */
abstract class GatewayCase {
    static final String SAFEGUARDS =
            "\"safeguards\":[{\"type\":\"dangerous_tool_use\",\"classifier_context\":{\"v\":1,\"permission_mode\":\"auto\",\"live_cwd\":\"/work\"}}]";

    @TempDir
    Path folder = Path.of("");

    RawServer api;
    FakeService service;
    Gateway gateway;
    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    void start(RawServer.Answers answers) throws IOException {
        start(answers, Manner.USUAL, FakeService::usual);
    }

    void start(RawServer.Answers answers, Manner manner, Function<Fields, Map<String, Object>> verdicts)
            throws IOException {
        api = new RawServer(answers);
        service = new FakeService(folder, verdicts);
        gateway = Gateway.start(
                URI.create(api.url()),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.empty(),
                manner,
                FakeService.in(folder));
    }

    @AfterEach
    void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
            service.close();
            api.close();
        }
    }

    HttpResponse<byte[]> post(String path, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.url() + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> post(String path, String body, String... headers) throws Exception {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** A connection on which a test writes what it likes. */
    Socket raw() throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), URI.create(gateway.url()).getPort());
    }

    static String read(InputStream in, String until) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(until) < 0) {
            int b = in.read();
            if (b < 0) {
                return text.toString();
            }
            text.append((char) b);
        }
        return text.toString();
    }
}
