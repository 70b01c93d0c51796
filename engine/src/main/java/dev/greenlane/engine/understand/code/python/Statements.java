package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.syntax.python.Expression;
import dev.greenlane.syntax.python.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows statements in order. */
final class Statements {

    private static final int DEEPEST = 300;

    private final Interpreter interpreter;
    private int depth;

    Statements(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Follows statements up to one that surely leaves the block; gives whether there is one. */
    boolean follow(List<Statement> statements) {
        if (depth >= DEEPEST) {
            interpreter.report().notUnderstood("code", "is nested too deeply to follow");
            return false;
        }
        depth++;
        try {
            for (Statement statement : statements) {
                interpreter.budget().spend();
                if (leaves(statement)) {
                    return true;
                }
            }
            return false;
        } finally {
            depth--;
        }
    }

    private boolean leaves(Statement statement) {
        switch (statement) {
            case Statement.Evaluate evaluate -> interpreter.evaluate(evaluate.expression());
            case Statement.Assign assign -> {
                Thing value = interpreter.evaluate(assign.value());
                assign.targets().forEach(target -> interpreter.assign(target, value));
            }
            case Statement.AssignWith assign -> {
                Thing before = interpreter.evaluate(assign.target());
                Thing value = interpreter.evaluate(assign.value());
                String shown = interpreter.excerpt(assign.target().span());
                interpreter.assign(assign.target(), Operations.apply(before, assign.operator(), value, shown));
            }
            case Statement.Annotate annotate ->
                annotate.value()
                        .map(interpreter::evaluate)
                        .ifPresent(value -> interpreter.assign(annotate.target(), value));
            case Statement.Import imports -> imports.modules().forEach(this::imports);
            case Statement.ImportFrom imports -> importsFrom(imports);
            case Statement.If choice -> {
                return choice(choice);
            }
            case Statement.While loop -> loop(loop);
            case Statement.For loop -> loop(loop);
            case Statement.With with -> {
                return with(with);
            }
            case Statement.Try attempt -> attempt(attempt);
            case Statement.Match match -> match(match);
            case Statement.Function definition -> {
                definition.decorators().forEach(interpreter::evaluate);
                interpreter.frame().scope().set(definition.name(), interpreter.define(definition));
            }
            case Statement.ClassDefinition definition -> {
                definition.decorators().forEach(interpreter::evaluate);
                interpreter.frame().scope().set(definition.name(), interpreter.define(definition));
            }
            case Statement.Return back -> {
                back.value()
                        .map(interpreter::evaluate)
                        .ifPresent(interpreter.frame().returned()::add);
                return true;
            }
            case Statement.Raise raise -> {
                raise.error().ifPresent(interpreter::evaluate);
                return true;
            }
            case Statement.Assert check -> interpreter.evaluate(check.test());
            case Statement.Delete delete -> {}
            case Statement.Outer outer -> interpreter.frame().scope().declareOutside(outer.names());
            case Statement.TypeAlias alias -> {}
            case Statement.Notebook line -> interpreter.notebook(line.text());
            case Statement.Jump jump -> {
                return jump.kind() != Statement.Jump.Kind.PASS;
            }
            case Statement.Unreadable unreadable -> interpreter.unreadable(unreadable.span(), unreadable.reason());
        }
        return false;
    }

    private void imports(Statement.Alias module) {
        int dot = module.name().indexOf('.');
        String bound = dot < 0 || module.alias().isPresent()
                ? module.name()
                : module.name().substring(0, dot);
        interpreter.frame().scope().set(module.alias().orElse(bound), new Thing.Known(bound));
    }

    private void importsFrom(Statement.ImportFrom imports) {
        String module = ".".repeat(imports.level()) + imports.module();
        for (Statement.Alias name : imports.names()) {
            if (name.name().equals("*")) {
                interpreter.openModule(module);
                continue;
            }
            String full = module + "." + name.name();
            Thing thing = Computations.attribute(full).orElseGet(() -> new Thing.Known(full));
            interpreter.frame().scope().set(name.alias().orElse(name.name()), thing);
        }
    }

    private boolean choice(Statement.If choice) {
        List<Map<String, Thing>> changes = new ArrayList<>();
        boolean allLeave = true;
        for (Statement.If.Branch branch : choice.branches()) {
            Optional<Boolean> truth = Things.truth(interpreter.evaluate(branch.test()));
            if (truth.isPresent() && !truth.get()) {
                continue;
            }
            if (truth.isPresent()) {
                allLeave &= changes.isEmpty() ? follow(branch.body()) : branch(branch.body(), changes);
                interpreter.frame().scope().join(changes, true);
                return allLeave;
            }
            allLeave &= branch(branch.body(), changes);
        }
        if (changes.isEmpty()) {
            return follow(choice.otherwise());
        }
        boolean complete = !choice.otherwise().isEmpty();
        if (complete) {
            allLeave &= branch(choice.otherwise(), changes);
        }
        interpreter.frame().scope().join(changes, complete);
        return complete && allLeave;
    }

    /** Follows statements that may not be reached; gives whether they leave the block. */
    private boolean branch(List<Statement> body, List<Map<String, Thing>> changes) {
        Scope scope = interpreter.frame().scope();
        boolean[] leaves = new boolean[1];
        scope.beginBranch();
        try {
            interpreter.report().atMost(Certainty.LIKELY, () -> leaves[0] = follow(body));
        } finally {
            Map<String, Thing> change = scope.endBranch();
            if (!leaves[0]) {
                changes.add(change);
            } else {
                changes.add(Map.of());
            }
        }
        return leaves[0];
    }

    private void maybe(List<Statement> body) {
        List<Map<String, Thing>> changes = new ArrayList<>(1);
        branch(body, changes);
        interpreter.frame().scope().join(changes, false);
    }

    private void loop(Statement.While loop) {
        Thing[] test = new Thing[1];
        interpreter.endlessly(() -> test[0] = interpreter.evaluate(loop.test()));
        Optional<Boolean> truth = Things.truth(test[0]);
        boolean constant =
                loop.test() instanceof Expression.Constant || loop.test() instanceof Expression.NumberLiteral;
        if (constant && truth.orElse(false)) {
            interpreter.endlessly(() -> follow(loop.body()));
        } else if (truth.isEmpty()) {
            maybe(loop.body());
        } else if (truth.get()) {
            follow(loop.body());
        }
        follow(loop.otherwise());
    }

    private void loop(Statement.For loop) {
        if (new EndlessLoops(interpreter).over(loop.iterable())) {
            interpreter.endlessly(() -> turns(loop));
        } else {
            turns(loop);
        }
        follow(loop.otherwise());
    }

    private void turns(Statement.For loop) {
        Elements elements = Elements.of(interpreter.evaluate(loop.iterable()));
        if (elements.known().isEmpty()) {
            interpreter.assign(
                    loop.target(),
                    Things.unknown(interpreter.excerpt(loop.target().span()), "is computed"));
            maybe(loop.body());
        }
        boolean first = true;
        for (Thing element : elements.known()) {
            if (!first && !interpreter.budget().allowsMore()) {
                interpreter.assign(
                        loop.target(),
                        Things.unknown(interpreter.excerpt(loop.target().span()), "is one of many"));
                follow(loop.body());
                break;
            }
            first = false;
            interpreter.assign(loop.target(), element);
            follow(loop.body());
        }
    }

    private boolean with(Statement.With with) {
        for (Statement.With.Item item : with.items()) {
            Thing context = interpreter.evaluate(item.context());
            Thing entered = enter(context);
            item.target().ifPresent(target -> interpreter.assign(target, entered));
        }
        return follow(with.body());
    }

    private Thing enter(Thing context) {
        if (context instanceof Thing.UserObject object
                && interpreter.member(object.type, "__enter__").isPresent()) {
            return interpreter.calls().method(object, "__enter__", Arguments.NONE, "with");
        }
        if (context instanceof Thing.Row row && row.open && !row.elements.isEmpty()) {
            return row.elements.get(0);
        }
        return context;
    }

    private void attempt(Statement.Try attempt) {
        follow(attempt.body());
        for (Statement.Try.Handler handler : attempt.handlers()) {
            handler.name()
                    .ifPresent(name -> interpreter.frame().scope().set(name, Things.unknown(name, "is an error")));
            maybe(handler.body());
        }
        follow(attempt.otherwise());
        follow(attempt.last());
    }

    private void match(Statement.Match match) {
        interpreter.evaluate(match.subject());
        List<Map<String, Thing>> changes = new ArrayList<>();
        for (Statement.Match.Case one : match.cases()) {
            branch(one.body(), changes);
        }
        interpreter.frame().scope().join(changes, false);
    }
}
