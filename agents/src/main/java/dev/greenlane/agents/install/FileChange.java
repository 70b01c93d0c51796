package dev.greenlane.agents.install;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What becomes of a file.
 *
 * @param before its text; empty where it is not there
 * @param after its text then; empty where it goes away
 * @param program whether it is to be run
 */
public record FileChange(Path file, Optional<String> before, Optional<String> after, boolean program) {
    /** Whether anything changes but blanks at the end. */
    public boolean isChange() {
        return !before.map(String::stripTrailing).equals(after.map(String::stripTrailing));
    }
}
