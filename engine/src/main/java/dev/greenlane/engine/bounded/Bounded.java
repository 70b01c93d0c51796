package dev.greenlane.engine.bounded;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of so many entries at most: where one more comes, another one goes. Not thread-safe. */
public final class Bounded<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    private Bounded(int most, boolean byUse) {
        super(16, 0.75f, byUse);
        this.most = most;
    }

    /** The one that came first goes first. */
    public static <K, V> Bounded<K, V> byAge(int most) {
        return new Bounded<>(most, false);
    }

    /** The one that was not asked for or put for longest goes first. */
    public static <K, V> Bounded<K, V> byUse(int most) {
        return new Bounded<>(most, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
