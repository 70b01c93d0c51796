package dev.greenlane.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite itself. It is unpacked once for each version into a private folder and loaded from there: SQLite's own loader would
 * unpack it anew into the shared temporary folder for each process, and leave it there when the process is killed.
 */
final class NativeLibrary {
    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String TEMPORARY = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /** Loads it, from {@code org.sqlite.lib.path} where that is set; does nothing the second time. */
    static synchronized void load(Path state) throws IOException {
        if (System.getProperty(FOLDER) == null) {
            String name = "sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + System.getProperty("os.arch");
            Path folder = state.resolve("native").resolve(name);
            Path library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
            if (!Files.exists(library)) {
                PrivateFiles.folder(folder);
                unpack(library);
            }
            System.setProperty(FOLDER, folder.toString());
            System.setProperty(TEMPORARY, folder.toString());
        }
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) { // what it declares
            throw new IOException("SQLite has no library for this system: " + e.getMessage(), e);
        }
    }

    /** Unpacks it beside its place and moves it there: what stands there is whole. */
    private static void unpack(Path target) throws IOException {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("SQLite has no library for this system");
            }
            Path fresh = Files.createTempFile(target.getParent(), "unpack", ".tmp");
            try {
                Files.write(fresh, in.readAllBytes());
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        }
    }
}
