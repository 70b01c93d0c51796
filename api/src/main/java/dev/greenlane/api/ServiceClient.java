package dev.greenlane.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks the service over its socket, one connection for each question. The JDK's own HTTP client does not speak to Unix domain
 * sockets and takes most of a second to load. Thread-safe.
 */
public final class ServiceClient {
    private static final int LONGEST_REPLY = 256 << 20;

    private final Path socket;
    private final Duration patience;

    /**
     * @param socket the service's socket, or a link to it
     * @param patience how long one question may take
     */
    public ServiceClient(Path socket, Duration patience) {
        this.socket = socket;
        this.patience = patience;
    }

    /**
     * Asks once.
     *
     * @param method {@code GET}, {@code POST} or {@code DELETE}
     * @param target path and query, as in {@code /v1/status}
     * @throws ServiceProblem where there is no whole answer in time
     */
    public Reply ask(String method, String target, String body) throws ServiceProblem {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            CompletableFuture<Void> inTime = new CompletableFuture<>();
            inTime.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .thenRun(() -> close(channel));
            try {
                channel.connect(UnixDomainSocketAddress.of(address()));
                send(channel, method, target, body);
                return reply(receive(channel));
            } catch (AsynchronousCloseException e) {
                throw new ServiceProblem("the service did not answer within " + patience.toSeconds() + " seconds");
            } finally {
                inTime.cancel(false);
            }
        } catch (IOException | RuntimeException e) {
            throw new ServiceProblem("the service cannot be reached (" + e.getMessage() + ")");
        }
    }

    /** Whether a service answers. */
    public boolean answers() {
        try {
            return ask("GET", Routes.STATUS, "").ok();
        } catch (ServiceProblem e) {
            return false;
        }
    }

    private Path address() throws IOException {
        return Files.isSymbolicLink(socket) ? socket.resolveSibling(Files.readSymbolicLink(socket)) : socket;
    }

    private static void send(SocketChannel channel, String method, String target, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + target + " HTTP/1.1\r\nHost: greenlane\r\nConnection: close\r\nContent-Length: "
                + content.length + "\r\n\r\n";
        for (ByteBuffer part :
                new ByteBuffer[] {ByteBuffer.wrap(head.getBytes(StandardCharsets.UTF_8)), ByteBuffer.wrap(content)}) {
            while (part.hasRemaining()) {
                channel.write(part);
            }
        }
    }

    private static byte[] receive(SocketChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        while (channel.read(buffer) >= 0) {
            all.write(buffer.array(), 0, buffer.position());
            buffer.clear();
            if (all.size() > LONGEST_REPLY) {
                throw new IOException("its answer is too long");
            }
        }
        return all.toByteArray();
    }

    private static Reply reply(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.1 ") || end < 12) {
            throw new IOException("its answer is not HTTP");
        }
        String body = text.substring(end + 4);
        long promised = text.substring(0, end)
                .lines()
                .map(String::toLowerCase)
                .filter(line -> line.startsWith("content-length:"))
                .mapToLong(line -> Long.parseLong(line.substring(15).strip()))
                .findFirst()
                .orElse(-1);
        if (promised != bytes.length - text.substring(0, end + 4).getBytes(StandardCharsets.UTF_8).length) {
            throw new IOException("its answer is cut off");
        }
        return new Reply(Integer.parseInt(text.substring(9, 12)), body);
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
