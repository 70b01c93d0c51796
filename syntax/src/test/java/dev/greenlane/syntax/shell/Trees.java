package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Walks trees, and checks that places in them are true. */
final class Trees {
    private Trees() {}

    /** The nodes right below {@code node}, in the order of their places; bodies of here-documents come last. */
    static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        switch (node) {
            case Script script -> children.addAll(script.statements());
            case Statement statement -> {
                children.add(statement.command());
                children.addAll(statement.redirects());
            }
            case Command command -> addChildren(command, children);
            case Word word -> children.addAll(word.parts());
            case WordPart part -> addChildren(part, children);
            case Redirect redirect -> {
                children.add(redirect.target());
                redirect.body().ifPresent(children::add);
            }
            case Assignment assignment -> {
                assignment.index().ifPresent(children::add);
                switch (assignment.value()) {
                    case Assignment.Scalar scalar -> scalar.word().ifPresent(children::add);
                    case Assignment.Array array ->
                        array.elements().forEach(element -> {
                            element.key().ifPresent(children::add);
                            element.value().ifPresent(children::add);
                        });
                }
            }
            case Arithmetic arithmetic -> addChildren(arithmetic, children);
            case Condition condition -> addChildren(condition, children);
        }
        return children;
    }

    private static void addChildren(Command command, List<Node> children) {
        switch (command) {
            case Command.Simple simple -> {
                children.addAll(simple.assignments());
                children.addAll(simple.words());
            }
            case Command.Pipeline pipeline -> children.addAll(pipeline.parts());
            case Command.AndOr andOr -> children.addAll(List.of(andOr.left(), andOr.right()));
            case Command.Group group -> children.add(group.body());
            case Command.Subshell subshell -> children.add(subshell.body());
            case Command.If conditional -> {
                for (Command.If.Arm arm : conditional.arms()) {
                    children.addAll(List.of(arm.condition(), arm.body()));
                }
                conditional.otherwise().ifPresent(children::add);
            }
            case Command.While loop -> children.addAll(List.of(loop.condition(), loop.body()));
            case Command.ForEach loop -> {
                loop.words().ifPresent(children::addAll);
                children.add(loop.body());
            }
            case Command.ForArithmetic loop -> {
                for (Optional<Arithmetic> expression : List.of(loop.start(), loop.test(), loop.step())) {
                    expression.ifPresent(children::add);
                }
                children.add(loop.body());
            }
            case Command.Case choice -> {
                children.add(choice.subject());
                for (Command.Case.Item item : choice.items()) {
                    children.addAll(item.patterns());
                    children.add(item.body());
                }
            }
            case Command.Function function -> children.add(function.body());
            case Command.Test test -> children.add(test.condition());
            case Command.Calculation calculation -> calculation.expression().ifPresent(children::add);
            case Command.Timed timed -> timed.statement().ifPresent(children::add);
            case Command.Coprocess coprocess -> children.add(coprocess.body());
            case Command.Unreadable unreadable -> {}
        }
    }

    private static void addChildren(WordPart part, List<Node> children) {
        switch (part) {
            case WordPart.Literal literal -> {}
            case WordPart.Escaped escaped -> {}
            case WordPart.SingleQuoted quoted -> {}
            case WordPart.AnsiQuoted quoted -> {}
            case WordPart.DoubleQuoted quoted -> children.addAll(quoted.parts());
            case WordPart.Parameter parameter -> {
                parameter.index().ifPresent(children::add);
                parameter.operation().ifPresent(operation -> {
                    operation.argument().ifPresent(children::add);
                    operation.second().ifPresent(children::add);
                });
            }
            case WordPart.CommandSubstitution command -> children.add(command.script());
            case WordPart.ProcessSubstitution process -> children.add(process.script());
            case WordPart.ArithmeticExpansion expansion ->
                expansion.expression().ifPresent(children::add);
            case WordPart.ExtendedGlob glob -> children.addAll(glob.alternatives());
        }
    }

    private static void addChildren(Arithmetic arithmetic, List<Node> children) {
        switch (arithmetic) {
            case Arithmetic.Operand operand -> children.add(operand.word());
            case Arithmetic.Unary unary -> children.add(unary.operand());
            case Arithmetic.Binary binary -> children.addAll(List.of(binary.left(), binary.right()));
            case Arithmetic.Choice choice -> children.addAll(List.of(choice.test(), choice.yes(), choice.no()));
            case Arithmetic.Parenthesised parenthesised -> children.add(parenthesised.inner());
        }
    }

    private static void addChildren(Condition condition, List<Node> children) {
        switch (condition) {
            case Condition.Unary unary -> children.add(unary.operand());
            case Condition.Binary binary -> children.addAll(List.of(binary.left(), binary.right()));
            case Condition.Not not -> children.add(not.inner());
            case Condition.AndOr andOr -> children.addAll(List.of(andOr.left(), andOr.right()));
            case Condition.Parenthesised parenthesised -> children.add(parenthesised.inner());
        }
    }

    /** Hands every node to {@code visitor}, parents first. */
    static void walk(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        children(node).forEach(child -> walk(child, visitor));
    }

    /** All nodes of a type. */
    static <T extends Node> List<T> all(Node root, Class<T> type) {
        List<T> found = new ArrayList<>();
        walk(root, node -> {
            if (type.isInstance(node)) {
                found.add(type.cast(node));
            }
        });
        return found;
    }

    /**
     * Checks that every node lies in the text and in its parent, and that nodes side by side do not overlap. A body of
     * a here-document lies behind its redirection instead.
     *
     * @throws AssertionError where one does not
     */
    static void checkSpans(Script script, String text) {
        if (!script.span().equals(new Span(0, text.length()))) {
            throw new AssertionError("the script is not the whole text: " + script.span());
        }
        walk(script, node -> checkChildren(node, text));
        for (Script.Problem problem : script.problems()) {
            if (problem.span().end() > text.length()) {
                throw new AssertionError(problem + " lies outside of the text");
            }
        }
    }

    private static void checkChildren(Node node, String text) {
        if (node.span().end() > text.length()) {
            throw new AssertionError(node + " lies outside of the text");
        }
        List<Node> children = new ArrayList<>(children(node));
        if (node instanceof Redirect redirect && redirect.body().isPresent()) {
            Word body = redirect.body().get();
            children.remove(body);
            if (body.span().start() < redirect.span().end()) {
                throw new AssertionError(body + " stands before its redirection");
            }
        }
        if (node instanceof Statement statement && statement.command() instanceof Command.Simple simple) {
            children.remove(simple);
            children.addAll(children(simple));
            children.sort(Comparator.comparingInt(child -> child.span().start()));
        }
        int end = node.span().start();
        for (Node child : children) {
            if (child.span().start() < end || child.span().end() > node.span().end()) {
                throw new AssertionError(child + " is out of place in " + node);
            }
            end = child.span().end();
        }
    }
}
