package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What flows from one command to the next: through a pipe, a redirection, a substitution.
 *
 * @param text the data, as far as it is known; empty where nothing is known of it
 * @param labels what is known of the data's kind
 * @param origin what it comes from, for people: a URL, a file
 * @param connected whether something flows at all
 * @param fromShell whether the other end is a shell that takes its orders from elsewhere
 */
record Flow(
        Optional<Value> text, Set<DataLabel> labels, Optional<String> origin, boolean connected, boolean fromShell) {

    private static final int LARGEST = 1 << 20;

    /** Nothing flows. */
    static final Flow NONE = new Flow(Optional.empty(), Set.of(), Optional.empty(), false, false);

    /** Something flows of which nothing is known. */
    static final Flow UNKNOWN = new Flow(Optional.empty(), Set.of(), Optional.empty(), true, false);

    /** An empty output. */
    static final Flow EMPTY = of(Value.EMPTY);

    Flow {
        labels = Set.copyOf(labels);
        text = text.filter(value -> length(value) <= LARGEST);
    }

    static Flow of(Value text) {
        return new Flow(Optional.of(text), Set.of(), Optional.empty(), true, false);
    }

    static Flow labelled(Set<DataLabel> labels, Optional<String> origin) {
        return new Flow(Optional.empty(), labels, origin, true, false);
    }

    Flow withLabels(Set<DataLabel> more) {
        return new Flow(text, union(labels, more), origin, connected, fromShell);
    }

    Flow asShell() {
        return new Flow(text, labels, origin, connected, true);
    }

    /** This output with another one behind it. */
    Flow then(Flow next) {
        if (!next.connected || next.text.filter(Value.EMPTY::equals).isPresent() && next.labels.isEmpty()) {
            return this;
        }
        if (!connected || text.filter(Value.EMPTY::equals).isPresent() && labels.isEmpty()) {
            return next;
        }
        Optional<Value> both = text.isPresent() && next.text.isPresent()
                ? Optional.of(text.get().then(next.text.get()))
                : Optional.empty();
        return new Flow(both, union(labels, next.labels), origin.or(next::origin), true, fromShell || next.fromShell);
    }

    private static Set<DataLabel> union(Set<DataLabel> one, Set<DataLabel> other) {
        if (other.isEmpty() || one.equals(other)) {
            return one;
        }
        Set<DataLabel> all = EnumSet.copyOf(other);
        all.addAll(one);
        return all;
    }

    private static int length(Value value) {
        List<Piece> pieces = value.pieces();
        int length = 0;
        for (Piece piece : pieces) {
            length += piece instanceof Piece.Text text ? text.text().length() : 1;
        }
        return length;
    }
}
