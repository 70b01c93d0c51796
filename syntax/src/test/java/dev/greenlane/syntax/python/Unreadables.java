package dev.greenlane.syntax.python;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Walks a tree by reflection, so that a node nobody thought of is visited too. */
final class Unreadables {

    private Unreadables() {}

    /** Every node of a tree, parents before children. */
    static List<Node> nodes(Module module) {
        List<Node> nodes = new ArrayList<>();
        Deque<Object> open = new ArrayDeque<>();
        open.push(module);
        while (!open.isEmpty()) {
            Object next = open.pop();
            if (next instanceof Optional<?> optional) {
                optional.ifPresent(open::push);
            } else if (next instanceof Collection<?> many) {
                many.forEach(open::push);
            } else if (next instanceof Record part && part.getClass().getPackageName().endsWith(".python")) {
                if (part instanceof Node node) {
                    nodes.add(node);
                }
                for (RecordComponent component : part.getClass().getRecordComponents()) {
                    open.push(value(part, component));
                }
            }
        }
        return nodes;
    }

    /** What could not be read. */
    static List<Node> in(Module module) {
        return nodes(module).stream()
                .filter(node -> node instanceof Statement.Unreadable || node instanceof Expression.Unreadable)
                .toList();
    }

    private static Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
