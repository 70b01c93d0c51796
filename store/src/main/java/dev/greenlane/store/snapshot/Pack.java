package dev.greenlane.store.snapshot;

import dev.greenlane.store.snapshot.Content.Extent;
import dev.greenlane.store.snapshot.SnapshotFailure.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The file of a snapshot, for reading. Thread-safe. */
final class Pack implements AutoCloseable {
    static final int END = 8 + 8 + 32 + 8;
    static final long MAGIC = 0x474c534e41503032L;

    private static final int LARGEST_MANIFEST = 1 << 30;
    private static final int BLOCK = 1 << 20;
    private static final int COMPARED = 1 << 16;

    private final FileChannel channel;
    private final boolean isUntouched;

    private Pack(FileChannel channel, boolean isUntouched) {
        this.channel = channel;
        this.isUntouched = isUntouched;
    }

    /** A manifest and its hash. */
    record Whole(Manifest manifest, String hash) {}

    static Pack open(Path file) throws IOException {
        boolean isUntouched = Seal.isWhole(file);
        return new Pack(FileChannel.open(file, StandardOpenOption.READ), isUntouched);
    }

    /**
     * What it has kept; empty where it was never finished.
     *
     * @throws SnapshotFailure where it was changed since
     */
    Optional<Whole> whole() throws IOException, SnapshotFailure {
        long size = channel.size();
        if (size < END) {
            return Optional.empty();
        }
        ByteBuffer end = read(size - END, END);
        long at = end.getLong();
        long length = end.getLong();
        byte[] hash = new byte[32];
        end.get(hash);
        if (end.getLong() != MAGIC) {
            return Optional.empty();
        }
        if (at < 0 || length < 0 || length > LARGEST_MANIFEST || at + length + END != size) {
            throw new SnapshotFailure(Kind.DAMAGED, "it was changed since it was written");
        }
        byte[] manifest = read(at, (int) length).array();
        if (!MessageDigest.isEqual(hash, digest().digest(manifest))) {
            throw new SnapshotFailure(Kind.DAMAGED, "it was changed since it was written");
        }
        return Optional.of(
                new Whole(ManifestBytes.read(manifest), HexFormat.of().formatHex(hash)));
    }

    /** Writes a content of this pack to an open file. Where the pack may have been changed, the content is checked on the way. */
    void copy(Content content, FileChannel to) throws IOException, SnapshotFailure {
        if (isUntouched) {
            transfer(content, to);
        } else {
            copyChecked(content, to);
        }
    }

    private void transfer(Content content, FileChannel to) throws IOException, SnapshotFailure {
        for (Extent extent : content.extents()) {
            to.position(extent.at());
            for (long done = 0; done < extent.length(); ) {
                long some = channel.transferTo(extent.offset() + done, extent.length() - done, to);
                if (some <= 0) {
                    throw new SnapshotFailure(Kind.DAMAGED, "a part of the snapshot is missing");
                }
                done += some;
            }
        }
        lengthen(content, to);
    }

    private void copyChecked(Content content, FileChannel to) throws IOException, SnapshotFailure {
        MessageDigest digest = digest();
        long at = 0;
        for (Extent extent : content.extents()) {
            zeros(digest, extent.at() - at);
            for (long done = 0; done < extent.length(); ) {
                int some = (int) Math.min(BLOCK, extent.length() - done);
                ByteBuffer block = read(extent.offset() + done, some);
                digest.update(block.duplicate());
                for (long place = extent.at() + done; block.hasRemaining(); ) {
                    place += to.write(block, place);
                }
                done += some;
            }
            at = extent.at() + extent.length();
        }
        zeros(digest, content.length() - at);
        lengthen(content, to);
        check(content, digest);
    }

    /** Zeros at the end were not kept. */
    private static void lengthen(Content content, FileChannel to) throws IOException {
        if (to.size() < content.length()) {
            to.write(ByteBuffer.allocate(1), content.length() - 1);
        }
    }

    /** Whether a file has just this content now. A difference shows at the first block that has one. */
    boolean isIn(Path file, Content content) throws IOException, SnapshotFailure {
        Extent whole = content.extents().size() == 1 ? content.extents().getFirst() : new Extent(0, -1, 0);
        if (whole.length() != content.length()) {
            return hash(file).equals(Optional.of(content.hash()));
        }
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] block = new byte[(int) Math.clamp(content.length(), 1, COMPARED)];
            long done = 0;
            for (int read = PackWriter.read(other, block); read > 0; read = PackWriter.read(other, block)) {
                if (done + read > content.length()
                        || !read(whole.offset() + done, read).equals(ByteBuffer.wrap(block, 0, read))) {
                    return false;
                }
                done += read;
            }
            return done == content.length();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** A content of this pack that is not large. */
    byte[] bytes(Content content) throws IOException, SnapshotFailure {
        byte[] bytes = new byte[Math.toIntExact(content.length())];
        for (Extent extent : content.extents()) {
            read(extent.offset(), (int) extent.length()).get(bytes, (int) extent.at(), (int) extent.length());
        }
        MessageDigest digest = digest();
        digest.update(bytes);
        check(content, digest);
        return bytes;
    }

    private static void zeros(MessageDigest digest, long length) {
        byte[] zeros = new byte[(int) Math.min(BLOCK, Math.max(0, length))];
        for (long left = length; left > 0; left -= zeros.length) {
            digest.update(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }

    private static void check(Content content, MessageDigest digest) throws SnapshotFailure {
        if (!HexFormat.of().formatHex(digest.digest()).equals(content.hash())) {
            throw new SnapshotFailure(Kind.DAMAGED, "its content in the snapshot was changed since it was kept");
        }
    }

    private ByteBuffer read(long at, int length) throws IOException, SnapshotFailure {
        ByteBuffer into = ByteBuffer.allocate(length);
        while (into.hasRemaining()) {
            if (channel.read(into, at + into.position()) < 0) {
                throw new SnapshotFailure(Kind.DAMAGED, "a part of the snapshot is missing");
            }
        }
        return into.flip();
    }

    /** The hash of a file; empty where there is none. */
    static Optional<String> hash(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MessageDigest digest = digest();
            byte[] block = new byte[(int) Math.clamp(channel.size(), 1, BLOCK)];
            for (int read = PackWriter.read(channel, block); read > 0; read = PackWriter.read(channel, block)) {
                digest.update(block, 0, read);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Works on words of 64 bits: where no instruction of the processor is used for it, it takes two thirds of SHA-256's time. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-512/256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-512/256", e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
