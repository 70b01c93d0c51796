package dev.greenlane.world.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a repository is on the disk. All paths are absolute and without links.
 *
 * @param root the top folder of the working tree
 * @param gitFolder what belongs to this working tree alone: {@code HEAD}, the index
 * @param commonFolder what all working trees of the repository share: branches, objects, settings
 */
record Place(Path root, Path gitFolder, Path commonFolder) {

    private static final int DEEPEST = 256;
    private static final int LONGEST_POINTER = 8_192;

    /** The repository whose working tree holds a path without links; empty where there is none, or nobody can tell. */
    static Optional<Place> holding(Path path) {
        Path folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? path : path.getParent();
        for (int up = 0; folder != null && up < DEEPEST; up++, folder = folder.getParent()) {
            if (isGitFolder(folder, folder)) {
                return Optional.empty();
            }
            Path git = folder.resolve(".git");
            if (Files.isRegularFile(git)) {
                return pointedTo(git).flatMap(Place::real).flatMap(with(folder));
            }
            if (Files.isDirectory(git)) {
                Optional<Place> place = real(git).flatMap(with(folder));
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }

    private static java.util.function.Function<Path, Optional<Place>> with(Path root) {
        return gitFolder -> common(gitFolder)
                .filter(common -> isGitFolder(gitFolder, common))
                .map(common -> new Place(root, gitFolder, common));
    }

    private static boolean isGitFolder(Path folder, Path common) {
        return Files.isRegularFile(folder.resolve("HEAD"))
                && Files.isDirectory(common.resolve("objects"))
                && Files.isDirectory(common.resolve("refs"));
    }

    /** Of a working tree that is not the main one, {@code .git} is a file that says where its folder is. */
    private static Optional<Path> pointedTo(Path file) {
        return Texts.of(file, LONGEST_POINTER)
                .map(String::stripTrailing)
                .filter(text -> text.startsWith("gitdir: "))
                .flatMap(text -> Texts.path(text.substring("gitdir: ".length())))
                .map(file.resolveSibling("")::resolve);
    }

    private static Optional<Path> common(Path gitFolder) {
        Path pointer = gitFolder.resolve("commondir");
        if (!Files.exists(pointer, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(gitFolder);
        }
        return Texts.of(pointer, LONGEST_POINTER)
                .map(String::stripTrailing)
                .flatMap(Texts::path)
                .map(gitFolder::resolve)
                .flatMap(Place::real);
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
    }
}
