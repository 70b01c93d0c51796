package dev.greenlane.engine.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Documents in a compact form, found by name and decoded one at a time. Immutable and thread-safe.
 *
 * <p>The form: magic and version; the number of names; for each name its hash and where the name and its document stand, in
 * the order of the hashes; names and documents. Reading it costs nothing but bringing its bytes into memory.
 */
public final class Prepared {

    private static final int MAGIC_AND_VERSION = 0x474C_4402;
    private static final int HEADER = 2 * Integer.BYTES;
    private static final int INDEX_ENTRY = 3 * Integer.BYTES;

    private final ByteBuffer bytes;

    private Prepared(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** A document and the names it is found by. */
    public record Document(List<String> names, Data data) {
        public Document {
            names = List.copyOf(names);
        }
    }

    private record IndexEntry(int hash, int nameAt, int dataAt) {}

    /** Writes documents in the prepared form. No two may have the same name. */
    public static void write(List<Document> documents, OutputStream out) throws IOException {
        int names = documents.stream().mapToInt(one -> one.names().size()).sum();
        int start = HEADER + names * INDEX_ENTRY;
        List<IndexEntry> index = new ArrayList<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream bodyOut = new DataOutputStream(body);
        for (Document document : documents) {
            int dataAt = start + body.size();
            encode(document.data(), bodyOut);
            for (String name : document.names()) {
                index.add(new IndexEntry(name.hashCode(), start + body.size(), dataAt));
                encode(name, bodyOut);
            }
        }
        index.sort(Comparator.comparingInt(IndexEntry::hash));
        DataOutputStream output = new DataOutputStream(out);
        output.writeInt(MAGIC_AND_VERSION);
        output.writeInt(names);
        for (IndexEntry entry : index) {
            output.writeInt(entry.hash());
            output.writeInt(entry.nameAt());
            output.writeInt(entry.dataAt());
        }
        body.writeTo(output);
        output.flush();
    }

    /**
     * Reads the prepared form; documents are decoded only when they are asked for.
     *
     * @throws IOException where it cannot be read, or is not of this form and version
     */
    public static Prepared read(InputStream in) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
        if (bytes.limit() < HEADER || bytes.getInt(0) != MAGIC_AND_VERSION) {
            throw new IOException("prepared data of another version; build again");
        }
        return new Prepared(bytes);
    }

    /** All names that {@link #find} knows. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count(); i++) {
            names.add(name(i));
        }
        return Set.copyOf(names);
    }

    /** The document with this name. */
    public Optional<Data> find(String name) {
        int hash = name.hashCode();
        for (int i = firstAtLeast(hash); i < count() && hash(i) == hash; i++) {
            if (name(i).equals(name)) {
                return Optional.of(decode(bytes.duplicate().position(field(i, 2))));
            }
        }
        return Optional.empty();
    }

    private int count() {
        return bytes.getInt(Integer.BYTES);
    }

    private int field(int entry, int number) {
        return bytes.getInt(HEADER + entry * INDEX_ENTRY + number * Integer.BYTES);
    }

    private int hash(int entry) {
        return field(entry, 0);
    }

    private String name(int entry) {
        return decodeText(bytes.duplicate().position(field(entry, 1)));
    }

    private int firstAtLeast(int hash) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hash(middle) < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void encode(String text, DataOutputStream out) throws IOException {
        byte[] utf8 = text.getBytes(UTF_8);
        if (utf8.length > Character.MAX_VALUE) {
            throw new IOException("a text of " + utf8.length + " bytes is too long to keep");
        }
        out.writeShort(utf8.length);
        out.write(utf8);
    }

    private static String decodeText(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        String text = new String(in.array(), in.position(), length, UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static void encode(Data data, DataOutputStream out) throws IOException {
        switch (data) {
            case Data.Nothing nothing -> out.writeByte('N');
            case Data.Text text -> {
                out.writeByte('T');
                encode(text.text(), out);
            }
            case Data.Items items -> {
                out.writeByte('I');
                out.writeShort(items.items().size());
                for (Data item : items.items()) {
                    encode(item, out);
                }
            }
            case Data.Entries entries -> {
                out.writeByte('E');
                out.writeShort(entries.entries().size());
                for (Data.Entry entry : entries.entries()) {
                    encode(entry.name(), out);
                    encode(entry.value(), out);
                }
            }
        }
    }

    private static Data decode(ByteBuffer in) {
        int form = in.get();
        return switch (form) {
            case 'N' -> new Data.Nothing(Place.UNKNOWN);
            case 'T' -> new Data.Text(decodeText(in), Place.UNKNOWN);
            case 'I' -> {
                int count = Short.toUnsignedInt(in.getShort());
                List<Data> items = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    items.add(decode(in));
                }
                yield new Data.Items(items, Place.UNKNOWN);
            }
            case 'E' -> {
                int count = Short.toUnsignedInt(in.getShort());
                List<Data.Entry> entries = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    entries.add(new Data.Entry(decodeText(in), decode(in), Place.UNKNOWN));
                }
                yield new Data.Entries(entries, Place.UNKNOWN);
            }
            default -> throw new IllegalStateException("prepared data is damaged; build again");
        };
    }
}
