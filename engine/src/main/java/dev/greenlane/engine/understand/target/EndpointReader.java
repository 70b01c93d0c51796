package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.effect.Endpoint;
import dev.greenlane.engine.effect.Endpoint.Reach;
import dev.greenlane.engine.value.Value;
import java.util.Locale;
import java.util.Set;

/** Reads values as hosts and URLs. Pure and stateless: no name is ever looked up. */
public final class EndpointReader {

    private static final Set<String> METADATA = Set.of(
            "169.254.169.254",
            "metadata.google.internal",
            "metadata",
            "100.100.100.200",
            "fd00:ec2::254",
            "169.254.170.2");

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
        String host = host(known, whole);
        return new Endpoint(text, host, host.isEmpty() ? Reach.UNKNOWN : reach(host));
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
                || isPrivate172(host);
        return inside ? Reach.PRIVATE : Reach.PUBLIC;
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
