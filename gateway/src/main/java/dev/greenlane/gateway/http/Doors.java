package dev.greenlane.gateway.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Listens. Each request has a virtual thread of its own: it waits most of its time. */
public final class Doors implements AutoCloseable {
    private static final int WAITING_CONNECTIONS = 1024;
    private static final int LONGEST_HEAD = 256 * 1024;

    private final Server server;
    private final ServerConnector connector;

    private Doors(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Opens the door.
     *
     * @param token what stands in the path of every request; empty for nothing
     * @param patience how long a connection may be silent
     * @throws IOException where it cannot be opened
     */
    public static Doors open(
            InetSocketAddress address,
            Upstream upstream,
            Passage.Maker maker,
            Optional<String> token,
            Duration patience)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("gateway");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads, null, Buffers.pool());
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setRequestHeaderSize(LONGEST_HEAD);
        http.setMaxResponseHeaderSize(LONGEST_HEAD);
        http.setUriCompliance(UriCompliance.UNSAFE);
        ServerConnector connector = new ServerConnector(server, 1, 2, new HttpConnectionFactory(http));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        connector.setIdleTimeout(patience.toMillis());
        server.addConnector(connector);
        server.setHandler(new Front(upstream, maker, token));
        try {
            server.start();
        } catch (Exception e) {
            throw e instanceof IOException problem ? problem : new IOException(String.valueOf(e.getMessage()), e);
        }
        return new Doors(server, connector);
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }
}
