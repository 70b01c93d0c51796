package dev.greenlane.engine.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML text into {@link Data}. Every scalar is text; anchors are followed. */
public final class Yaml {

    private static final int MAX_DEPTH = 50;
    private static final int MAX_NODES = 200_000;

    private final String file;
    private final String text;
    private final Problems problems;
    private int nodes;
    private int @Nullable [] codePoints;

    private Yaml(String file, String text, Problems problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /**
     * Reads one document.
     *
     * @param file the name to use in problems
     * @return the document; empty where it is not YAML or holds nothing, which is then noted in {@code problems}
     */
    public static Optional<Data> read(String file, String text, Problems problems) {
        Yaml yaml = new Yaml(file, text, problems);
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
            if (root.isEmpty()) {
                problems.add(new Place(file, 0), "the file is empty");
            }
            return root.map(node -> yaml.data(node, 0));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            problems.add(new Place(file, line), "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(new Place(file, 0), "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Data data(Node node, int depth) {
        Place place = place(node);
        if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
            problems.add(place, depth > MAX_DEPTH ? "nested too deeply" : "holds too much");
            return new Data.Nothing(place);
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar, place);
            case SequenceNode sequence ->
                new Data.Items(
                        sequence.getValue().stream()
                                .map(item -> data(item, depth + 1))
                                .toList(),
                        place);
            case MappingNode mapping -> entries(mapping, place, depth);
            default -> throw new IllegalStateException("no such node: " + node.getNodeType());
        };
    }

    private static Data scalar(ScalarNode scalar, Place place) {
        boolean nothing = scalar.isPlain()
                && (scalar.getValue().isEmpty()
                        || scalar.getValue().equals("~")
                        || scalar.getValue().equals("null"));
        return nothing ? new Data.Nothing(place) : new Data.Text(scalar.getValue(), place);
    }

    private Data entries(MappingNode mapping, Place place, int depth) {
        List<Data.Entry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode name)) {
                problems.add(place(key), "a name must be text; put quotes around it");
            } else if (!names.add(name.getValue())) {
                problems.add(place(key), "'" + name.getValue() + "' stands here twice; keep one");
            } else if (mapping.getFlowStyle() == FlowStyle.FLOW && !hasColon(name)) {
                problems.add(
                        place(key),
                        "'" + name.getValue() + "' has no colon: in braces a comma ends the entry;"
                                + " put quotes around the whole name or write one entry a line");
            } else {
                entries.add(new Data.Entry(name.getValue(), data(tuple.getValueNode(), depth + 1), place(key)));
            }
        }
        return new Data.Entries(entries, place);
    }

    private boolean hasColon(ScalarNode key) {
        int at = key.getEndMark().map(Mark::getIndex).orElse(0);
        int[] all = codePoints();
        while (at < all.length && Character.isWhitespace(all[at])) {
            at++;
        }
        return at < all.length && all[at] == ':';
    }

    private int[] codePoints() {
        if (codePoints == null) {
            codePoints = text.codePoints().toArray();
        }
        return codePoints;
    }

    private Place place(Node node) {
        return new Place(
                file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
    }
}
