package dev.greenlane.agents.install;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Changes lists inside a JSON text and leaves everything else as it is, letter by letter: order, comments, spaces. Immutable.
 */
final class JsonEditor {
    private final String text;

    JsonEditor(String text) {
        this.text = text.isBlank() ? "{}\n" : text;
    }

    String text() {
        return text;
    }

    /**
     * With one more element at the end of a list, which is made where it is missing.
     *
     * @param path names from the outermost object to the list
     * @param element JSON in lines that are indented by two spaces a level
     */
    JsonEditor with(List<String> path, String element) throws NotEditable {
        JsonNode node = JsonPlaces.read(text);
        for (int i = 0; i < path.size(); i++) {
            if (!(node instanceof JsonNode.Members members)) {
                throw new NotEditable("'" + path.get(Math.max(0, i - 1)) + "' is not an object");
            }
            Optional<JsonNode.Member> next = members.get(path.get(i));
            if (next.isEmpty()) {
                return inserted(
                        members.start(), members.end(), lastEnd(members), chain(path.subList(i, path.size()), element));
            }
            node = next.get().value();
        }
        if (!(node instanceof JsonNode.Elements list)) {
            throw new NotEditable("'" + path.get(path.size() - 1) + "' is not a list");
        }
        int last = list.elements().isEmpty() ? -1 : list.elements().getLast().end();
        return inserted(list.start(), list.end(), last, element);
    }

    /** With a value for a member of the outermost object that is not there yet. */
    JsonEditor withMember(String name, String value) throws NotEditable {
        if (!(JsonPlaces.read(text) instanceof JsonNode.Members members)) {
            throw new NotEditable("it is not an object");
        }
        return members.get(name).isPresent()
                ? this
                : inserted(members.start(), members.end(), lastEnd(members), quote(name) + ": " + value);
    }

    /** Without the elements of a list that are {@code unwanted} by their text; objects and lists that are empty then go, too. */
    JsonEditor without(List<String> path, Predicate<String> unwanted) throws NotEditable {
        JsonEditor edited = this;
        while (true) {
            Optional<JsonNode.Elements> list = edited.list(path);
            Optional<JsonNode> first = list.flatMap(all -> all.elements().stream()
                    .filter(element -> unwanted.test(edited(element)))
                    .findFirst());
            return first.isEmpty()
                    ? edited
                    : removed(path, list.get(), first.get()).without(path, unwanted);
        }
    }

    /** The texts of the elements of a list; empty where there is none. */
    List<String> elements(List<String> path) throws NotEditable {
        return list(path)
                .map(all -> all.elements().stream().map(this::edited).toList())
                .orElse(List.of());
    }

    private String edited(JsonNode node) {
        return text.substring(node.start(), node.end());
    }

    private Optional<JsonNode.Elements> list(List<String> path) throws NotEditable {
        JsonNode node = JsonPlaces.read(text);
        for (String name : path) {
            Optional<JsonNode.Member> member =
                    node instanceof JsonNode.Members members ? members.get(name) : Optional.empty();
            if (member.isEmpty()) {
                return Optional.empty();
            }
            node = member.get().value();
        }
        return node instanceof JsonNode.Elements elements ? Optional.of(elements) : Optional.empty();
    }

    private JsonEditor removed(List<String> path, JsonNode.Elements list, JsonNode element) throws NotEditable {
        if (list.elements().size() > 1) {
            return cut(element.start(), element.end(), list.start());
        }
        JsonNode root = JsonPlaces.read(text);
        for (int kept = path.size() - 1; kept >= 0; kept--) {
            JsonNode.Members holder = (JsonNode.Members) at(root, path.subList(0, kept));
            JsonNode.Member member = holder.get(path.get(kept)).orElseThrow();
            if (holder.members().size() > 1 || kept == 0) {
                return cut(member.start(), member.value().end(), holder.start());
            }
        }
        return this;
    }

    private static JsonNode at(JsonNode root, List<String> path) {
        JsonNode node = root;
        for (String name : path) {
            node = ((JsonNode.Members) node).get(name).orElseThrow().value();
        }
        return node;
    }

    /** Takes a value out together with one of the commas beside it and the space that it leaves. */
    private JsonEditor cut(int start, int end, int opening) {
        int after = end;
        while (after < text.length() && (text.charAt(after) == ' ' || text.charAt(after) == '\t')) {
            after++;
        }
        boolean commaAfter = after < text.length() && text.charAt(after) == ',';
        int from = start;
        while (from > opening + 1 && Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        int to = commaAfter ? after + 1 : end;
        if (!commaAfter && text.charAt(from - 1) == ',') {
            from--;
        }
        String rest = text.substring(to);
        String head = text.substring(0, from);
        char closing = rest.stripLeading().isEmpty() ? ' ' : rest.stripLeading().charAt(0);
        boolean empty = from == opening + 1 && (closing == ']' || closing == '}');
        return new JsonEditor(head + (empty ? rest.stripLeading() : rest));
    }

    private static int lastEnd(JsonNode.Members members) {
        return members.members().isEmpty()
                ? -1
                : members.members().getLast().value().end();
    }

    /** A text put at the end of what stands between two brackets. */
    private JsonEditor inserted(int opening, int end, int last, String content) {
        String outer = indentOf(opening);
        String inner = outer + unit();
        String lines = content.lines().map(this::indented).collect(Collectors.joining("\n" + inner));
        int from = last < 0 ? opening + 1 : last;
        String rest = text.substring(from);
        String between = text.substring(from, end - 1);
        boolean comma = between.stripLeading().startsWith(",");
        if (last >= 0 && comma) {
            int at = from + between.indexOf(',') + 1;
            return new JsonEditor(text.substring(0, at) + "\n" + inner + lines + text.substring(at));
        }
        String head = text.substring(0, from) + (last < 0 ? "" : ",") + "\n" + inner + lines;
        boolean brokenLine = between.contains("\n");
        return new JsonEditor(head + (brokenLine ? rest : "\n" + outer + rest.stripLeading()));
    }

    /** A line that is indented by two spaces a level, indented as this text is. */
    private String indented(String line) {
        String bare = line.stripLeading();
        return unit().repeat((line.length() - bare.length()) / 2) + bare;
    }

    private static String chain(List<String> names, String element) {
        String name = quote(names.get(0)) + ": ";
        return names.size() == 1
                ? name + "[\n  " + element.replace("\n", "\n  ") + "\n]"
                : name + "{\n  "
                        + chain(names.subList(1, names.size()), element).replace("\n", "\n  ") + "\n}";
    }

    private static String quote(String name) {
        return '"' + name + '"';
    }

    /** The space before the first letter of the line at this place. */
    private String indentOf(int place) {
        int line = text.lastIndexOf('\n', place) + 1;
        int end = line;
        while (end < place && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }

    /** By how much a line inside something is indented in this text. */
    private String unit() {
        return text.lines()
                .filter(line -> !line.isBlank() && Character.isWhitespace(line.charAt(0)))
                .map(line ->
                        line.substring(0, line.length() - line.stripLeading().length()))
                .findFirst()
                .orElse("  ");
    }
}
