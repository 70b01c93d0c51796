package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.effect.Endpoint;
import dev.greenlane.engine.effect.Endpoint.Reach;
import dev.greenlane.engine.value.Value;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Reads values as hosts and URLs. Pure and stateless: no name is ever looked up. */
public final class EndpointReader {

    /** Where the clouds give their machines credentials; see the manuals of each. */
    private static final Set<String> METADATA = Set.of(
            "169.254.169.254",
            "169.254.170.2",
            "169.254.170.23",
            "100.100.100.200",
            "192.0.0.192",
            "168.63.129.16",
            "fd00:ec2::254",
            "fd00:ec2::23",
            "fd20:ce::254",
            "metadata",
            "metadata.google.internal",
            "metadata.goog",
            "instance-data",
            "instance-data.ec2.internal",
            "metadata.azure.internal",
            "metadata.tencentyun.com",
            "metadata.packet.net",
            "metadata.platformequinix.com");

    /** How {@code socat} begins an address. */
    private static final Set<String> SOCAT = Set.of(
            "TCP:",
            "TCP4:",
            "TCP6:",
            "TCP-CONNECT:",
            "UDP:",
            "UDP4:",
            "UDP-CONNECT:",
            "UDP-SENDTO:",
            "OPENSSL:",
            "SSL:",
            "SCTP:");

    private EndpointReader() {}

    /** Reads a URL, {@code host}, {@code host:port}, {@code user@host} or {@code user@host:path}. */
    public static Endpoint read(Value value) {
        String text = value.display();
        String known = value.known().orElse(value.prefix());
        boolean whole = value.hasNoHole();
        String named = decoded(host(known, whole));
        String host = Address.dotted(named).orElse(named);
        return new Endpoint(text, host, host.isEmpty() ? Reach.UNKNOWN : reach(host));
    }

    /** What stands out in a URL: traits for its effect. */
    static Set<String> traits(Value value) {
        return value.known().map(UrlTraits::of).orElse(Set.of());
    }

    /** A host without encoded characters and without the dot that ends it. */
    private static String decoded(String host) {
        String plain = host;
        if (host.indexOf('%') >= 0) {
            try {
                plain = URLDecoder.decode(host, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException e) {
                plain = host;
            }
        }
        return plain.length() > 1 && plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** The host in {@code text}; empty where the text ends before the host does. */
    private static String host(String text, boolean whole) {
        int scheme = text.indexOf("://");
        if (scheme < 0 && SOCAT.stream().anyMatch(text.toUpperCase(Locale.ROOT)::startsWith)) {
            return host(text.substring(text.indexOf(':') + 1), whole);
        }
        String rest = scheme >= 0 ? text.substring(scheme + 3) : text;
        int end = rest.length();
        boolean ended = whole;
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c == '/' || c == '?' || c == '#' || c == '\\') {
                end = i;
                ended = true;
                break;
            }
        }
        String authority = rest.substring(0, end);
        int user = authority.lastIndexOf('@');
        String host = authority.substring(user + 1);
        if (host.startsWith("[")) {
            int close = host.indexOf(']');
            return close < 0 ? "" : host.substring(1, close).toLowerCase(Locale.ROOT);
        }
        int colon = host.indexOf(':');
        if (colon >= 0 && colon == host.lastIndexOf(':')) {
            host = host.substring(0, colon);
            ended = true;
        }
        return ended ? host.toLowerCase(Locale.ROOT) : "";
    }

    /** How far away a host is, by its name or address. */
    static Reach reach(String host) {
        if (METADATA.contains(host)) {
            return Reach.METADATA;
        }
        if (host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("::1")
                || host.equals("0.0.0.0")
                || host.equals("[::]")
                || host.equals("::")) {
            return Reach.LOOPBACK;
        }
        boolean name = host.chars().anyMatch(Character::isLetter);
        if (name && host.indexOf(':') < 0) {
            boolean inside = host.indexOf('.') < 0
                    || host.endsWith(".local")
                    || host.endsWith(".internal")
                    || host.endsWith(".lan")
                    || host.endsWith(".svc")
                    || host.endsWith(".intranet")
                    || host.endsWith(".home.arpa");
            return inside ? Reach.PRIVATE : Reach.PUBLIC;
        }
        boolean inside = host.startsWith("10.")
                || host.startsWith("192.168.")
                || host.startsWith("169.254.")
                || host.startsWith("fd")
                || host.startsWith("fe80")
                || isShared100(host)
                || isPrivate172(host);
        return inside ? Reach.PRIVATE : Reach.PUBLIC;
    }

    /** Addresses that a provider shares among its customers: 100.64.0.0/10, RFC 6598. */
    private static boolean isShared100(String host) {
        int dot = host.indexOf('.', 4);
        if (!host.startsWith("100.") || dot < 5 || dot > 7) {
            return false;
        }
        int second = Integer.parseInt(host.substring(4, dot));
        return second >= 64 && second < 128;
    }

    private static boolean isPrivate172(String host) {
        if (!host.startsWith("172.")) {
            return false;
        }
        int dot = host.indexOf('.', 4);
        String second = dot < 0 ? "" : host.substring(4, dot);
        return second.length() == 2 && second.compareTo("16") >= 0 && second.compareTo("31") <= 0;
    }
}
