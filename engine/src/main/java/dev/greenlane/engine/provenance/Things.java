package dev.greenlane.engine.provenance;

import dev.greenlane.engine.provenance.Provenance.Thing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Things with names that a session has made. Immutable; keeps the last 256.
 *
 * @param named oldest first, each once
 */
record Things(List<Named> named) {

    private static final int MOST = 256;

    static final Things NONE = new Things(List.of());

    record Named(Thing kind, String name) {}

    Things {
        named = List.copyOf(named);
    }

    boolean made(Thing kind, String name) {
        return named.contains(new Named(kind, name));
    }

    Things and(Things more) {
        if (more.named.isEmpty()) {
            return this;
        }
        Set<Named> all = new LinkedHashSet<>(named);
        all.addAll(more.named);
        List<Named> list = new ArrayList<>(all);
        return new Things(list.subList(Math.max(0, list.size() - MOST), list.size()));
    }

    Things and(Thing kind, String name) {
        return name.isBlank() || made(kind, name) ? this : and(new Things(List.of(new Named(kind, name))));
    }

    Things without(Thing kind, String name) {
        return made(kind, name)
                ? new Things(named.stream()
                        .filter(each -> !each.equals(new Named(kind, name)))
                        .toList())
                : this;
    }
}
