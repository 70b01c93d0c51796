package dev.greenlane.engine.facts;

import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts files that would be lost. */
final class Tally {
    private static final int SHOWN = 5;
    private static final int COUNTED = 50;
    private static final int LONGEST = 1 << 18;

    private final Files files;
    private final String folder;
    private final List<String> first = new ArrayList<>();
    private int count;
    private long bytes;
    private long lines;

    /** @param folder absolute; names in it are told as seen from there */
    Tally(Files files, String folder) {
        this.files = files;
        this.folder = folder;
    }

    void add(String path, Trees.Extent extent) {
        count += extent.files();
        bytes += extent.bytes();
        if (extent.first().isEmpty()) {
            show(path);
        }
        extent.first().forEach(this::show);
        if (count > COUNTED || extent.first().size() < extent.files()) {
            lines = -1;
        }
        for (String file : lines < 0 ? List.<String>of() : extent.first()) {
            Optional<String> text = files.text(file, LONGEST);
            lines = text.isEmpty() || lines < 0
                    ? -1
                    : lines + text.get().lines().count();
        }
    }

    private void show(String path) {
        if (first.size() < SHOWN) {
            first.add(path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : path);
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    int files() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    long lines() {
        return lines;
    }

    List<String> first() {
        return first;
    }
}
