package dev.greenlane.store.snapshot;

import dev.greenlane.store.PrivateFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an undo is about to do, on the disk before it does anything: an undo that was cut off is finished by it.
 *
 * @param of the snapshots that are brought back
 * @param redo the snapshot of what stood there before
 * @param paths what is changed
 */
record Journal(List<Long> of, long redo, List<Path> paths) {
    private static final String NAME = "undo.journal";

    Journal {
        of = List.copyOf(of);
        paths = List.copyOf(paths);
    }

    /** The snapshots that it needs. */
    List<Long> numbers() {
        List<Long> numbers = new ArrayList<>(of);
        numbers.add(redo);
        return numbers;
    }

    /** The undo that was cut off; empty where there is none. */
    static Optional<Journal> pending(Shelf shelf) {
        try {
            byte[] bytes = Files.readAllBytes(shelf.place().resolve(NAME));
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            List<Long> of = Bytes.numbers(in);
            long redo = in.readLong();
            List<Path> paths = new ArrayList<>();
            for (int left = Bytes.count(in, Integer.MAX_VALUE); left > 0; left--) {
                paths.add(Bytes.path(in));
            }
            return Optional.of(new Journal(of, redo, paths));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(Shelf shelf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Bytes.numbers(out, of);
        out.writeLong(redo);
        out.writeInt(paths.size());
        for (Path path : paths) {
            Bytes.path(out, path);
        }
        out.flush();
        Path part = shelf.place().resolve(NAME + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = PrivateFiles.create(part)) {
            ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
            while (all.hasRemaining()) {
                channel.write(all);
            }
            channel.force(false);
        }
        Files.move(part, shelf.place().resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Shelf shelf) throws IOException {
        Files.deleteIfExists(shelf.place().resolve(NAME));
    }
}
