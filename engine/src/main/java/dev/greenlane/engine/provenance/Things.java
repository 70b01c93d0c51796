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

    /** Of a process, two or more of its words, one behind the other, are a name, too. */
    boolean made(Thing kind, String name) {
        return named.contains(new Named(kind, name))
                || kind == Thing.PROCESS
                        && name.strip().indexOf(' ') > 0
                        && named.stream()
                                .anyMatch(each -> each.kind() == kind
                                        && (" " + each.name() + " ").contains(" " + name.strip() + " "));
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
        return name.isBlank() ? this : and(new Things(List.of(new Named(kind, name))));
    }

    /** Without all that has this name. */
    Things without(String name) {
        return named.stream().noneMatch(each -> each.name().equals(name))
                ? this
                : new Things(
                        named.stream().filter(each -> !each.name().equals(name)).toList());
    }
}
