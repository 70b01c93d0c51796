package dev.greenlane.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Takes away folders that are left with nothing in them. Stateless. */
final class EmptyFolders {
    private EmptyFolders() {}

    /** Removes a folder and those above it, as long as they are empty and lie below {@code root}. */
    static void remove(@Nullable Path folder, Path root) throws IOException {
        for (Path at = folder; at != null && at.startsWith(root) && !at.equals(root); at = at.getParent()) {
            try {
                Files.delete(at);
            } catch (NoSuchFileException e) {
                // Gone already; the one above may be empty for that.
                continue;
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }
}
