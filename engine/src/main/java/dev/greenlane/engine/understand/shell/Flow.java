package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.understand.trail.Content;
import dev.greenlane.engine.understand.trail.Station;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What flows from one command to the next: through a pipe, a redirection, a substitution.
 *
 * @param text the data, as far as it is known; empty where nothing is known of it
 * @param labels what is known of the data's kind
 * @param origins what it comes from, for people: URLs, files; of several the ones whose data matters most
 * @param through the files that it went through, first one first
 * @param connected whether something flows at all
 * @param fromShell whether the other end is a shell that takes its orders from elsewhere
 */
record Flow(
        Optional<Value> text,
        Set<DataLabel> labels,
        List<String> origins,
        List<Station> through,
        boolean connected,
        boolean fromShell) {

    private static final int LARGEST = 1 << 20;
    private static final int MOST_LINES = 64;
    private static final Value ANYTHING = Value.unknown("standard input", "comes in while it runs");
    private static final int MOST_STATIONS = 4;
    private static final int MOST_ORIGINS = 4;

    /** Nothing flows. */
    static final Flow NONE = new Flow(Optional.empty(), Set.of(), List.of(), List.of(), false, false);

    /** Something flows of which nothing is known. */
    static final Flow UNKNOWN = new Flow(Optional.empty(), Set.of(), List.of(), List.of(), true, false);

    /** An empty output. */
    static final Flow EMPTY = of(Value.EMPTY);

    Flow {
        labels = Set.copyOf(labels);
        text = text.filter(value -> value.length() <= LARGEST);
        origins = List.copyOf(origins);
        through = List.copyOf(through);
    }

    static Flow of(Value text) {
        return new Flow(Optional.of(text), Set.of(), List.of(), List.of(), true, false);
    }

    static Flow labelled(Set<DataLabel> labels, Optional<String> origin) {
        return new Flow(Optional.empty(), labels, origin.stream().toList(), List.of(), true, false);
    }

    Flow withLabels(Set<DataLabel> more) {
        return new Flow(text, union(labels, more), origins, through, connected, fromShell);
    }

    /** What comes out of a file that this was put into. */
    static Flow from(Content content, String path) {
        List<Station> through = new ArrayList<>(content.through());
        if (!content.origins().isEmpty() && through.size() < MOST_STATIONS) {
            through.add(new Station(path, content.call()));
        }
        return new Flow(content.text(), content.labels(), content.origins(), through, true, false);
    }

    /** What a file or a folder holds that this is put into by call number {@code call}. */
    Content content(int call, Content.Form form) {
        return new Content(text, labels, origins, through, call, form);
    }

    /** With an origin, where none is known. */
    Flow orFrom(String source) {
        return origins.isEmpty() ? new Flow(text, labels, List.of(source), through, connected, fromShell) : this;
    }

    Flow without(DataLabel label) {
        return onlyLabels(labels.stream().filter(other -> other != label).collect(Collectors.toUnmodifiableSet()));
    }

    /** With the origin of {@code other}, where this has none. */
    Flow alongWith(Flow other) {
        return !origins.isEmpty() || other.origins.isEmpty()
                ? this
                : new Flow(text, labels, other.origins, other.through, connected, fromShell);
    }

    Flow onlyLabels(Set<DataLabel> only) {
        return new Flow(text, only, origins, through, connected, fromShell);
    }

    Flow withoutText() {
        return new Flow(Optional.empty(), labels, origins, through, connected, fromShell);
    }

    /** This flow where its text is no longer that of the project's file that it comes from. */
    Flow withoutProjectOrigin() {
        return labels.equals(Set.of(DataLabel.PROJECT))
                ? new Flow(text, labels, List.of(), List.of(), connected, fromShell)
                : this;
    }

    Flow asShell() {
        return new Flow(text, labels, origins, through, connected, true);
    }

    /** Line by line, as far as it is known; at least one where something flows at all. */
    List<Argument> lines(Span span) {
        if (!connected) {
            return List.of();
        }
        Value all = text.orElse(ANYTHING);
        Optional<List<String>> lines = all.known()
                .map(known -> known.lines().limit(MOST_LINES + 1).toList())
                .filter(list -> !list.isEmpty() && list.size() <= MOST_LINES);
        return lines.map(list -> list.stream()
                        .map(line -> new Argument(Value.of(line), span))
                        .toList())
                .orElse(List.of(new Argument(text.isPresent() && all.known().isEmpty() ? all : ANYTHING, span)));
    }

    /** This output with another one behind it. */
    Flow then(Flow next) {
        return all(List.of(this, next));
    }

    /** Outputs one behind the other. */
    static Flow all(List<Flow> flows) {
        List<Flow> some = flows.stream().filter(flow -> !flow.isEmpty()).toList();
        if (some.size() <= 1) {
            return some.isEmpty() ? flows.isEmpty() ? EMPTY : flows.get(0) : some.get(0);
        }
        Set<DataLabel> labels = EnumSet.noneOf(DataLabel.class);
        List<Piece> pieces = new ArrayList<>();
        boolean known = true;
        boolean fromShell = false;
        for (Flow flow : some) {
            labels.addAll(flow.labels);
            known &= flow.text.isPresent();
            flow.text.ifPresent(text -> pieces.addAll(text.pieces()));
            fromShell |= flow.fromShell;
        }
        Optional<Value> text = known ? Optional.of(new Value(pieces)) : Optional.empty();
        Comparator<Flow> byWeight = Comparator.comparingInt(Flow::weight);
        int heaviest = some.stream().min(byWeight).orElse(NONE).weight();
        List<Flow> sources =
                some.stream().filter(flow -> flow.weight() == heaviest).toList();
        List<String> origins = sources.stream()
                .flatMap(flow -> flow.origins.stream())
                .distinct()
                .limit(MOST_ORIGINS)
                .toList();
        List<Station> through = sources.stream()
                .flatMap(flow -> flow.through.stream())
                .distinct()
                .limit(MOST_STATIONS)
                .toList();
        return new Flow(text, labels, origins, through, true, fromShell);
    }

    /** What it comes from, in one text. */
    Optional<String> origin() {
        return origins.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", origins));
    }

    /** How much it matters where this comes from: by the gravest label, data of no known origin last. */
    private int weight() {
        return origins.isEmpty()
                ? Integer.MAX_VALUE
                : labels.stream().mapToInt(DataLabel::ordinal).min().orElse(Integer.MAX_VALUE - 1);
    }

    /** Whether nothing comes of it. */
    private boolean isEmpty() {
        return !connected
                || labels.isEmpty() && text.filter(Value.EMPTY::equals).isPresent();
    }

    private static Set<DataLabel> union(Set<DataLabel> one, Set<DataLabel> other) {
        if (other.isEmpty() || one.equals(other)) {
            return one;
        }
        Set<DataLabel> all = EnumSet.copyOf(other);
        all.addAll(one);
        return all;
    }
}
