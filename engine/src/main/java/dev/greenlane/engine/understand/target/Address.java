package dev.greenlane.engine.understand.target;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Internet addresses in all the forms that programs take: {@code 127.1}, {@code 2130706433}, {@code 0x7f.0.0.1}, {@code 0177.0.0.1},
 * {@code ::ffff:7f00:1}. See {@code inet_aton(3)} and RFC 4291.
 */
final class Address {

    private static final int LONGEST = 64;
    private static final Pattern PART = Pattern.compile("0[xX][0-9a-fA-F]{1,8}|[0-9]{1,11}");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");
    private static final Pattern MAPPED = Pattern.compile(
            "(?:::|0:0:0:0:0:)ffff:(?:0:)?(?:([0-9.]+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))|64:ff9b::([0-9.]+)");
    /** Names that services on the network turn into the address that stands in them. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:.*\\.)?(\\d{1,3}[.-]\\d{1,3}[.-]\\d{1,3}[.-]\\d{1,3})\\.(?:nip\\.io|sslip\\.io|xip\\.io)");

    private Address() {}

    /** The four numbers with dots that a host means; empty where it is a name, or an address of version 6 of its own. */
    static Optional<String> dotted(String host) {
        if (host.isEmpty() || host.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher mapped = MAPPED.matcher(host);
        if (mapped.matches()) {
            String plain = mapped.group(1) == null ? mapped.group(4) : mapped.group(1);
            return Optional.of(plain == null ? ofGroups(mapped.group(2), mapped.group(3)) : plain);
        }
        Matcher named = NAMED.matcher(host);
        if (named.matches()) {
            return Optional.of(named.group(1).replace('-', '.'));
        }
        return numbers(host.toLowerCase(Locale.ROOT));
    }

    /** Whether an address is written as nobody writes one. */
    static boolean isDisguised(String host) {
        return dotted(host).isPresent() && !DOTTED.matcher(host).matches();
    }

    private static String ofGroups(String high, String low) {
        return text((Long.parseLong(high, 16) << 16) | Long.parseLong(low, 16));
    }

    private static Optional<String> numbers(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            if (!PART.matcher(parts[i]).matches()) {
                return Optional.empty();
            }
            long number = number(parts[i]);
            boolean last = i == parts.length - 1;
            int bits = last ? 8 * (4 - i) : 8;
            if (number < 0 || number >= 1L << bits) {
                return Optional.empty();
            }
            address = address << bits | number;
        }
        return Optional.of(text(address));
    }

    private static long number(String part) {
        if (part.startsWith("0x")) {
            return Long.parseLong(part.substring(2), 16);
        }
        boolean octal = part.length() > 1 && part.charAt(0) == '0';
        if (octal && part.chars().anyMatch(c -> c > '7')) {
            return -1;
        }
        return Long.parseLong(part, octal ? 8 : 10);
    }

    private static String text(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }
}
