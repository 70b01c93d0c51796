package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import dev.greenlane.syntax.python.Argument;
import dev.greenlane.syntax.python.Expression;
import dev.greenlane.syntax.python.Module;
import dev.greenlane.syntax.python.Parameter;
import dev.greenlane.syntax.python.PythonReader;
import dev.greenlane.syntax.python.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows one piece of code from its beginning to its end. Used once. */
final class Interpreter {

    private static final int DEEPEST_CALL = 12;
    private static final int DEEPEST_CODE = 5;
    private static final int LONGEST_EXCERPT = 40;
    private static final Set<String> INSTALLERS = Set.of("pip", "conda", "mamba", "uv");
    private static final Set<String> SHELL_MAGICS = Set.of("bash", "sh", "sx", "system", "script");

    private final Report report;
    private final StandIns standIns;
    private final Evaluator evaluator;
    private final Calls calls;
    private final Wires wires;
    private final Budget budget = new Budget();
    private final Statements statements;
    private final Scope globals = new Scope(null);
    private Frame frame = new Frame(globals);
    private String source = "";
    private int codeDepth;
    private int callDepth;
    private int endless;

    /** What is defined in the code, in order; followed at the end where nothing called it. */
    private final List<Thing> defined = new ArrayList<>();

    private final Map<Object, Thing.UserClass> owners = new IdentityHashMap<>();
    private final Map<Thing.UserClass, Thing.UserObject> examples = new IdentityHashMap<>();
    private final Set<Object> followed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Object> running = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> openModules = new java.util.LinkedHashSet<>();

    Interpreter(Report report, StandIns standIns, Library library) {
        this.report = report;
        this.standIns = standIns;
        this.wires = new Wires(report);
        this.evaluator = new Evaluator(this, standIns);
        this.statements = new Statements(this);
        Programs programs = new Programs(report, wires);
        Intrinsics intrinsics = new Intrinsics(this, report, programs);
        this.calls = new Calls(this, library, new LibraryCalls(report, programs, wires), intrinsics);
        globals.set("__name__", Things.text("__main__"));
        globals.set(
                "__file__",
                Things.text(
                        Value.unknown("$SCRIPT_DIR", "is where the script lies").then(Value.of("/script.py"))));
    }

    /** Follows a whole text. */
    void follow(Value code) {
        source = standIns.encode(code);
        Module module = PythonReader.read(source);
        statements.follow(module.body());
        for (int i = 0; i < defined.size(); i++) {
            Thing definition = defined.get(i);
            report.atMost(Certainty.POSSIBLE, () -> followUncalled(definition));
        }
        wires.conclude();
    }

    private void followUncalled(Thing definition) {
        if (definition instanceof Thing.Anonymous lambda && !followed.contains(lambda.definition)) {
            invoke(lambda, Arguments.NONE);
        } else if (definition instanceof Thing.Function function && !followed.contains(function.definition)) {
            Thing.UserClass owner = owners.get(function);
            invoke(function, owner == null ? handed(function.definition) : Arguments.of(example(owner)));
        }
    }

    /** What a decorator hands to a function when it calls it. */
    private Arguments handed(Statement.Function definition) {
        return definition.decorators().stream()
                .map(decorator -> decorator instanceof Expression.Call call ? call.function() : decorator)
                .map(this::evaluate)
                .flatMap(decorator -> calls.handedBy(decorator).stream())
                .findFirst()
                .map(type -> Arguments.of(new Thing.Made(type, Thing.NONE, new HashMap<>(), Origins.NONE)))
                .orElse(Arguments.NONE);
    }

    /** An object of a class that nothing made. */
    private Thing.UserObject example(Thing.UserClass type) {
        Thing.UserObject known = examples.get(type);
        if (known != null) {
            return known;
        }
        Thing.UserObject made = new Thing.UserObject(type);
        examples.put(type, made);
        member(type, "__init__").ifPresent(init -> invokeMember(init, made, Arguments.NONE, "__init__"));
        return made;
    }

    /** Runs a text as if it stood here. */
    Thing run(Value code, String shown) {
        if (codeDepth >= DEEPEST_CODE) {
            report.notUnderstood(shown, "runs code inside code inside code");
            return Things.unknown(shown, "is computed");
        }
        String before = source;
        codeDepth++;
        source = standIns.encode(code);
        try {
            List<Statement> body = PythonReader.read(source).body();
            if (body.size() == 1 && body.get(0) instanceof Statement.Evaluate only) {
                return evaluate(only.expression());
            }
            statements.follow(body);
            return Thing.NONE;
        } finally {
            source = before;
            codeDepth--;
        }
    }

    Report report() {
        return report;
    }

    Budget budget() {
        return budget;
    }

    Calls calls() {
        return calls;
    }

    Frame frame() {
        return frame;
    }

    Thing evaluate(Expression expression) {
        return evaluator.evaluate(expression);
    }

    Arguments arguments(List<Argument> arguments) {
        return evaluator.arguments(arguments);
    }

    /** A piece of the code on one line, for people. */
    String excerpt(Span span) {
        int end = Math.min(span.end(), source.length());
        int start = Math.min(span.start(), end);
        boolean cut = end - start > LONGEST_EXCERPT;
        String text = standIns.display(source.substring(start, cut ? start + LONGEST_EXCERPT : end));
        String line = text.indexOf('\n') < 0 ? text : text.replaceAll("\\s+", " ");
        return cut ? line + "…" : line;
    }

    /** A line for a notebook. */
    void notebook(String text) {
        String line = text.replaceFirst("^[!%]+", "").strip();
        String word = line.split("\\s", 2)[0];
        String rest = line.substring(word.length()).strip();
        if (text.startsWith("!") || INSTALLERS.contains(word)) {
            report.shell(standIns.decode(line));
        } else if (SHELL_MAGICS.contains(word)) {
            report.shell(standIns.decode(rest));
        } else if (word.equals("run")) {
            report.shell(standIns.decode("python3 " + rest));
        }
    }

    void unreadable(Span span, String reason) {
        report.unreadable(excerpt(span), reason);
    }

    /** Runs something in a scope of its own, as comprehensions do. */
    void inside(Runnable what) {
        Frame before = frame;
        frame = new Frame(new Scope(before.scope()), before.returned(), before.yielded());
        try {
            what.run();
        } finally {
            frame = before;
        }
    }

    /** Runs something that goes round without end. */
    void endlessly(Runnable what) {
        endless++;
        what.run();
        endless--;
    }

    boolean loopsForever() {
        return endless > 0;
    }

    /** A name that the code does not set: something built in, or from a module all of whose names are imported. */
    Thing global(String name) {
        for (String module : openModules) {
            if (Library.standard()
                    .find(Library.standard().canonical(module + "." + name))
                    .isPresent()) {
                return new Thing.Known(module + "." + name);
            }
        }
        return new Thing.Known(name);
    }

    void openModule(String module) {
        openModules.add(module);
    }

    void assign(Expression target, Thing thing) {
        switch (target) {
            case Expression.Name name -> frame.scope().set(name.id(), thing);
            case Expression.Attribute attribute -> {
                Thing object = evaluate(attribute.object());
                if (object instanceof Thing.UserObject own) {
                    own.fields.put(attribute.name(), thing);
                } else if (object instanceof Thing.Made made) {
                    made.fields.put(attribute.name(), thing);
                }
            }
            case Expression.Subscript subscript -> {
                Thing object = evaluate(subscript.object());
                Thing index = evaluate(subscript.index());
                if (object instanceof Thing.Table table) {
                    RowMethods.key(index)
                            .ifPresentOrElse(key -> table.entries.put(key, thing), () -> table.others.add(thing));
                } else if (object instanceof Thing.Row row) {
                    row.add(thing);
                }
            }
            case Expression.Sequence sequence -> unpack(sequence.elements(), thing);
            case Expression.Starred starred -> assign(starred.value(), thing);
            default -> evaluate(target);
        }
    }

    private void unpack(List<Expression> targets, Thing thing) {
        Elements elements = Elements.of(thing);
        List<Thing> known = elements.known();
        int star = 0;
        while (star < targets.size() && !(targets.get(star) instanceof Expression.Starred)) {
            star++;
        }
        boolean starred = star < targets.size();
        boolean fits =
                starred ? known.size() >= targets.size() - 1 && !elements.open() : known.size() == targets.size();
        int rest = known.size() - targets.size() + 1;
        for (int i = 0; i < targets.size(); i++) {
            Expression target = targets.get(i);
            if (!fits) {
                assign(target, i == star ? elements.row() : anyOf(known, target));
            } else if (i < star) {
                assign(target, known.get(i));
            } else if (i == star) {
                assign(target, new Thing.Row(known.subList(i, i + rest), false));
            } else {
                assign(target, known.get(i + rest - 1));
            }
        }
    }

    private Thing anyOf(List<Thing> known, Expression target) {
        return known.isEmpty() ? Things.unknown(excerpt(target.span()), "is computed") : Things.either(known);
    }

    Thing attribute(Thing object, String name, String shown) {
        return switch (object) {
            case Thing.Known known ->
                Computations.attribute(known.name() + "." + name)
                        .orElseGet(() -> new Thing.Known(known.name() + "." + name));
            case Thing.UserObject own -> attribute(own, name, shown);
            case Thing.UserClass type -> member(type, name).orElseGet(() -> Things.unknown(shown, "is computed"));
            case Thing.Made made -> attribute(made, name);
            case Thing.Either either ->
                Things.either(either.choices().stream()
                        .map(choice -> attribute(choice, name, shown))
                        .toList());
            case Thing.Text text -> new Thing.Method(text, name);
            case Thing.Row row -> new Thing.Method(row, name);
            case Thing.Table table -> new Thing.Method(table, name);
            case Thing.Content content -> Things.unknown(shown, "is computed", content.origins());
            case Thing.Unknown unknown -> Things.unknown(shown, "is computed", unknown.origins());
            default -> Things.unknown(shown, "is computed");
        };
    }

    private Thing attribute(Thing.UserObject object, String name, String shown) {
        Thing field = object.fields.get(name);
        if (field != null) {
            return field;
        }
        Optional<Thing> member = member(object.type, name);
        if (member.isEmpty()) {
            return Things.unknown(shown, "is computed");
        }
        if (member.get() instanceof Thing.Function function) {
            boolean property = function.definition.decorators().stream()
                    .anyMatch(decorator ->
                            decorator instanceof Expression.Name id && id.id().endsWith("property"));
            return property ? invoke(function, Arguments.of(object)) : new Thing.Method(object, name);
        }
        return member.get();
    }

    private static Thing attribute(Thing.Made made, String name) {
        Thing field = made.fields.get(name);
        if (field != null) {
            return field;
        }
        if (made.type.equals("pathlib.Path")) {
            return Computations.ofPath(made, name, Arguments.NONE).orElseGet(() -> new Thing.Method(made, name));
        }
        if (name.equals("name") && !Things.isNone(made.about)) {
            return made.about;
        }
        if (made.type.equals("fetched")) {
            return Things.unknown(Things.value(made).display(), "comes from the network", Things.origins(made));
        }
        return new Thing.Made(made.type + "." + name, Thing.NONE, new java.util.HashMap<>(), Things.origins(made));
    }

    /** A lambda. */
    Thing define(Expression.Lambda lambda) {
        Thing.Anonymous function = new Thing.Anonymous(lambda, frame.scope());
        defined.add(function);
        return function;
    }

    /** A function. */
    Thing.Function define(Statement.Function definition) {
        Thing.Function function = new Thing.Function(definition, frame.scope());
        defined.add(function);
        return function;
    }

    /** Follows the body of a class and makes the class. */
    Thing.UserClass define(Statement.ClassDefinition definition) {
        List<Thing> bases = new ArrayList<>();
        definition.bases().forEach(base -> bases.add(evaluate(base.value())));
        int first = defined.size();
        Scope members = new Scope(frame.scope());
        Frame before = frame;
        frame = new Frame(members);
        statements.follow(definition.body());
        frame = before;
        Thing.UserClass type = new Thing.UserClass(definition.name(), members, bases);
        for (Thing inside : defined.subList(first, defined.size())) {
            if (inside instanceof Thing.Function function && function.scope == members) {
                owners.put(function, type);
            }
        }
        return type;
    }

    Optional<Thing> member(Thing.UserClass type, String name) {
        return member(type, name, 0);
    }

    private Optional<Thing> member(Thing.UserClass type, String name, int depth) {
        Optional<Thing> own = type.members.own(name);
        if (own.isPresent() || depth > 8) {
            return own;
        }
        for (Thing base : type.bases) {
            if (base instanceof Thing.UserClass other) {
                Optional<Thing> inherited = member(other, name, depth + 1);
                if (inherited.isPresent()) {
                    return inherited;
                }
            }
        }
        return Optional.empty();
    }

    Thing invokeMember(Thing member, Thing object, Arguments arguments, String shown) {
        boolean unbound = member instanceof Thing.Function function
                && function.definition.decorators().stream()
                        .anyMatch(decorator -> decorator instanceof Expression.Name id
                                && id.id().equals("staticmethod"));
        return calls.apply(
                member, unbound || !(member instanceof Thing.Function) ? arguments : arguments.behind(object), shown);
    }

    Thing instantiate(Thing.UserClass type, Arguments arguments) {
        Thing.UserObject object = new Thing.UserObject(type);
        examples.putIfAbsent(type, object);
        Optional<Thing> init = member(type, "__init__");
        if (init.isPresent()) {
            invokeMember(init.get(), object, arguments, type.name);
        } else {
            object.fields.putAll(arguments.named());
        }
        return object;
    }

    /** The object whose method is being followed. */
    Thing self() {
        return frame.scope().find("self").orElse(Thing.NONE);
    }

    /** The names of the scope, as {@code globals()} gives them. */
    Thing names() {
        Thing.Table table = new Thing.Table();
        table.others.open = true;
        return table;
    }

    Thing invoke(Thing.Function function, Arguments arguments) {
        Statement.Function definition = function.definition;
        if (!mayFollow(definition)) {
            return Things.unknown(definition.name() + "(…)", "is computed", arguments.origins());
        }
        Frame inner = new Frame(new Scope(function.scope));
        bind(definition.parameters(), arguments, inner, function.scope);
        run(definition, inner, () -> statements.follow(definition.body()));
        if (!inner.yielded().isEmpty()) {
            return new Thing.Row(inner.yielded(), true);
        }
        return inner.returned().isEmpty() ? Thing.NONE : Things.either(inner.returned());
    }

    Thing invoke(Thing.Anonymous function, Arguments arguments) {
        if (!mayFollow(function.definition)) {
            return Things.unknown("lambda", "is computed", arguments.origins());
        }
        Frame inner = new Frame(new Scope(function.scope));
        bind(function.definition.parameters(), arguments, inner, function.scope);
        Thing[] result = {Thing.NONE};
        run(function.definition, inner, () -> result[0] = evaluate(function.definition.body()));
        return result[0];
    }

    private boolean mayFollow(Object definition) {
        return callDepth < DEEPEST_CALL
                && !running.contains(definition)
                && (!followed.contains(definition) || budget.allowsMore());
    }

    private void run(Object definition, Frame inner, Runnable body) {
        Frame before = frame;
        followed.add(definition);
        running.add(definition);
        frame = inner;
        callDepth++;
        try {
            body.run();
        } finally {
            callDepth--;
            frame = before;
            running.remove(definition);
        }
    }

    private void bind(List<Parameter> parameters, Arguments arguments, Frame inner, Scope outer) {
        int index = 0;
        for (Parameter parameter : parameters) {
            Thing thing = switch (parameter.kind()) {
                case PLAIN ->
                    arguments
                            .get(index, parameter.name())
                            .or(() -> arguments.further().stream().findFirst())
                            .orElseGet(() -> standard(parameter, outer));
                case NAMED -> arguments.named(parameter.name()).orElseGet(() -> standard(parameter, outer));
                case REST -> {
                    Thing.Row row = new Thing.Row(
                            arguments.from(index).positional(),
                            !arguments.further().isEmpty());
                    arguments.further().forEach(row::add);
                    yield row;
                }
                case REST_NAMED -> {
                    Thing.Table table = new Thing.Table();
                    table.entries.putAll(arguments.named());
                    arguments.loose().forEach(table.others::add);
                    yield table;
                }
            };
            inner.scope().set(parameter.name(), thing);
            if (parameter.kind() == Parameter.Kind.PLAIN) {
                index++;
            }
        }
    }

    private Thing standard(Parameter parameter, Scope outer) {
        if (parameter.standard().isEmpty()) {
            return Things.unknown(parameter.name(), "is a parameter");
        }
        Frame before = frame;
        frame = new Frame(outer);
        Thing standard = evaluate(parameter.standard().get());
        frame = before;
        return Things.isNone(standard) ? Things.unknown(parameter.name(), "is a parameter") : standard;
    }
}
