package dev.greenlane.syntax.python;

import dev.greenlane.syntax.Span;
import java.util.List;
import java.util.Optional;

/** Something that is done. */
public sealed interface Statement extends Node {

    /** An expression on a line of its own. The statements {@code print x} and {@code exec x} of Python 2 are calls. */
    record Evaluate(Expression expression, Span span) implements Statement {}

    /** {@code a = b = value} */
    record Assign(List<Expression> targets, Expression value, Span span) implements Statement {
        public Assign {
            targets = List.copyOf(targets);
        }
    }

    /** {@code target += value} */
    record AssignWith(Expression target, Operator operator, Expression value, Span span) implements Statement {}

    /** {@code target: annotation = value} */
    record Annotate(Expression target, Expression annotation, Optional<Expression> value, Span span)
            implements Statement {}

    /** {@code import module as alias, …} */
    record Import(List<Alias> modules, Span span) implements Statement {
        public Import {
            modules = List.copyOf(modules);
        }
    }

    /**
     * {@code from module import name as alias, …}; the name may be {@code *}.
     *
     * @param level how many dots stand before the module
     */
    record ImportFrom(String module, int level, List<Alias> names, Span span) implements Statement {
        public ImportFrom {
            names = List.copyOf(names);
        }
    }

    /** {@code name as alias} */
    record Alias(String name, Optional<String> alias) {}

    /** {@code if test: … elif test: … else: …} */
    record If(List<Branch> branches, List<Statement> otherwise, Span span) implements Statement {
        public If {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }

        /** A test and what follows it. */
        public record Branch(Expression test, List<Statement> body) {
            public Branch {
                body = List.copyOf(body);
            }
        }
    }

    /** {@code while test: … else: …} */
    record While(Expression test, List<Statement> body, List<Statement> otherwise, Span span) implements Statement {
        public While {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** {@code for target in iterable: … else: …} */
    record For(Expression target, Expression iterable, List<Statement> body, List<Statement> otherwise, Span span)
            implements Statement {
        public For {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** {@code with context as target, …: …} */
    record With(List<Item> items, List<Statement> body, Span span) implements Statement {
        public With {
            items = List.copyOf(items);
            body = List.copyOf(body);
        }

        /** What is entered. */
        public record Item(Expression context, Optional<Expression> target) {}
    }

    /** {@code try: … except type as name: … else: … finally: …} */
    record Try(List<Statement> body, List<Handler> handlers, List<Statement> otherwise, List<Statement> last, Span span)
            implements Statement {
        public Try {
            body = List.copyOf(body);
            handlers = List.copyOf(handlers);
            otherwise = List.copyOf(otherwise);
            last = List.copyOf(last);
        }

        /** What is done when something goes wrong. */
        public record Handler(Optional<Expression> type, Optional<String> name, List<Statement> body) {
            public Handler {
                body = List.copyOf(body);
            }
        }
    }

    /** {@code match subject: case pattern if guard: …}; patterns are read as expressions, {@code p as n} as {@code n := p}. */
    record Match(Expression subject, List<Case> cases, Span span) implements Statement {
        public Match {
            cases = List.copyOf(cases);
        }

        /** A pattern and what follows it. */
        public record Case(Expression pattern, Optional<Expression> guard, List<Statement> body) {
            public Case {
                body = List.copyOf(body);
            }
        }
    }

    /** {@code def name(parameters): …} */
    record Function(
            String name, List<Parameter> parameters, List<Statement> body, List<Expression> decorators, Span span)
            implements Statement {
        public Function {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
            decorators = List.copyOf(decorators);
        }
    }

    /** {@code class name(bases): …} */
    record ClassDefinition(
            String name, List<Argument> bases, List<Statement> body, List<Expression> decorators, Span span)
            implements Statement {
        public ClassDefinition {
            bases = List.copyOf(bases);
            body = List.copyOf(body);
            decorators = List.copyOf(decorators);
        }
    }

    /** {@code return value} */
    record Return(Optional<Expression> value, Span span) implements Statement {}

    /** {@code raise error from cause} */
    record Raise(Optional<Expression> error, Optional<Expression> cause, Span span) implements Statement {}

    /** {@code assert test, message} */
    record Assert(Expression test, Optional<Expression> message, Span span) implements Statement {}

    /** {@code del target, …} */
    record Delete(List<Expression> targets, Span span) implements Statement {
        public Delete {
            targets = List.copyOf(targets);
        }
    }

    /** {@code global name, …} and {@code nonlocal name, …} */
    record Outer(List<String> names, Span span) implements Statement {
        public Outer {
            names = List.copyOf(names);
        }
    }

    /** {@code type name = value} */
    record TypeAlias(String name, Expression value, Span span) implements Statement {}

    /** {@code pass}, {@code break}, {@code continue}. */
    record Jump(Kind kind, Span span) implements Statement {
        /** Which of them. */
        public enum Kind {
            PASS,
            BREAK,
            CONTINUE
        }
    }

    /**
     * A line that speaks to a notebook and not to Python: {@code !command}, {@code %magic}. What follows {@code %%magic} is part of
     * it, up to the end of the text.
     *
     * @param text as it is written
     */
    record Notebook(String text, Span span) implements Statement {}

    /** What could not be read, up to the end of its line. A block that belongs to it follows as statements of its own. */
    record Unreadable(String reason, Span span) implements Statement {}
}
