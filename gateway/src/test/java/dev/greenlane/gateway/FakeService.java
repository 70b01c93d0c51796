package dev.greenlane.gateway;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.api.Places;
import dev.greenlane.api.ServiceClient;
import dev.greenlane.api.ServiceStarter;
import dev.greenlane.gateway.verdicts.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A service whose verdicts a test makes: on the user's socket, in the words of {@code docs/service.md}. */
final class FakeService implements AutoCloseable {
    private final Path folder;
    private final ServerSocketChannel socket;
    private final Function<Fields, Map<String, Object>> verdicts;
    final List<Fields> inquiries = new CopyOnWriteArrayList<>();

    /** @param verdicts what is said of a use; null for no answer at all */
    FakeService(Path folder, Function<Fields, Map<String, Object>> verdicts) throws IOException {
        this.folder = folder;
        this.verdicts = verdicts;
        this.socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(places(folder).socket()), 1024);
        Thread.ofVirtual().start(this::accept);
    }

    private static Places places(Path folder) {
        return new Places(folder, folder, folder);
    }

    /** Denies what has {@code rm} in it and allows the rest. */
    static Map<String, Object> usual(Fields use) {
        boolean risky = Json.line(use.all()).contains("rm ");
        Map<String, Object> verdict = new LinkedHashMap<>();
        verdict.put("verdict", risky ? "deny" : "allow");
        verdict.put("rule", risky ? "delete" : "default-allow");
        verdict.put("reason", risky ? "Denied by Greenlane: This deletes. Instead: keep it." : "");
        verdict.put("entry", 7);
        verdict.put("approvable", risky);
        return verdict;
    }

    /** The service as the gateway sees it; none runs where there is no fake one. */
    static Service in(Path folder) {
        return new Service(
                new ServiceClient(places(folder).socket(), Duration.ofSeconds(20)),
                new ServiceStarter(places(folder), List.of("/bin/false")),
                Optional.empty());
    }

    List<Fields> uses() {
        return inquiries.stream()
                .flatMap(inquiry -> inquiry.list("uses").stream())
                .map(Fields::of)
                .toList();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            return;
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            String body = body(client);
            Fields inquiry = body.isEmpty() ? Fields.of(null) : Fields.read(body);
            if (!body.isEmpty()) {
                inquiries.add(inquiry);
            }
            List<Object> all = new ArrayList<>();
            for (Object use : inquiry.list("uses")) {
                Map<String, Object> verdict = verdicts.apply(Fields.of(use));
                if (verdict == null) {
                    return;
                }
                all.add(verdict);
            }
            byte[] answer = Json.line(Map.of("v", 1, "verdicts", all)).getBytes(StandardCharsets.UTF_8);
            write(client, "HTTP/1.1 200 OK\r\nContent-Length: " + answer.length + "\r\n\r\n");
            write(client, new String(answer, StandardCharsets.UTF_8));
        } catch (IOException | NotJson e) {
            return;
        }
    }

    private static String body(SocketChannel client) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        while (client.read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
            String text = all.toString(StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end > 0) {
                int length = Integer.parseInt(text.substring(text.indexOf("Content-Length: ") + 16, end)
                        .lines()
                        .findFirst()
                        .orElse("0"));
                if (text.length() >= end + 4 + length) {
                    byte[] bytes = all.toByteArray();
                    return new String(bytes, end + 4, length, StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("cut off");
    }

    private static void write(SocketChannel client, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        places(folder).socket().toFile().delete();
    }
}
