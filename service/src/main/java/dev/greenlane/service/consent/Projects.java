package dev.greenlane.service.consent;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Which project a folder belongs to. Stateless. */
final class Projects {
    private Projects() {}

    /**
     * The nearest folder at or above {@code folder} that is a repository or has settings of Greenlane, else the folder itself.
     * Neither the root nor the home is a project, nor what contains the home.
     */
    static Optional<String> around(Optional<String> folder, Optional<String> home) {
        try {
            Optional<Path> start = folder.map(Path::of).filter(Path::isAbsolute).map(Path::normalize);
            for (Path at = start.orElse(null); at != null && isProject(at, home); at = at.getParent()) {
                if (Files.exists(at.resolve(".git")) || Files.exists(at.resolve(".greenlane.yaml"))) {
                    return Optional.of(at.toString());
                }
            }
            return start.filter(at -> isProject(at, home)).map(Path::toString);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isProject(Path folder, Optional<String> home) {
        return folder.getParent() != null
                && home.map(Path::of).filter(at -> at.startsWith(folder)).isEmpty();
    }
}
