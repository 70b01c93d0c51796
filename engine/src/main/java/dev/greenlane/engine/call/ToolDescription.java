package dev.greenlane.engine.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * What an MCP server says of a tool. Nothing in it is true because the server says so. Immutable. See "Tools" in the
 * specification of the Model Context Protocol.
 *
 * @param text the tool's description and schema as the server gives them, in one text
 * @param hints the annotations that are set to true: {@code readOnlyHint}, {@code destructiveHint}, {@code idempotentHint},
 *     {@code openWorldHint}
 * @param pinned the {@link #hash()} from when a person last saw the description; empty where nobody has
 */
public record ToolDescription(String text, Set<String> hints, Optional<String> pinned) {

    public ToolDescription {
        hints = Set.copyOf(hints);
    }

    /** SHA-256 of the text, in hexadecimal digits. */
    public String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the server says something else than when the description was pinned. */
    public boolean hasChanged() {
        return pinned.isPresent() && !pinned.get().equals(hash());
    }
}
