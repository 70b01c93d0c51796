package dev.greenlane.gateway;

import dev.greenlane.gateway.http.Doors;
import dev.greenlane.gateway.http.Upstream;
import dev.greenlane.gateway.verdicts.Judge;
import dev.greenlane.gateway.verdicts.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A gateway that runs. It keeps no key: those of clients go on with their requests and are written down nowhere. */
public final class Gateway implements AutoCloseable {
    /** Local models read long prompts for minutes before they say anything. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Upstream upstream;
    private final Doors doors;
    private final InetAddress address;
    private final Optional<String> token;

    private Gateway(Upstream upstream, Doors doors, InetAddress address, Optional<String> token) {
        this.upstream = upstream;
        this.doors = doors;
        this.address = address;
        this.token = token;
    }

    /**
     * Starts one.
     *
     * @param base the API's address, without {@code /v1}
     * @param listen where to listen; port 0 for any that is free
     * @param token what stands in the path of every request; must be given where others can reach the address
     * @throws IOException where it cannot listen there
     */
    public static Gateway start(
            URI base, InetSocketAddress listen, Optional<String> token, Manner manner, Service service)
            throws IOException {
        if (token.isEmpty() && !listen.getAddress().isLoopbackAddress()) {
            throw new IOException(listen + " can be reached by others, which takes a token");
        }
        Upstream upstream = new Upstream(base, PATIENCE);
        Knowledge knowledge = new Knowledge(manner.knowing(), upstream.host());
        Passages passages = new Passages(new Judge(service), manner, knowledge);
        try {
            Doors doors = Doors.open(listen, upstream, passages, token, PATIENCE);
            return new Gateway(upstream, doors, listen.getAddress(), token);
        } catch (IOException e) {
            upstream.close();
            throw e;
        }
    }

    /** The base URL that clients are given. */
    public String url() {
        String host = address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + doors.port()
                + token.map(secret -> "/t/" + secret).orElse("");
    }

    /** Ends it; answers that are on their way break off. */
    @Override
    public void close() throws IOException {
        doors.close();
        upstream.close();
    }
}
