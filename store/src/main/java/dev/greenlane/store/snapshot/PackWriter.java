package dev.greenlane.store.snapshot;

import dev.greenlane.store.PrivateFiles;
import dev.greenlane.store.snapshot.Content.Extent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Writes the one file of a snapshot: contents, manifest, and where the manifest is. Used by one thread. */
final class PackWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 13;
    private static final int BLOCK = 1 << 16;
    private static final byte[] ZEROS = new byte[BLOCK];

    private final long number;
    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer waiting = ByteBuffer.allocate(BUFFER);
    private long written;

    /** @throws java.nio.file.FileAlreadyExistsException where the file is there */
    PackWriter(Path file, long number) throws IOException {
        this.number = number;
        this.file = file;
        this.channel = PrivateFiles.create(file);
    }

    /** The number of the snapshot. */
    long number() {
        return number;
    }

    /** Adds a content that is at hand. */
    Content add(byte[] bytes, String hash) throws IOException {
        long offset = position();
        write(bytes, 0, bytes.length);
        List<Extent> extents = bytes.length == 0 ? List.of() : List.of(new Extent(0, bytes.length, offset));
        return new Content(hash, bytes.length, number, "", extents);
    }

    /** Adds the content of an open file, block by block; blocks of zeros take no room. */
    Content add(FileChannel file, Progress progress) throws IOException {
        MessageDigest digest = Pack.digest();
        List<Extent> extents = new ArrayList<>();
        byte[] block = new byte[BLOCK];
        long at = 0;
        long began = 0;
        long offset = position();
        for (int read = read(file, block); read > 0; read = read(file, block)) {
            digest.update(block, 0, read);
            if (Arrays.equals(block, 0, read, ZEROS, 0, read)) {
                close(extents, began, at, offset);
                began = at + read;
                offset = position();
            } else {
                write(block, 0, read);
            }
            at += read;
            progress.step();
        }
        close(extents, began, at, offset);
        return new Content(HexFormat.of().formatHex(digest.digest()), at, number, "", extents);
    }

    /** Is told of each step of long work. */
    @FunctionalInterface
    interface Progress {
        /** Throws to stop it. */
        void step() throws IOException;
    }

    private static void close(List<Extent> extents, long began, long end, long offset) {
        if (end > began) {
            extents.add(new Extent(began, end - began, offset));
        }
    }

    static int read(FileChannel file, byte[] block) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(block);
        while (into.hasRemaining() && file.read(into) >= 0) {
            // a read may give less than there is
        }
        return into.position();
    }

    /**
     * Ends the file.
     *
     * @param lasting whether to wait for the disk
     * @return the hash of the manifest
     */
    String finish(byte[] manifest, boolean lasting) throws IOException {
        byte[] hash = Pack.digest().digest(manifest);
        long at = position();
        write(manifest, 0, manifest.length);
        byte[] end = ByteBuffer.allocate(Pack.END)
                .putLong(at)
                .putLong(manifest.length)
                .put(hash)
                .putLong(Pack.MAGIC)
                .array();
        write(end, 0, end.length);
        flush();
        Seal.put(file);
        if (lasting) {
            channel.force(false);
        }
        return HexFormat.of().formatHex(hash);
    }

    private long position() {
        return written + waiting.position();
    }

    private void write(byte[] bytes, int from, int length) throws IOException {
        if (length > waiting.remaining()) {
            flush();
        }
        if (length > waiting.remaining()) {
            put(ByteBuffer.wrap(bytes, from, length));
        } else {
            waiting.put(bytes, from, length);
        }
    }

    private void flush() throws IOException {
        waiting.flip();
        put(waiting);
        waiting.clear();
    }

    private void put(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
