package dev.greenlane.service.settings;

import java.nio.file.Path;

/**
 * A setting that holds.
 *
 * @param origin file and line that set it; empty where it comes with Greenlane
 */
public record Setting(Key key, String value, Source source, String origin) {

    /** The file that it names, for a key that names files. */
    public Path file() {
        return Path.of(origin.replaceFirst(":[0-9]+$", "")).resolveSibling(value);
    }
}
