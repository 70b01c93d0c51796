package dev.greenlane.cli;

import dev.greenlane.api.ServiceClient;
import dev.greenlane.gateway.Gateway;
import dev.greenlane.gateway.Manner;
import dev.greenlane.gateway.Manner.Knowing;
import dev.greenlane.gateway.verdicts.Service;
import dev.greenlane.gateway.verdicts.Voice;
import dev.greenlane.service.settings.Key;
import dev.greenlane.service.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Starts gateways as the settings say. Stateless. */
final class Gateways {
    /** Where Claude Code sends its requests where nothing else is said. */
    static final String VENDOR = "https://api.anthropic.com";

    /** Longer than a judge and a person may take together. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private Gateways() {}

    /** A gateway on any free port of the loopback address, for the clients of this machine. */
    static Gateway onLoopback(URI upstream, Resident resident, Optional<String> run) throws IOException {
        return start(
                upstream, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.empty(), resident, run);
    }

    /** @param run the run to which its sessions belong */
    static Gateway start(
            URI upstream, InetSocketAddress listen, Optional<String> token, Resident resident, Optional<String> run)
            throws IOException {
        return Gateway.start(
                upstream,
                listen,
                token,
                manner(resident.settings().in(Optional.empty())),
                new Service(new ServiceClient(resident.places().socket(), PATIENCE), resident.starter(), run));
    }

    /** The API's address. */
    static URI upstream(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw Failure.usage(text + " is no address.");
        }
        boolean usable = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
        if (!usable) {
            throw Failure.usage(text + " is no address like https://api.example.com.");
        }
        int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + port
                + Optional.ofNullable(uri.getRawPath()).orElse(""));
    }

    private static Manner manner(Settings settings) {
        return new Manner(
                switch (settings.get(Key.GATEWAY_UPSTREAM).value()) {
                    case "knows" -> Knowing.YES;
                    case "plain" -> Knowing.NO;
                    default -> Knowing.AUTO;
                },
                Voice.valueOf(settings.get(Key.GATEWAY_VERDICTS).value().toUpperCase(Locale.ROOT)),
                settings.get(Key.GATEWAY_QUESTIONS).value().equals("answer"));
    }
}
