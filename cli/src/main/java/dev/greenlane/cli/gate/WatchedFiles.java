package dev.greenlane.cli.gate;

import dev.greenlane.engine.look.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what was looked at and what was seen, for an explanation. One thread. */
public final class WatchedFiles implements Files {
    private final Files files;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> lengths = new LinkedHashMap<>();

    public WatchedFiles(Files files) {
        this.files = files;
    }

    @Override
    public Kind kind(String absolutePath) {
        Kind kind = files.kind(absolutePath);
        kinds.put(absolutePath, kind);
        return kind;
    }

    @Override
    public Optional<String> text(String absolutePath, int limit) {
        Optional<String> text = files.text(absolutePath, limit);
        kinds.computeIfAbsent(absolutePath, files::kind);
        text.ifPresent(read -> lengths.put(absolutePath, read.length()));
        return text;
    }

    @Override
    public Optional<String> stamp(String absolutePath) {
        return files.stamp(absolutePath);
    }

    @Override
    public Optional<String> leadsTo(String absolutePath) {
        return files.leadsTo(absolutePath);
    }

    /** What stands at the paths that were asked for, in the order they were. */
    public Map<String, Kind> kinds() {
        return kinds;
    }

    /** The characters of the files that were read. */
    public Map<String, Integer> lengths() {
        return lengths;
    }
}
