package dev.greenlane.engine.understand.trail;

import dev.greenlane.engine.effect.DataLabel;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What earlier calls of a session have left behind. Immutable and thread-safe; bounded: the oldest files are forgotten first, the last 64 from the network are kept longer,
 * and long texts are known only by their kind.
 */
public final class Trail {

    static final int MOST_FILES = 256;
    static final int MOST_FETCHED = 64;
    static final int LONGEST_TEXT = 1 << 16;
    static final int MOST_TEXT = 1 << 19;

    /** Nothing has happened yet. */
    public static final Trail NONE = new Trail(Map.of(), 0);

    private final Map<String, Content> files;
    private final int calls;

    private Trail(Map<String, Content> files, int calls) {
        this.files = files;
        this.calls = calls;
    }

    /** How many calls there were. */
    public int calls() {
        return calls;
    }

    /** The files that are known, those that were written last behind the others, by the normal form of their paths. */
    public Map<String, Content> files() {
        return files;
    }

    /** Whether anything in the files comes from the network. */
    public boolean hasFetched() {
        return files.values().stream().anyMatch(Trail::isFetched);
    }

    private static boolean isFetched(Content content) {
        return content.labels().contains(DataLabel.FETCHED);
    }

    /** What was put into the file with this path in normal form. */
    public Optional<Content> at(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** What is left after one more call, which has put this into files. */
    public Trail after(Map<String, Content> written) {
        if (written.isEmpty()) {
            return new Trail(files, calls + 1);
        }
        Map<String, Content> all = new LinkedHashMap<>(files);
        written.forEach((path, content) -> {
            all.remove(path);
            all.put(path, content.length() <= LONGEST_TEXT ? content : content.withoutText());
        });
        return new Trail(Collections.unmodifiableMap(bounded(all)), calls + 1);
    }

    /** This trail with what one more call has changed that was followed from {@code before}, while others went on. */
    public Trail after(Trail before, Trail after) {
        if (files.equals(before.files)) {
            return after;
        }
        Map<String, Content> changed = new LinkedHashMap<>(after.files);
        changed.entrySet().removeIf(file -> file.getValue().equals(before.files.get(file.getKey())));
        return after(changed);
    }

    private static Map<String, Content> bounded(Map<String, Content> all) {
        long text = all.values().stream().mapToLong(Content::length).sum();
        if (all.size() <= MOST_FILES && text <= MOST_TEXT) {
            return all;
        }
        Deque<Map.Entry<String, Content>> newestFirst = new ArrayDeque<>();
        all.entrySet().forEach(newestFirst::addFirst);
        List<Map.Entry<String, Content>> fetched = newestFirst.stream()
                .filter(entry -> isFetched(entry.getValue()))
                .limit(MOST_FETCHED)
                .toList();
        newestFirst.removeAll(fetched);
        fetched.reversed().forEach(newestFirst::addFirst);
        Deque<Map.Entry<String, Content>> kept = new ArrayDeque<>();
        long room = MOST_TEXT;
        for (Map.Entry<String, Content> entry : newestFirst) {
            if (kept.size() == MOST_FILES) {
                break;
            }
            Content content = entry.getValue();
            boolean fits = content.length() <= room;
            room -= fits ? content.length() : 0;
            kept.addFirst(Map.entry(entry.getKey(), fits ? content : content.withoutText()));
        }
        Map<String, Content> bounded = new LinkedHashMap<>();
        kept.forEach(entry -> bounded.put(entry.getKey(), entry.getValue()));
        return bounded;
    }
}
