package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.look.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where links lead: those on disk, and those that the call itself makes. Not thread-safe; one per call. */
public final class Links {

    private static final int LONGEST_CHAIN = 8;

    private final Files files;
    private final Map<String, String> made = new HashMap<>();

    /** Links of which nobody has seen any yet. */
    public Links(Files files) {
        this.files = files;
    }

    /** Notes a link that the call makes; both paths are in normal form. */
    void make(String path, String target) {
        if (!path.equals(target)) {
            made.put(path, target);
        }
    }

    /** Where a path in normal form leads, where that is somewhere else. */
    Optional<String> follow(String path) {
        String now = path;
        for (int i = 0; i < LONGEST_CHAIN && !made.isEmpty(); i++) {
            String next = throughMade(now);
            if (next.equals(now)) {
                break;
            }
            now = next;
        }
        if (now.startsWith("/")) {
            now = files.leadsTo(now).orElse(now);
        }
        return now.equals(path) ? Optional.empty() : Optional.of(now);
    }

    private String throughMade(String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String target = made.get(path.substring(0, end));
            if (target != null) {
                return target + path.substring(end);
            }
        }
        return path;
    }
}
