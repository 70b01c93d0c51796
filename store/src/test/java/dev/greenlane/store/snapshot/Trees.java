package dev.greenlane.store.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Random trees of files, what they look like to the last bit, and random ways to spoil them. All from a seed. */
final class Trees {
    private static final String[] MODES = {"rw-r--r--", "rw-------", "rwxr-xr-x", "r--r--r--", "rwxrwxrwx"};
    private static final String[] FOLDER_MODES = {"rwxr-xr-x", "rwx------", "r-xr-xr-x", "rwxrwxrwx"};
    private static final String[] NAMES = {"a", "b.txt", "ünï", "with blank", ".hidden", "-dash", "line\nbreak", "c"};

    private final Random random;

    Trees(long seed) {
        this.random = new Random(seed);
    }

    /** Fills an empty folder. */
    void grow(Path root) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(root));
        int count = 1 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            Path in = folders.get(random.nextInt(folders.size()));
            Path path = in.resolve(NAMES[random.nextInt(NAMES.length)] + random.nextInt(4));
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            switch (random.nextInt(6)) {
                case 0, 1 -> folders.add(Files.createDirectory(path));
                case 2 -> Files.createSymbolicLink(path, Path.of(random.nextBoolean() ? "nowhere" : "../b.txt1"));
                default -> Files.write(path, bytes());
            }
        }
        for (Path each : below(root).reversed()) {
            decorate(each);
        }
    }

    private void decorate(Path path) throws IOException {
        boolean link = Files.isSymbolicLink(path);
        if (!link && random.nextInt(4) == 0) {
            attribute(path, "note" + random.nextInt(3), new byte[] {(byte) random.nextInt(256), 0, 1});
        }
        String[] modes = Files.isDirectory(path) ? FOLDER_MODES : MODES;
        if (!link && random.nextInt(2) == 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(modes[random.nextInt(modes.length)]));
        }
        if (random.nextInt(2) == 0) {
            Instant time =
                    Instant.ofEpochSecond(1_000_000_000L + random.nextInt(500_000_000), random.nextInt(1_000_000_000));
            Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(FileTime.from(time), null, null);
        }
    }

    private byte[] bytes() {
        int size = random.nextInt(20) == 0 ? 300_000 + random.nextInt(2_000_000) : random.nextInt(3_000);
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        if (size > 200_000) {
            Arrays.fill(bytes, 70_000, 200_000, (byte) 0);
        }
        return bytes;
    }

    private static void attribute(Path path, String name, byte[] value) throws IOException {
        Files.getFileAttributeView(path, UserDefinedFileAttributeView.class).write(name, ByteBuffer.wrap(value));
    }

    /** Does a few bad things to it. */
    void spoil(Path root) throws IOException {
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            List<Path> all = below(root);
            if (all.isEmpty()) {
                return;
            }
            Path path = all.get(random.nextInt(all.size()));
            makeWritable(path);
            spoil(root, path, all);
        }
    }

    private void spoil(Path root, Path path, List<Path> all) throws IOException {
        boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        switch (random.nextInt(10)) {
            case 0, 1 -> delete(path);
            case 2 -> {
                delete(path);
                Files.write(path, bytes());
            }
            case 3 -> {
                delete(path);
                Files.createDirectory(path);
                Files.writeString(path.resolve("new"), "new");
            }
            case 4 -> {
                if (file) {
                    Files.write(path, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
                }
            }
            case 5 -> {
                if (file && Files.size(path) > 0) {
                    BasicFileAttributes before = Files.readAttributes(path, BasicFileAttributes.class);
                    byte[] bytes = Files.readAllBytes(path);
                    bytes[random.nextInt(bytes.length)] ^= 1;
                    Files.write(path, bytes);
                    Files.setLastModifiedTime(path, before.lastModifiedTime());
                }
            }
            case 6 -> decorate(path);
            case 7 -> {
                Path to = all.get(random.nextInt(all.size()));
                if (!to.startsWith(path) && !path.startsWith(to)) {
                    makeWritable(to);
                    delete(to);
                    Files.move(path, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            case 8 -> {
                Path added = (folder ? path : root).resolve("added" + random.nextInt(5));
                delete(added);
                Files.writeString(added, "added");
            }
            default -> {
                if (folder) {
                    delete(path.resolve("new"));
                    Files.createDirectories(path.resolve("new/deep"));
                } else if (file) {
                    Files.write(path, bytes(), StandardOpenOption.APPEND);
                }
            }
        }
    }

    private static void makeWritable(Path path) throws IOException {
        for (Path each = path; each != null && each.getNameCount() > 2; each = each.getParent()) {
            if (!Files.isSymbolicLink(each) && Files.exists(each) && Files.isWritable(each.getParent())) {
                if (!Files.isWritable(each)) {
                    Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    /** Removes it whatever its modes are. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path each : below(path)) {
            if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
            }
        }
        for (Path each : below(path).reversed()) {
            Files.deleteIfExists(each);
        }
        Files.deleteIfExists(path);
    }

    private static List<Path> below(Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(each -> !each.equals(root))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /** Everything about a tree that must not differ. */
    static Map<String, String> look(Path root) throws IOException {
        Map<String, String> look = new TreeMap<>();
        look.put("", line(root));
        for (Path each : below(root)) {
            look.put(root.relativize(each).toString(), line(each));
        }
        return look;
    }

    private static String line(Path path) throws IOException {
        Seen seen = Seen.at(path);
        String attributes = new TreeMap<>(seen.kind() == Seen.Kind.LINK ? Map.of() : Marks.attributes(path)).toString();
        String content = seen.kind() == Seen.Kind.FILE ? Pack.hash(path).orElse("") : seen.target();
        return seen.kind() + " " + Integer.toOctalString(seen.mode()) + " " + seen.modified() + " " + content + " "
                + escaped(attributes);
    }

    private static String escaped(String text) {
        return Arrays.toString(text.getBytes(StandardCharsets.UTF_8));
    }
}
