package dev.greenlane.store.snapshot;

import dev.greenlane.store.snapshot.Content.Extent;
import dev.greenlane.store.snapshot.Threat.How;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A manifest as bytes. Stateless. */
final class ManifestBytes {
    private static final int VERSION = 1;
    private static final int MOST_EXTENTS = 1 << 24;
    private static final How[] HOWS = How.values();

    private static final int REGULAR = 'r';
    private static final int MARKS = 'm';
    private static final int FOLDER = 'f';
    private static final int LINK = 'l';
    private static final int NOTHING = 'n';
    private static final int UNKEPT = 'u';

    private ManifestBytes() {}

    static byte[] of(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(VERSION);
        out.writeLong(manifest.number());
        out.writeLong(manifest.time().toEpochMilli());
        Bytes.text(out, manifest.session());
        Bytes.numbers(out, manifest.undoes());
        out.writeInt(manifest.roots().size());
        for (Threat root : manifest.roots()) {
            out.writeByte(root.how().ordinal());
            Bytes.path(out, root.path());
        }
        out.writeInt(manifest.nodes().size());
        for (Map.Entry<Path, Node> each : manifest.nodes().entrySet()) {
            Bytes.path(out, each.getKey());
            node(out, each.getValue());
        }
        out.flush();
        return bytes.toByteArray();
    }

    static Manifest read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readByte() != VERSION) {
            throw new IOException("another Greenlane wrote it");
        }
        long number = in.readLong();
        Instant time = Instant.ofEpochMilli(in.readLong());
        String session = Bytes.text(in);
        List<Long> undoes = Bytes.numbers(in);
        List<Threat> roots = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            How how = HOWS[Math.floorMod(in.readByte(), HOWS.length)];
            roots.add(new Threat(Bytes.path(in), how));
        }
        Map<Path, Node> nodes = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            nodes.put(Bytes.path(in), node(in));
        }
        return new Manifest(number, time, session, undoes, roots, nodes);
    }

    private static void node(DataOutputStream out, Node node) throws IOException {
        switch (node) {
            case Node.Regular file -> {
                out.writeByte(file.content().isPresent() ? REGULAR : MARKS);
                Bytes.seen(out, file.seen());
                Bytes.texts(out, file.attributes());
                if (file.content().isPresent()) {
                    content(out, file.content().get());
                }
            }
            case Node.Folder folder -> {
                out.writeByte(FOLDER);
                Bytes.seen(out, folder.seen());
                Bytes.texts(out, folder.attributes());
                out.writeBoolean(folder.isWhole());
            }
            case Node.Link link -> {
                out.writeByte(LINK);
                Bytes.seen(out, link.seen());
            }
            case Node.Nothing nothing -> out.writeByte(NOTHING);
            case Node.Unkept unkept -> {
                out.writeByte(UNKEPT);
                Bytes.seen(out, unkept.seen());
                Bytes.text(out, unkept.why());
            }
        }
    }

    private static Node node(DataInputStream in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case REGULAR -> new Node.Regular(Bytes.seen(in), Bytes.texts(in), Optional.of(content(in)));
            case MARKS -> new Node.Regular(Bytes.seen(in), Bytes.texts(in), Optional.empty());
            case FOLDER -> new Node.Folder(Bytes.seen(in), Bytes.texts(in), in.readBoolean());
            case LINK -> new Node.Link(Bytes.seen(in));
            case NOTHING -> new Node.Nothing();
            case UNKEPT -> new Node.Unkept(Bytes.seen(in), Bytes.text(in));
            default -> throw new IOException("a node is of no kind");
        };
    }

    private static void content(DataOutputStream out, Content content) throws IOException {
        Bytes.text(out, content.hash());
        out.writeLong(content.length());
        out.writeLong(content.pack());
        Bytes.text(out, content.beside());
        out.writeInt(content.extents().size());
        for (Extent extent : content.extents()) {
            out.writeLong(extent.at());
            out.writeLong(extent.length());
            out.writeLong(extent.offset());
        }
    }

    private static Content content(DataInputStream in) throws IOException {
        String hash = Bytes.text(in);
        long length = in.readLong();
        long pack = in.readLong();
        String beside = Bytes.text(in);
        List<Extent> extents = new ArrayList<>();
        for (int left = Bytes.count(in, MOST_EXTENTS); left > 0; left--) {
            extents.add(new Extent(in.readLong(), in.readLong(), in.readLong()));
        }
        return new Content(hash, length, pack, beside, extents);
    }
}
