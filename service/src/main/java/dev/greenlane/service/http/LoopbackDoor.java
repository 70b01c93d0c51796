package dev.greenlane.service.http;

import java.io.IOException;
import java.util.function.Function;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The door on the loopback address, for agents whose hooks speak HTTP; who comes through it must know the token. */
final class LoopbackDoor implements AutoCloseable {
    private static final int IDLE_MILLIS = 120_000;
    private static final int MOST_THREADS = 256;
    /** So long an answer that is going out may take when the door is shut. */
    private static final long STOPPING_MILLIS = 5_000;

    private final Server server;
    private final ServerConnector connector;

    private LoopbackDoor(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Opens it.
     *
     * @param port the port; 0 for any that is free
     * @param answers answers a question; must not throw
     */
    static LoopbackDoor open(int port, String token, Function<Question, Answer> answers) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
        threads.setName("loopback");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(16 * 1024);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new Porter(token, answers)));
        server.setStopTimeout(STOPPING_MILLIS);
        try {
            server.start();
        } catch (Exception e) {
            throw e instanceof IOException problem ? problem : new IOException(String.valueOf(e.getMessage()), e);
        }
        return new LoopbackDoor(server, connector);
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            // The process ends; what cannot be closed ends with it.
            return;
        }
    }
}
