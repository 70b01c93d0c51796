package dev.greenlane.engine.understand.target;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands out in a URL, as traits of the effect: data packed into it, a host that looks like another. Pure. */
final class UrlTraits {

    private static final int LONGEST = 8192;
    private static final int PACKED = 40;
    private static final int LONG_QUERY = 1500;
    private static final int LONG_LABEL = 40;
    private static final int LONG_NAME = 100;
    private static final int PADDED_LABEL = 16;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{40,}={0,2}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){20,}");
    private static final Pattern SIGNED = Pattern.compile(
            "(?i)^(?:x-(?:amz|goog|ms|oss)-|sig(?:nature)?$|policy$|key-pair-id$|hdnea$|hmac$|hash$|sha\\d*$|integrity$|cursor$|after$|page_?token$)");

    private UrlTraits() {}

    static Set<String> of(String url) {
        int scheme = url.indexOf("://");
        String rest = url.substring(scheme < 0 ? 0 : scheme + 3, Math.min(url.length(), LONGEST));
        int path = end(rest);
        String authority = rest.substring(0, path);
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        String host = authority.substring(at + 1);
        Set<String> traits = new HashSet<>(2);
        if (scheme >= 0 && isHost(user) || looksLikeAnother(host)) {
            traits.add("lookalike");
        }
        if (Address.isDisguised(withoutPort(host))) {
            traits.add("disguised-address");
        }
        if (scheme >= 0 && carriesData(rest.substring(path)) || isPacked(host)) {
            traits.add("data-in-url");
        }
        return traits;
    }

    private static int end(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            if ("/?#\\".indexOf(rest.charAt(i)) >= 0) {
                return i;
            }
        }
        return rest.length();
    }

    /** {@code https://example.com@other.net} leads to {@code other.net}. */
    private static boolean isHost(String user) {
        String name = withoutPort(user);
        int dot = name.lastIndexOf('.');
        return dot > 0
                && name.length() - dot > 2
                && name.substring(dot + 1).chars().allMatch(Character::isLetter);
    }

    /** A name in which letters of another script stand for the ones they look like. */
    private static boolean looksLikeAnother(String host) {
        boolean latin = false;
        boolean other = host.toLowerCase(Locale.ROOT).contains("xn--");
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            latin |= c < 128 && Character.isLetter(c);
            Character.UnicodeScript script = Character.UnicodeScript.of(c);
            other |= script == Character.UnicodeScript.CYRILLIC
                    || script == Character.UnicodeScript.GREEK
                    || c >= 0xFF00 && c < 0xFFF0;
        }
        return other && latin;
    }

    private static boolean carriesData(String behind) {
        int query = behind.indexOf('?');
        String path = query < 0 ? behind : behind.substring(0, query);
        for (String segment : path.split("/")) {
            if (segment.length() >= PACKED
                    && (BASE64.matcher(segment).matches() && decodesToText(segment) || isHexText(segment))) {
                return true;
            }
        }
        if (query < 0) {
            return false;
        }
        if (behind.length() - query > LONG_QUERY) {
            return true;
        }
        for (String pair : behind.substring(query + 1).split("[&#]")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals);
            String value = decoded(pair.substring(equals + 1));
            if (value.length() >= PACKED && !SIGNED.matcher(name).find() && isData(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isData(String value) {
        return BASE64.matcher(value).matches() && (decodesToText(value) || value.length() >= 200)
                || isHexText(value)
                || value.contains("BEGIN ") && value.contains("KEY")
                || value.contains("root:x:0:0");
    }

    private static String decoded(String value) {
        try {
            return value.indexOf('%') < 0
                    ? value
                    : URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static boolean decodesToText(String value) {
        try {
            String plain = value.replace('-', '+').replace('_', '/').replace("=", "");
            return isText(Base64.getDecoder().decode(plain.substring(0, plain.length() / 4 * 4)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isHexText(String value) {
        if (!HEX.matcher(value).matches()) {
            return false;
        }
        byte[] bytes = new byte[value.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(value.substring(2 * i, 2 * i + 2), 16);
        }
        return isText(bytes);
    }

    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if ((b < ' ' || b > '~') && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return bytes.length > 0;
    }

    /** Data as labels of a name, which goes out when the name is looked up. */
    private static boolean isPacked(String host) {
        String name = withoutPort(host);
        String[] labels = name.split("\\.");
        if (labels.length < 3) {
            return false;
        }
        boolean packed = name.length() > LONG_NAME;
        for (int i = 0; i < labels.length - 2; i++) {
            String label = labels[i];
            long digits = label.chars().filter(Character::isDigit).count();
            packed |= label.length() >= LONG_LABEL && digits >= 4 && label.indexOf('-') < 0 || isHexText(label);
            packed |= label.endsWith("=") && label.length() >= PADDED_LABEL && decodesToText(label);
        }
        return packed;
    }

    private static String withoutPort(String host) {
        int colon = host.indexOf(':');
        return colon >= 0 && colon == host.lastIndexOf(':') ? host.substring(0, colon) : host;
    }
}
