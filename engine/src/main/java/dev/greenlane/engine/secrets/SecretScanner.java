package dev.greenlane.engine.secrets;

import dev.greenlane.syntax.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Finds credentials in text. Placeholders and documented example values are passed over. Immutable and thread-safe. */
public final class SecretScanner {

    private static final String KEY_BEGIN = "-----BEGIN ";
    private static final String KEY_HEAD_END = "PRIVATE KEY-----";
    private static final int SHORTEST_KEY = 64;

    private final SecretFormat[] formats;
    /** No credential is shorter. */
    private final int shortest;

    private SecretScanner(List<SecretFormat> formats) {
        this.formats = formats.toArray(SecretFormat[]::new);
        this.shortest = formats.stream().mapToInt(SecretFormat::shortest).min().orElse(Integer.MAX_VALUE);
    }

    /** With the formats that come with Greenlane. */
    public static SecretScanner load() {
        try (InputStream in = Objects.requireNonNull(
                SecretScanner.class.getResourceAsStream("/dev/greenlane/engine/secrets.txt"),
                "secrets.txt is missing from this build")) {
            return new SecretScanner(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(SecretFormat::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The credentials in {@code text}. Takes time in proportion to its length. */
    public List<Secret> find(String text) {
        List<Secret> found = new ArrayList<>();
        if (text.length() < shortest) {
            return found;
        }
        Letters letters = Letters.of(text);
        for (SecretFormat format : formats) {
            int at = format.fits(text.length(), letters) ? text.indexOf(format.prefix()) : -1;
            while (at >= 0) {
                format.at(text, at).ifPresent(found::add);
                at = text.indexOf(format.prefix(), at + format.prefix().length());
            }
        }
        findPrivateKeys(text, found);
        return found;
    }

    /**
     * The text with every credential in it replaced by the name of its format, and with what stands as a password in an
     * address, behind {@code Authorization:} or as the value of a setting with such a name blotted out, whatever its format.
     */
    public String redact(String text) {
        String blotted = Blots.in(text);
        List<Secret> found = new ArrayList<>(find(blotted));
        if (found.isEmpty()) {
            return blotted;
        }
        found.sort(Comparator.comparingInt(secret -> secret.span().start()));
        StringBuilder result = new StringBuilder(blotted.length());
        int at = 0;
        for (Secret secret : found) {
            if (secret.span().start() >= at) {
                result.append(blotted, at, secret.span().start())
                        .append('[')
                        .append(secret.format())
                        .append(']');
                at = secret.span().end();
            }
        }
        return result.append(blotted, at, blotted.length()).toString();
    }

    private static void findPrivateKeys(String text, List<Secret> found) {
        int at = text.indexOf(KEY_BEGIN);
        while (at >= 0) {
            int headEnd = text.indexOf(KEY_HEAD_END, at);
            int lineEnd = text.indexOf('\n', at);
            int end = text.indexOf("-----END", at);
            boolean oneHead = headEnd >= 0 && (lineEnd < 0 || headEnd < lineEnd);
            if (oneHead && end - headEnd > SHORTEST_KEY) {
                found.add(new Secret("private-key", new Span(at, end)));
            }
            at = text.indexOf(KEY_BEGIN, at + KEY_BEGIN.length());
        }
    }
}
