package dev.greenlane.store.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Mode, times and extended attributes of files and folders. Stateless. */
final class Marks {
    private Marks() {}

    /** The extended attributes of the user; none where the file system has no such thing. */
    static Map<String, String> attributes(Path path) throws IOException {
        UserDefinedFileAttributeView view = view(path);
        if (view == null) {
            return Map.of();
        }
        List<String> names = names(view);
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, String> attributes = new TreeMap<>();
        for (String name : names) {
            ByteBuffer value = ByteBuffer.allocate(view.size(name));
            view.read(name, value);
            attributes.put(name, new String(value.array(), 0, value.position(), StandardCharsets.ISO_8859_1));
        }
        return attributes;
    }

    private static List<String> names(UserDefinedFileAttributeView view) {
        try {
            return view.list();
        } catch (IOException e) {
            return List.of(); // the file system has none
        }
    }

    /** Sets what differs of the attributes and the mode, and the time of the last change. */
    static void set(Path path, Seen seen, Map<String, String> attributes) throws IOException {
        if (!attributes.equals(attributes(path))) {
            set(path, attributes);
        }
        modeAndTime(path, seen);
    }

    /** The same for a file that was just made and has no attributes yet. */
    static void setNew(Path path, Seen seen, Map<String, String> attributes) throws IOException {
        if (!attributes.isEmpty()) {
            set(path, attributes);
        }
        modeAndTime(path, seen);
    }

    private static void modeAndTime(Path path, Seen seen) throws IOException {
        Files.setAttribute(path, "unix:mode", seen.mode(), LinkOption.NOFOLLOW_LINKS);
        time(path, seen);
    }

    private static void set(Path path, Map<String, String> attributes) throws IOException {
        UserDefinedFileAttributeView view = view(path);
        if (view == null) {
            return;
        }
        for (String name : names(view)) {
            if (!attributes.containsKey(name)) {
                view.delete(name);
            }
        }
        for (Map.Entry<String, String> each : attributes.entrySet()) {
            view.write(each.getKey(), ByteBuffer.wrap(each.getValue().getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    /** Sets the time of the last change, of a link that of the link. */
    static void time(Path path, Seen seen) throws IOException {
        Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setTimes(FileTime.from(seen.modified(), TimeUnit.NANOSECONDS), null, null);
    }

    private static @org.jspecify.annotations.Nullable UserDefinedFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
