package dev.greenlane.engine.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Documents in a compact form, found by name and decoded one at a time. Immutable and thread-safe.
 *
 * <p>The form: magic and version, the number of documents, for each its length and its names, then the documents.
 */
public final class Prepared {

    private static final int MAGIC_AND_VERSION = 0x474C_4401;

    private final byte[] bytes;
    private final Map<String, Integer> offsets;

    private Prepared(byte[] bytes, Map<String, Integer> offsets) {
        this.bytes = bytes;
        this.offsets = offsets;
    }

    /** A document and the names it is found by. */
    public record Document(List<String> names, Data data) {
        public Document {
            names = List.copyOf(names);
        }
    }

    /** Writes documents in the prepared form; where two have the same name, the last is found. */
    public static void write(List<Document> documents, OutputStream out) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        DataOutputStream output = new DataOutputStream(out);
        output.writeInt(MAGIC_AND_VERSION);
        output.writeInt(documents.size());
        for (Document document : documents) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            encode(document.data(), new DataOutputStream(body));
            bodies.add(body.toByteArray());
            output.writeInt(body.size());
            output.writeInt(document.names().size());
            for (String name : document.names()) {
                output.writeUTF(name);
            }
        }
        for (byte[] body : bodies) {
            output.write(body);
        }
        output.flush();
    }

    /**
     * Reads the prepared form; documents are decoded only when they are asked for.
     *
     * @throws IOException where it cannot be read, or is not of this form and version
     */
    public static Prepared read(InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        ByteArrayInputStream source = new ByteArrayInputStream(bytes);
        DataInputStream input = new DataInputStream(source);
        if (input.readInt() != MAGIC_AND_VERSION) {
            throw new IOException("prepared data of another version; build again");
        }
        int documents = input.readInt();
        Map<String, Integer> offsets = new HashMap<>();
        int offset = 0;
        for (int i = 0; i < documents; i++) {
            int length = input.readInt();
            int names = input.readInt();
            for (int j = 0; j < names; j++) {
                offsets.put(input.readUTF(), offset);
            }
            offset += length;
        }
        int start = bytes.length - source.available();
        offsets.replaceAll((name, at) -> start + at);
        return new Prepared(bytes, offsets);
    }

    /** All names that {@link #find} knows. */
    public Set<String> names() {
        return Set.copyOf(offsets.keySet());
    }

    /** The document with this name. */
    public Optional<Data> find(String name) {
        Integer offset = offsets.get(name);
        return offset == null ? Optional.empty() : Optional.of(decodeAt(offset));
    }

    private Data decodeAt(int offset) {
        try {
            return decode(new DataInputStream(new ByteArrayInputStream(bytes, offset, bytes.length - offset)));
        } catch (IOException e) {
            throw new UncheckedIOException("prepared data is damaged; build again", e);
        }
    }

    private static void encode(Data data, DataOutputStream out) throws IOException {
        switch (data) {
            case Data.Nothing nothing -> out.writeByte('N');
            case Data.Text text -> {
                out.writeByte('T');
                out.writeUTF(text.text());
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
                    out.writeUTF(entry.name());
                    encode(entry.value(), out);
                }
            }
        }
    }

    private static Data decode(DataInputStream in) throws IOException {
        int form = in.readByte();
        return switch (form) {
            case 'N' -> new Data.Nothing(Place.UNKNOWN);
            case 'T' -> new Data.Text(in.readUTF(), Place.UNKNOWN);
            case 'I' -> {
                List<Data> items = new ArrayList<>();
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    items.add(decode(in));
                }
                yield new Data.Items(items, Place.UNKNOWN);
            }
            case 'E' -> {
                List<Data.Entry> entries = new ArrayList<>();
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    entries.add(new Data.Entry(in.readUTF(), decode(in), Place.UNKNOWN));
                }
                yield new Data.Entries(entries, Place.UNKNOWN);
            }
            default -> throw new IOException("no such form of data: " + form);
        };
    }
}
