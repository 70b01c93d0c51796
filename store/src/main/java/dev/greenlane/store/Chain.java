package dev.greenlane.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes that make a change of an old entry show: SHA-256 over the hash of the entry before, the entry's number and the
 * hash of its columns. A column goes in as one byte for its type, its length and its bytes, so that no two different rows
 * hash the same bytes.
 */
final class Chain {
    private static final byte NOTHING = 0;
    private static final byte NUMBER = 1;
    private static final byte TEXT = 2;

    private Chain() {}

    /** The hash of an entry's columns. */
    static byte[] content(Row row) {
        MessageDigest digest = sha256();
        for (int i = 0; i < Column.count(); i++) {
            Object value = row.get(Column.at(i));
            if (value instanceof Long number) {
                digest.update(NUMBER);
                digest.update(bytes(number));
            } else if (value instanceof String text) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update(TEXT);
                digest.update(bytes(bytes.length));
                digest.update(bytes);
            } else {
                digest.update(NOTHING);
            }
        }
        return digest.digest();
    }

    /** The hash of the entry that stands behind the one whose hash is {@code before}. */
    static byte[] link(byte[] before, long number, byte[] content) {
        MessageDigest digest = sha256();
        digest.update(before);
        digest.update(bytes(number));
        return digest.digest(content);
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
