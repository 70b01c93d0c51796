package dev.greenlane.syntax.python;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Walks a tree by reflection, so that a node nobody thought of is visited too. */
final class Trees {

    private Trees() {}

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
            } else if (next instanceof Record part
                    && part.getClass().getPackageName().endsWith(".python")) {
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
    static List<Node> unreadable(Module module) {
        return nodes(module).stream()
                .filter(node -> node instanceof Statement.Unreadable || node instanceof Expression.Unreadable)
                .toList();
    }

    /** A tree on one line: the names of records and what they hold, without spans. */
    static String shape(Object part) {
        return switch (part) {
            case Module module -> shape(module.body());
            case Optional<?> optional -> optional.map(Trees::shape).orElse("-");
            case Collection<?> many -> many.stream().map(Trees::shape).collect(Collectors.joining(" ", "[", "]"));
            case Expression.Name name -> name.id();
            case Expression.StringLiteral literal -> "'" + literal.text() + "'";
            case Expression.NumberLiteral number -> number.text();
            case Operator operator -> operator.text();
            case Record node ->
                Arrays.stream(node.getClass().getRecordComponents())
                        .filter(component -> !component.getName().equals("span"))
                        .map(component -> shape(value(node, component)))
                        .collect(Collectors.joining(" ", node.getClass().getSimpleName() + "(", ")"));
            default -> part.toString();
        };
    }

    private static Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
