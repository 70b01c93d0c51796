package dev.greenlane.syntax.shell;

import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;

/** Renders a script as an indented tree, one node a line with its place, for people. Stateless and thread-safe. */
public final class TreePrinter {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private TreePrinter() {}

    /** The tree of {@code script}; every line ends in a newline. Offsets are printed as {@code start-end}. */
    public static String print(Script script) {
        TreePrinter printer = new TreePrinter();
        printer.script("script", script);
        for (Script.Problem problem : script.problems()) {
            printer.line("problem " + problem.reason(), problem.span());
        }
        return printer.out.toString();
    }

    private void line(String text, Span span) {
        out.append(INDENT.repeat(depth)).append(text);
        out.append("  ").append(span.start()).append('-').append(span.end()).append('\n');
    }

    private void label(String text) {
        out.append(INDENT.repeat(depth)).append(text).append('\n');
    }

    private void inside(Runnable children) {
        depth++;
        children.run();
        depth--;
    }

    private void script(String label, Script script) {
        line(label, script.span());
        inside(() -> script.statements().forEach(this::statement));
    }

    private void statement(Statement statement) {
        String flags = (statement.negated() ? " negated" : "") + (statement.background() ? " background" : "");
        if (flags.isEmpty() && statement.redirects().isEmpty()) {
            command(statement.command());
            return;
        }
        line("statement" + flags, statement.span());
        inside(() -> {
            command(statement.command());
            statement.redirects().forEach(this::redirect);
        });
    }

    private void command(Command command) {
        line(title(command), command.span());
        inside(() -> children(command));
    }

    private static String title(Command command) {
        return switch (command) {
            case Command.Simple simple -> "simple";
            case Command.Pipeline pipeline -> "pipeline";
            case Command.AndOr andOr -> andOr.and() ? "and" : "or";
            case Command.Group group -> "group";
            case Command.Subshell subshell -> "subshell";
            case Command.If conditional -> "if";
            case Command.While loop -> loop.until() ? "until" : "while";
            case Command.ForEach loop -> (loop.select() ? "select " : "for ") + loop.name();
            case Command.ForArithmetic loop -> "for arithmetic";
            case Command.Case choice -> "case";
            case Command.Function function -> "function " + quoted(function.name());
            case Command.Test test -> "test";
            case Command.Calculation calculation -> "calculation";
            case Command.Timed timed -> "time";
            case Command.Coprocess coprocess ->
                "coprocess" + coprocess.name().map(name -> " " + name).orElse("");
            case Command.Unreadable unreadable ->
                "UNREADABLE (" + unreadable.reason() + ") " + quoted(unreadable.text());
        };
    }

    private void children(Command command) {
        switch (command) {
            case Command.Simple simple -> {
                simple.assignments().forEach(this::assignment);
                simple.words().forEach(word -> word("word", word));
            }
            case Command.Pipeline pipeline -> pipeline(pipeline);
            case Command.AndOr andOr -> {
                statement(andOr.left());
                statement(andOr.right());
            }
            case Command.Group group -> script("body", group.body());
            case Command.Subshell subshell -> script("body", subshell.body());
            case Command.If conditional -> {
                for (Command.If.Arm arm : conditional.arms()) {
                    script("condition", arm.condition());
                    script("then", arm.body());
                }
                conditional.otherwise().ifPresent(otherwise -> script("else", otherwise));
            }
            case Command.While loop -> {
                script("condition", loop.condition());
                script("body", loop.body());
            }
            case Command.ForEach loop -> {
                loop.words().orElse(List.of()).forEach(word -> word("in", word));
                script("body", loop.body());
            }
            case Command.ForArithmetic loop -> {
                labelled("start", loop.start());
                labelled("test", loop.test());
                labelled("step", loop.step());
                script("body", loop.body());
            }
            case Command.Case choice -> {
                word("subject", choice.subject());
                choice.items().forEach(this::item);
            }
            case Command.Function function -> statement(function.body());
            case Command.Test test -> condition(test.condition());
            case Command.Calculation calculation -> calculation.expression().ifPresent(this::arithmetic);
            case Command.Timed timed -> timed.statement().ifPresent(this::statement);
            case Command.Coprocess coprocess -> statement(coprocess.body());
            case Command.Unreadable unreadable -> {}
        }
    }

    private void pipeline(Command.Pipeline pipeline) {
        for (int i = 0; i < pipeline.parts().size(); i++) {
            if (i > 0 && pipeline.withStderr().get(i - 1)) {
                label("with standard error");
            }
            statement(pipeline.parts().get(i));
        }
    }

    private void item(Command.Case.Item item) {
        label("item" + (item.end().isEmpty() ? "" : " " + item.end()));
        inside(() -> {
            item.patterns().forEach(pattern -> word("pattern", pattern));
            script("body", item.body());
        });
    }

    private void labelled(String label, Optional<Arithmetic> expression) {
        expression.ifPresent(arithmetic -> {
            label(label);
            inside(() -> arithmetic(arithmetic));
        });
    }

    private void redirect(Redirect redirect) {
        String descriptor = redirect.descriptor().map(text -> " " + text).orElse("");
        line("redirect" + descriptor + " " + redirect.operator().text(), redirect.span());
        inside(() -> {
            word("target", redirect.target());
            redirect.body().ifPresent(body -> word("body", body));
        });
    }

    private void assignment(Assignment assignment) {
        line("assign " + assignment.name() + (assignment.append() ? " +=" : " ="), assignment.span());
        inside(() -> {
            assignment.index().ifPresent(index -> word("index", index));
            switch (assignment.value()) {
                case Assignment.Scalar scalar -> scalar.word().ifPresent(word -> word("value", word));
                case Assignment.Array array -> array.elements().forEach(this::element);
            }
        });
    }

    private void element(Assignment.Element element) {
        label("element");
        inside(() -> {
            element.key().ifPresent(key -> word("key", key));
            element.value().ifPresent(value -> word("value", value));
        });
    }

    private void condition(Condition condition) {
        switch (condition) {
            case Condition.Unary unary -> {
                line("is " + unary.operator(), unary.span());
                inside(() -> word("operand", unary.operand()));
            }
            case Condition.Binary binary -> {
                line("compare " + binary.operator(), binary.span());
                inside(() -> {
                    word("left", binary.left());
                    word("right", binary.right());
                });
            }
            case Condition.Not not -> {
                line("not", not.span());
                inside(() -> condition(not.inner()));
            }
            case Condition.AndOr andOr -> {
                line(andOr.and() ? "and" : "or", andOr.span());
                inside(() -> {
                    condition(andOr.left());
                    condition(andOr.right());
                });
            }
            case Condition.Parenthesised parenthesised -> {
                line("( )", parenthesised.span());
                inside(() -> condition(parenthesised.inner()));
            }
        }
    }

    private void arithmetic(Arithmetic expression) {
        switch (expression) {
            case Arithmetic.Operand operand -> word("operand", operand.word());
            case Arithmetic.Unary unary -> {
                line((unary.postfix() ? "postfix " : "prefix ") + unary.operator(), unary.span());
                inside(() -> arithmetic(unary.operand()));
            }
            case Arithmetic.Binary binary -> {
                line("binary " + binary.operator(), binary.span());
                inside(() -> {
                    arithmetic(binary.left());
                    arithmetic(binary.right());
                });
            }
            case Arithmetic.Choice choice -> {
                line("choice", choice.span());
                inside(() -> {
                    arithmetic(choice.test());
                    arithmetic(choice.yes());
                    arithmetic(choice.no());
                });
            }
            case Arithmetic.Parenthesised parenthesised -> {
                line("( )", parenthesised.span());
                inside(() -> arithmetic(parenthesised.inner()));
            }
        }
    }

    private void word(String label, Word word) {
        if (word.parts().size() == 1 && word.parts().getFirst() instanceof WordPart.Literal literal) {
            line(label + " " + quoted(literal.text()), word.span());
            return;
        }
        line(label, word.span());
        inside(() -> word.parts().forEach(this::part));
    }

    private void part(WordPart part) {
        switch (part) {
            case WordPart.Literal literal -> line("literal " + quoted(literal.text()), literal.span());
            case WordPart.Escaped escaped -> line("escaped " + quoted(escaped.text()), escaped.span());
            case WordPart.SingleQuoted text -> line("single-quoted " + quoted(text.text()), text.span());
            case WordPart.AnsiQuoted text -> line("ansi-quoted " + quoted(text.text()), text.span());
            case WordPart.DoubleQuoted text -> {
                line("double-quoted", text.span());
                inside(() -> text.parts().forEach(this::part));
            }
            case WordPart.Parameter parameter -> parameter(parameter);
            case WordPart.CommandSubstitution command -> {
                line(command.backquoted() ? "backquoted" : "command substitution", command.span());
                inside(() -> script("script", command.script()));
            }
            case WordPart.ProcessSubstitution process -> {
                line("process substitution " + (process.output() ? ">" : "<"), process.span());
                inside(() -> script("script", process.script()));
            }
            case WordPart.ArithmeticExpansion expansion -> {
                line("arithmetic", expansion.span());
                inside(() -> expansion.expression().ifPresent(this::arithmetic));
            }
            case WordPart.ExtendedGlob glob -> {
                line("extended glob " + glob.operator(), glob.span());
                inside(() -> glob.alternatives().forEach(word -> word("alternative", word)));
            }
        }
    }

    private void parameter(WordPart.Parameter parameter) {
        String prefix = switch (parameter.prefix()) {
            case NONE -> "";
            case LENGTH -> "length of ";
            case INDIRECT -> "indirect ";
        };
        String operator = parameter
                .operation()
                .map(operation -> " " + operation.operator())
                .orElse("");
        line(prefix + "parameter " + parameter.name() + operator, parameter.span());
        inside(() -> {
            parameter.index().ifPresent(index -> word("index", index));
            parameter.operation().ifPresent(operation -> {
                operation.argument().ifPresent(argument -> word("argument", argument));
                operation.second().ifPresent(second -> word("second", second));
            });
        });
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                case '"', '\\' -> quoted.append('\\').append(c);
                default -> {
                    if (Character.isISOControl(c)) {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
