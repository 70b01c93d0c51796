package dev.greenlane.service.http;

import dev.greenlane.service.life.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The open doors. Each question is answered on a thread of its own: a file system that hangs holds up nobody else, as it would
 * if many virtual threads shared one.
 */
public final class Doors implements AutoCloseable {
    /** Longest address of a Unix domain socket, in bytes, on the system that allows least. */
    private static final int LONGEST_ADDRESS = 100;

    private static final int WAITING_CONNECTIONS = 1024;
    private static final int IDLE_MILLIS = 120_000;
    private static final int MOST_THREADS = 256;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Server server;
    private final ServerConnector loopback;
    private final UnixDomainServerConnector unix;
    private final Path socket;
    private final Identity bound;

    private Doors(Server server, ServerConnector loopback, UnixDomainServerConnector unix, Path socket) {
        this.server = server;
        this.loopback = loopback;
        this.unix = unix;
        this.socket = socket;
        this.bound = Identity.of(socket);
    }

    /** So long an answer that is going out may take when the doors are shut. */
    private static final long STOPPING_MILLIS = 5_000;

    /**
     * Opens the doors.
     *
     * @param socket where the socket is to be; what stands there is removed
     * @param port the port on the loopback address; 0 for any that is free, empty for none
     * @param token what a question must know that comes over the loopback address
     * @param answers answers a question; must not throw
     * @throws IOException where a door cannot be opened
     */
    public static Doors open(Path socket, OptionalInt port, String token, Function<Question, Answer> answers)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
        threads.setName("doors");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(16 * 1024);

        UnixDomainServerConnector unix = new UnixDomainServerConnector(server, 0, 1, new HttpConnectionFactory(http));
        unix.setUnixDomainPath(freeAddress(socket));
        unix.setAcceptQueueSize(WAITING_CONNECTIONS);
        unix.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(unix);

        ServerConnector loopback = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        loopback.setHost("127.0.0.1");
        loopback.setIdleTimeout(IDLE_MILLIS);
        if (port.isPresent()) {
            loopback.setPort(port.getAsInt());
            server.addConnector(loopback);
        }
        server.setHandler(new GracefulHandler(new Porter(loopback, token, answers)));
        server.setStopTimeout(STOPPING_MILLIS);
        start(server);
        Files.setPosixFilePermissions(unix.getUnixDomainPath(), PosixFilePermissions.fromString("rw-------"));
        return new Doors(server, loopback, unix, socket);
    }

    /** The port on the loopback address; empty where that door is shut. */
    public OptionalInt port() {
        return loopback.isRunning() ? OptionalInt.of(loopback.getLocalPort()) : OptionalInt.empty();
    }

    /** Whether others still reach this service through its socket. */
    public boolean reachable() {
        return bound.holds();
    }

    /** Lets nobody in any more, answers those who are in, and closes. */
    @Override
    public void close() {
        if (bound.holds()) {
            socket.toFile().delete();
        }
        long deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
        for (int empty = 0; empty < 3 && System.nanoTime() < deadline; ) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            empty = unix.getConnectedEndPoints().isEmpty() ? empty + 1 : 0;
        }
        try {
            server.stop();
        } catch (Exception e) {
            // The process ends; what cannot be closed ends with it.
            return;
        }
    }

    private static void start(Server server) throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            throw e instanceof IOException problem ? problem : new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The address to bind: the path itself, or a short one in a new private folder to which a link at the path leads. */
    private static Path freeAddress(Path socket) throws IOException {
        Files.deleteIfExists(socket);
        if (socket.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LONGEST_ADDRESS) {
            return socket;
        }
        Path address =
                Files.createTempDirectory(Path.of("/tmp"), "greenlane-service-").resolve("s");
        Files.createSymbolicLink(socket, address);
        return address;
    }
}
