package dev.greenlane.store.snapshot;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts, paths and looks as bytes. Stateless. */
final class Bytes {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final Seen.Kind[] KINDS = Seen.Kind.values();

    private Bytes() {}

    static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        int length = count(in, LONGEST_TEXT);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static int count(DataInputStream in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("a number is out of bounds");
        }
        return count;
    }

    /** A name that is no text in the system's encoding is written as its bytes, in the form of a URI. */
    static void path(DataOutputStream out, Path path) throws IOException {
        boolean plain = isPlain(path);
        out.writeBoolean(plain);
        text(out, plain ? path.toString() : path.toUri().toString());
    }

    private static boolean isPlain(Path path) {
        try {
            return Path.of(path.toString()).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    static Path path(DataInputStream in) throws IOException {
        boolean plain = in.readBoolean();
        String text = text(in);
        try {
            return plain ? Path.of(text) : Path.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            throw new IOException("a path is none", e);
        }
    }

    static void seen(DataOutputStream out, Seen seen) throws IOException {
        out.writeByte(seen.kind().ordinal());
        out.writeInt(seen.mode());
        out.writeLong(seen.size());
        out.writeLong(seen.modified());
        out.writeLong(seen.changed());
        out.writeLong(seen.inode());
        out.writeLong(seen.device());
        out.writeInt(seen.links());
        text(out, seen.target());
    }

    static Seen seen(DataInputStream in) throws IOException {
        int kind = in.readByte();
        if (kind < 0 || kind >= KINDS.length) {
            throw new IOException("a kind is none");
        }
        return new Seen(
                KINDS[kind],
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                in.readInt(),
                text(in));
    }

    static void texts(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> each : texts.entrySet()) {
            text(out, each.getKey());
            text(out, each.getValue());
        }
    }

    static Map<String, String> texts(DataInputStream in) throws IOException {
        int count = count(in, LONGEST_TEXT);
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < count; i++) {
            texts.put(text(in), text(in));
        }
        return texts;
    }

    static void looks(DataOutputStream out, Map<Path, Seen> looks) throws IOException {
        out.writeInt(looks.size());
        for (Map.Entry<Path, Seen> each : looks.entrySet()) {
            path(out, each.getKey());
            seen(out, each.getValue());
        }
    }

    static Map<Path, Seen> looks(DataInputStream in) throws IOException {
        int count = count(in, Integer.MAX_VALUE);
        Map<Path, Seen> looks = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            looks.put(path(in), seen(in));
        }
        return looks;
    }

    static void numbers(DataOutputStream out, List<Long> numbers) throws IOException {
        out.writeInt(numbers.size());
        for (long number : numbers) {
            out.writeLong(number);
        }
    }

    static List<Long> numbers(DataInputStream in) throws IOException {
        int count = count(in, LONGEST_TEXT);
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(in.readLong());
        }
        return numbers;
    }
}
