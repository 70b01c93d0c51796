package dev.greenlane.service.settings;

import dev.greenlane.engine.data.Place;
import dev.greenlane.engine.data.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the files that set something, each again when it has changed. Thread-safe. */
public final class SettingsFiles {
    private static final String PROJECT_FILE = ".greenlane.yaml";
    private static final int KEPT_PROJECTS = 1000;

    private final Path user;
    private final Path managed;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();
    private volatile @Nullable Together last;

    private record Stamp(long modified, long size) {
        static final Stamp MISSING = new Stamp(-1, -1);
    }

    private record Seen(Stamp stamp, SettingsFile content) {}

    private record Together(List<SettingsFile> files, Settings settings) {}

    /**
     * @param folder the user's folder of settings
     * @param managed the organisation's file
     */
    public SettingsFiles(Path folder, Path managed) {
        this.user = folder.resolve("settings.yaml");
        this.managed = managed;
    }

    /** The organisation's file on this system. */
    public static Path managedFile() {
        return Path.of(
                System.getProperty("os.name", "").startsWith("Mac")
                        ? "/Library/Application Support/Greenlane/managed.yaml"
                        : "/etc/greenlane/managed.yaml");
    }

    /** The user's file. */
    public Path userFile() {
        return user;
    }

    /** What holds for calls made in {@code folder}; the nearest file of a project at or above it counts. */
    public Settings in(Optional<Path> folder) {
        SettingsFile project = SettingsFile.EMPTY;
        for (Path at = folder.orElse(null); at != null; at = at.getParent()) {
            Path file = at.resolve(PROJECT_FILE);
            if (Files.exists(file)) {
                project = read(file, Source.PROJECT);
                break;
            }
        }
        return together(read(user, Source.USER), project, read(managed, Source.MANAGED));
    }

    /** Most calls find the same files as the call before them, as they were. */
    private Settings together(SettingsFile ofUser, SettingsFile ofProject, SettingsFile ofOrganisation) {
        List<SettingsFile> files = List.of(ofUser, ofProject, ofOrganisation);
        Together before = last;
        if (before != null && before.files().equals(files)) {
            return before.settings();
        }
        Together now = new Together(files, Settings.of(ofUser, ofProject, ofOrganisation));
        last = now;
        return now.settings();
    }

    private SettingsFile read(Path file, Source source) {
        Stamp now = stamp(file);
        if (seen.size() > KEPT_PROJECTS) {
            seen.clear();
        }
        return seen.compute(
                        file,
                        (path, before) -> before != null && before.stamp().equals(now)
                                ? before
                                : new Seen(now, content(path, source)))
                .content();
    }

    private static Stamp stamp(Path file) {
        try {
            BasicFileAttributes attributes =
                    file.getFileSystem().provider().readAttributesIfExists(file, BasicFileAttributes.class);
            return attributes == null
                    ? Stamp.MISSING
                    : new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size());
        } catch (IOException e) {
            return Stamp.MISSING;
        }
    }

    private static SettingsFile content(Path file, Source source) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new IOException("it is no file");
            }
            return SettingsFile.read(file, Files.readString(file), source);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return SettingsFile.EMPTY;
        } catch (IOException e) {
            Problem problem = new Problem(new Place(file.toString(), 0), "it cannot be read: " + e.getMessage());
            return new SettingsFile(Map.of(), List.of(), List.of(problem));
        }
    }
}
