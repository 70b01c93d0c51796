package dev.greenlane.engine.look;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sight of files for the review of one call: every answer is asked for once, and no more than so many. What lies beyond the
 * limits is not seen. Not thread-safe.
 */
public final class BoundedFiles implements Files {

    /** How many files are read. */
    public static final int MOST_TEXTS = 20;

    private static final int MOST_LOOKS = 400;
    private static final int MOST_LINKS = 100;

    private final Files files;
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, Optional<String>> texts = new HashMap<>();
    private final Map<String, Optional<String>> links = new HashMap<>();
    private int read;

    public BoundedFiles(Files files) {
        this.files = files;
    }

    @Override
    public Kind kind(String absolutePath) {
        Kind known = kinds.get(absolutePath);
        if (known != null) {
            return known;
        }
        if (kinds.size() >= MOST_LOOKS) {
            return Kind.UNKNOWN;
        }
        Kind kind = files.kind(absolutePath);
        kinds.put(absolutePath, kind);
        return kind;
    }

    @Override
    public Optional<String> text(String absolutePath, int limit) {
        Optional<String> known = texts.get(absolutePath);
        if (known != null) {
            return known.filter(text -> text.length() <= limit);
        }
        if (read >= MOST_TEXTS || kind(absolutePath) != Kind.FILE) {
            return Optional.empty();
        }
        Optional<String> text = files.text(absolutePath, limit);
        texts.put(absolutePath, text);
        read++;
        return text;
    }

    @Override
    public Optional<String> stamp(String absolutePath) {
        return kind(absolutePath) == Kind.UNKNOWN ? Optional.empty() : files.stamp(absolutePath);
    }

    @Override
    public Optional<String> leadsTo(String absolutePath) {
        Optional<String> known = links.get(absolutePath);
        if (known != null) {
            return known;
        }
        if (links.size() >= MOST_LINKS) {
            return Optional.empty();
        }
        Optional<String> target = files.leadsTo(absolutePath);
        links.put(absolutePath, target);
        return target;
    }
}
