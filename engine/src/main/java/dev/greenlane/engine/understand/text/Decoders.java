package dev.greenlane.engine.understand.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Encodings in which code is hidden. Bytes are texts with one character each, of the first 256. Stateless; what cannot be
 * decoded is empty.
 */
public final class Decoders {

    private static final int LARGEST = 1_000_000;

    private Decoders() {}

    /** Text of base 64, also in its form for URLs. */
    public static Optional<String> base64(String text) {
        try {
            String clean = text.replace('-', '+').replace('_', '/').replaceAll("[^A-Za-z0-9+/]", "");
            return Optional.of(new String(Base64.getDecoder().decode(clean), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Text of base 32; other characters are left out. */
    public static Optional<String> base32(String text) {
        StringBuilder bytes = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (char c : text.toUpperCase(Locale.ROOT).toCharArray()) {
            int digit = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            if (digit < 0) {
                continue;
            }
            buffer = (buffer << 5 | digit) & 0xFFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.append((char) (buffer >> bits & 0xFF));
            }
        }
        return Optional.of(bytes.toString());
    }

    /** Pairs of hexadecimal digits, blanks between them left out. */
    public static Optional<String> unhex(String text) {
        try {
            byte[] bytes = HexFormat.of().parseHex(text.replaceAll("\\s", ""));
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Bytes as hexadecimal digits. */
    public static String hex(String bytes) {
        return HexFormat.of().formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Bytes as base 64. */
    public static String toBase64(String bytes) {
        return Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Undoes {@code zlib} or {@code gzip}. */
    public static Optional<String> inflate(String bytes) {
        byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
        boolean gzip = raw.length > 18 && raw[0] == 0x1F && (raw[1] & 0xFF) == 0x8B;
        Inflater inflater = new Inflater(gzip);
        try {
            int skip = gzip ? 10 : 0;
            inflater.setInput(raw, skip, raw.length - skip);
            byte[] buffer = new byte[8192];
            StringBuilder text = new StringBuilder();
            while (!inflater.finished() && text.length() < LARGEST) {
                int count = inflater.inflate(buffer);
                if (count == 0) {
                    return Optional.empty();
                }
                text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
            }
            return Optional.of(text.toString());
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }

    /** Latin letters, each moved by half the alphabet. */
    public static String rot13(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            if (c >= 'a' && c <= 'z') {
                turned.append((char) ('a' + (c - 'a' + 13) % 26));
            } else if (c >= 'A' && c <= 'Z') {
                turned.append((char) ('A' + (c - 'A' + 13) % 26));
            } else {
                turned.append(c);
            }
        }
        return turned.toString();
    }

    /** Whether this names an encoding that is no character set. */
    public static boolean isCodec(String name) {
        return codec(name, "").isPresent();
    }

    /** Decodes with an encoding that is no character set; empty where there is none of that name or it fails. */
    public static Optional<String> codec(String name, String text) {
        return switch (name.toLowerCase(Locale.ROOT).replace('-', '_')) {
            case "base64", "base_64", "base64_codec" -> base64(text);
            case "hex", "hex_codec" -> unhex(text);
            case "rot13", "rot_13" -> Optional.of(rot13(text));
            case "zip", "zlib", "zlib_codec" -> text.isEmpty() ? Optional.of("") : inflate(text);
            default -> Optional.empty();
        };
    }
}
