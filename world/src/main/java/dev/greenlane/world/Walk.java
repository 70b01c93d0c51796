package dev.greenlane.world;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Goes through what lies at and below a path, by name, as far as its limits reach. Follows no links, and enters no folder that is on
 * another file system. Serves once; not thread-safe.
 */
final class Walk {

    private final Deque<Path> open = new ArrayDeque<>();
    private final long end;
    private int left;
    private boolean complete = true;

    /** @param most how many entries are looked at */
    Walk(int most, Duration limit) {
        left = most;
        end = System.nanoTime() + limit.toNanos();
    }

    /** Is told of each entry, a folder before what is in it. */
    interface Visitor {

        /**
         * @param bytes the size of a file
         * @return of a folder, whether to enter it
         */
        boolean visit(Path path, boolean isFolder, long bytes);
    }

    /** Goes, and says whether all was seen. */
    boolean from(Path start, Visitor visitor) {
        Optional<Object> device = device(start);
        open.push(start);
        while (!open.isEmpty()) {
            if (left == 0 || System.nanoTime() - end > 0) {
                return false;
            }
            left--;
            Path path = open.pop();
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                boolean isFolder = attributes.isDirectory();
                if (visitor.visit(path, isFolder, attributes.isRegularFile() ? attributes.size() : 0) && isFolder) {
                    if (device.equals(device(path))) {
                        enter(path);
                    } else {
                        complete = false;
                    }
                }
            } catch (java.nio.file.NoSuchFileException e) {
                // Gone in the meantime, or never there.
                continue;
            } catch (IOException | SecurityException e) {
                complete = false;
            }
        }
        return complete;
    }

    private void enter(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                if (entries.size() + open.size() >= left) {
                    complete = false;
                    break;
                }
                entries.add(entry);
            }
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            complete = false;
        }
        entries.sort(Comparator.reverseOrder());
        entries.forEach(open::push);
    }

    /** Which file system a path is on; empty where systems do not say. */
    private static Optional<Object> device(Path path) {
        try {
            return Optional.ofNullable(Files.getAttribute(path, "unix:dev", LinkOption.NOFOLLOW_LINKS));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException | SecurityException e) {
            return Optional.empty();
        }
    }
}
