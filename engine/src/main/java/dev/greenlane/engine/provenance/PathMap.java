package dev.greenlane.engine.provenance;

import dev.greenlane.engine.look.Trees;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of paths. Immutable and bounded: what was learned first is forgotten first.
 *
 * @param <V> what is known of one path
 */
record PathMap<V>(Map<String, V> byPath, int most) {

    static <V> PathMap<V> empty(int most) {
        return new PathMap<>(Map.of(), most);
    }

    Optional<V> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The path itself, or the nearest folder above it, of which something is known. */
    Optional<String> atOrAbove(String path) {
        if (byPath.isEmpty()) {
            return Optional.empty();
        }
        String each = path;
        while (!byPath.containsKey(each)) {
            int slash = each.lastIndexOf('/');
            if (slash <= 0) {
                return Optional.empty();
            }
            each = each.substring(0, slash);
        }
        return Optional.of(each);
    }

    /** With changes made. */
    PathMap<V> changed(Consumer<Map<String, V>> change) {
        Map<String, V> all = new LinkedHashMap<>(byPath);
        change.accept(all);
        return all.equals(byPath) ? this : bounded(all);
    }

    PathMap<V> with(String path, V known) {
        return changed(all -> {
            all.remove(path);
            all.put(path, known);
        });
    }

    /** Without what is known of a path and of all below it. */
    PathMap<V> without(String path) {
        return byPath.keySet().stream().noneMatch(each -> Trees.isAtOrBelow(each, path))
                ? this
                : changed(all -> all.keySet().removeIf(each -> Trees.isAtOrBelow(each, path)));
    }

    /** What is known of a path and of all below it is known of another one. */
    PathMap<V> moved(String from, String to) {
        Map<String, V> moving = new LinkedHashMap<>();
        byPath.forEach((path, known) -> {
            if (Trees.isAtOrBelow(path, from)) {
                moving.put(to + path.substring(from.length()), known);
            }
        });
        PathMap<V> left = without(to).without(from);
        return moving.isEmpty() ? left : left.changed(all -> all.putAll(moving));
    }

    /** This with what a call has changed that went on from {@code before}, while others went on. */
    PathMap<V> after(PathMap<V> before, PathMap<V> after) {
        if (byPath.equals(before.byPath)) {
            return after;
        }
        if (before.byPath.equals(after.byPath)) {
            return this;
        }
        return changed(all -> {
            before.byPath.keySet().stream()
                    .filter(path -> !after.byPath.containsKey(path))
                    .forEach(all::remove);
            after.byPath.forEach((path, known) -> {
                if (!known.equals(before.byPath.get(path))) {
                    all.remove(path);
                    all.put(path, known);
                }
            });
        });
    }

    private PathMap<V> bounded(Map<String, V> all) {
        var oldest = all.keySet().iterator();
        for (int tooMany = all.size() - most; tooMany > 0; tooMany--) {
            oldest.next();
            oldest.remove();
        }
        return new PathMap<>(Collections.unmodifiableMap(all), most);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PathMap<?> map && byPath.equals(map.byPath);
    }

    @Override
    public int hashCode() {
        return byPath.hashCode();
    }
}
