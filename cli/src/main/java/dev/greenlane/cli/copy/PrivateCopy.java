package dev.greenlane.cli.copy;

import dev.greenlane.cli.files.Folders;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The copy of the program that hooks run, in the user's data folder: the command {@code greenlane}, its jars, and the
 * {@link HookFolder}.
 */
public final class PrivateCopy {
    /** A system property that names the folder with the jars to copy. */
    static final String APP = "greenlane.app";

    private static final long FIRST_START_SECONDS = 120;

    private final Path folder;

    /** @param folder where the copy is or will be */
    public PrivateCopy(Path folder) {
        this.folder = folder;
    }

    /** The installed command. */
    public Path command() {
        return folder.resolve("greenlane");
    }

    /** What agents run. */
    public Path client() {
        return hooks().client();
    }

    /** Whether there is a copy. */
    public boolean exists() {
        return Files.isExecutable(command()) && Files.isExecutable(client());
    }

    /**
     * Makes the copy, or brings it up to date. A service that runs from the old one ends by itself.
     *
     * @return whether the hook client is native
     */
    public boolean write() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path from = running();
        Path app = folder.resolve("app");
        if (!from.equals(app.toAbsolutePath()) && !(Files.exists(app) && from.equals(app.toRealPath()))) {
            Path fresh = Files.createTempDirectory(folder, "app-");
            copy(from, fresh);
            Path link = folder.resolve("app.new");
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, fresh.getFileName());
            Files.move(link, app, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            removeOthers(fresh);
            Path java = from.resolveSibling("java");
            Folders.remove(folder.resolve("java"));
            if (Files.isDirectory(java)) {
                copyAll(java, folder.resolve("java"));
            }
        }
        Resources.write("common.sh", folder.resolve("common.sh"), false);
        Resources.write("greenlane.sh", command(), true);
        boolean compiled = hooks().write(command());
        Resources.put(folder.resolve("stamp"), new byte[0], false);
        startOnce();
        return compiled;
    }

    /** The first start prepares what makes the later ones fast; no agent should have to wait for it. */
    private void startOnce() throws IOException {
        Process first = new ProcessBuilder(command().toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            first.waitFor(FIRST_START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Removes the copy. */
    public void remove() throws IOException {
        Folders.remove(folder);
    }

    private HookFolder hooks() {
        return new HookFolder(folder.resolve("hook"));
    }

    /** The folder with the jars that run now, or with those that whoever started this program names. */
    private static Path running() throws IOException {
        String named = System.getProperty(APP, "");
        if (!named.isEmpty()) {
            return Path.of(named).toRealPath();
        }
        try {
            Path jar = Path.of(PrivateCopy.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toRealPath();
            Path parent = jar.getParent();
            if (parent == null || !jar.toString().endsWith(".jar")) {
                throw new IOException("this is not a packaged Greenlane; install with ./greenlane install");
            }
            return parent;
        } catch (URISyntaxException e) {
            throw new IOException("the place of this program has no path", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String part : List.of("greenlane.jar", "lib")) {
            copyAll(from.resolve(part), to.resolve(part));
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.copy(
                    file,
                    to.resolve(from.relativize(file).toString()),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }

    private void removeOthers(Path kept) throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(folder)) {
            old = all.filter(path -> path.getFileName().toString().startsWith("app-") && !path.equals(kept))
                    .toList();
        }
        for (Path path : old) {
            Folders.remove(path);
        }
    }
}
