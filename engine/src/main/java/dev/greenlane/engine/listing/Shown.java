package dev.greenlane.engine.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One result, which is read when it is first asked about, and once. Thread-safe. */
final class Shown {

    private final String call;
    private final String result;
    private volatile @Nullable List<Thing> things;

    Shown(String call, String result) {
        this.call = call;
        this.result = result;
    }

    String call() {
        return call;
    }

    String result() {
        return result;
    }

    List<Thing> things() {
        List<Thing> known = things;
        if (known == null) {
            known = List.copyOf(ListingReader.read(call, result));
            things = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shown shown && call.equals(shown.call) && result.equals(shown.result);
    }

    @Override
    public int hashCode() {
        return 31 * call.hashCode() + result.hashCode();
    }
}
