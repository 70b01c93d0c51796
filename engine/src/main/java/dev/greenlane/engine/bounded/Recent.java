package dev.greenlane.engine.bounded;

import java.util.Map;
import java.util.function.Function;

/** What was worked out lately, by what it was worked out from. Thread-safe. */
public final class Recent<K, V> {

    private final Map<K, V> known;

    /** @param most how many values are kept */
    public Recent(int most) {
        this.known = Bounded.byUse(most);
    }

    /** What belongs to a key; worked out where that was not done lately. Two threads may do so at once. */
    public V get(K key, Function<K, V> work) {
        synchronized (known) {
            V value = known.get(key);
            if (value != null) {
                return value;
            }
        }
        V value = work.apply(key);
        synchronized (known) {
            known.put(key, value);
        }
        return value;
    }
}
