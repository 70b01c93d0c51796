package dev.greenlane.engine.understand.code.python;

import dev.greenlane.syntax.python.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows calls: of the code's own functions, of libraries, of methods. */
final class Calls {

    private static final Set<String> QUIET_METHODS =
            Set.of("append", "items", "keys", "values", "get", "format", "join");

    private final Interpreter interpreter;
    private final Library library;
    private final LibraryCalls described;
    private final Intrinsics intrinsics;

    Calls(Interpreter interpreter, Library library, LibraryCalls described, Intrinsics intrinsics) {
        this.interpreter = interpreter;
        this.library = library;
        this.described = described;
        this.intrinsics = intrinsics;
    }

    /** A call as it is written. */
    Thing call(Expression.Call call) {
        String shown = interpreter.excerpt(call.function().span()) + "(…)";
        if (call.function() instanceof Expression.Attribute attribute) {
            Thing object = interpreter.evaluate(attribute.object());
            Arguments arguments = interpreter.arguments(call.arguments());
            return method(object, attribute.name(), arguments, shown);
        }
        Thing function = interpreter.evaluate(call.function());
        return apply(function, interpreter.arguments(call.arguments()), shown);
    }

    /** The class of the object that a decorator hands to the function it stands before. */
    Optional<String> handedBy(Thing decorator) {
        return decorator instanceof Thing.Known known
                ? library.find(library.canonical(known.name())).flatMap(Entry::hands)
                : Optional.empty();
    }

    /** Calls a thing. */
    Thing apply(Thing function, Arguments arguments, String shown) {
        return switch (function) {
            case Thing.Known known -> named(known.name(), Optional.empty(), arguments, shown);
            case Thing.Function own -> interpreter.invoke(own, arguments);
            case Thing.Anonymous own -> interpreter.invoke(own, arguments);
            case Thing.UserClass type -> interpreter.instantiate(type, arguments);
            case Thing.Method method -> method(method.object(), method.name(), arguments, shown);
            case Thing.UserObject object -> method(object, "__call__", arguments, shown);
            case Thing.Made made
            when made.type.equals("functools.partial") ->
                apply(
                        made.about,
                        new Arguments(
                                        made.fields.get("args") instanceof Thing.Row row ? row.elements : List.of(),
                                        Map.of(),
                                        List.of(),
                                        List.of())
                                .and(arguments),
                        shown);
            case Thing.Either either ->
                Things.either(either.choices().stream()
                        .map(choice -> apply(choice, arguments, shown))
                        .toList());
            default -> unknown(arguments, Things.origins(function), shown);
        };
    }

    /** Calls a method of a thing. */
    Thing method(Thing object, String name, Arguments arguments, String shown) {
        return switch (object) {
            case Thing.Known module -> named(module.name() + "." + name, Optional.of(object), arguments, shown);
            case Thing.Text text ->
                TextMethods.call(text, name, arguments)
                        .orElseGet(() -> Things.unknown(
                                shown, "is computed", text.origins().and(arguments.origins())));
            case Thing.Row row ->
                RowMethods.call(row, name, arguments).orElseGet(() -> unknown(arguments, Things.origins(row), shown));
            case Thing.Table table ->
                RowMethods.call(table, name, arguments)
                        .orElseGet(() -> unknown(arguments, Things.origins(table), shown));
            case Thing.Content content ->
                name.equals("decode") || name.equals("strip") || name.equals("encode")
                        ? content
                        : unknown(arguments, content.origins(), shown);
            case Thing.Made made -> ofMade(made, name, arguments, shown);
            case Thing.UserObject own -> ofObject(own, name, arguments, shown);
            case Thing.UserClass type ->
                interpreter
                        .member(type, name)
                        .map(member -> apply(member, arguments, shown))
                        .orElseGet(() -> inherited(type, object, name, arguments, shown));
            case Thing.Either either ->
                Things.either(either.choices().stream()
                        .map(choice -> method(choice, name, arguments, shown))
                        .toList());
            default -> ofUnknown(object, name, arguments, shown);
        };
    }

    private Thing ofMade(Thing.Made made, String name, Arguments arguments, String shown) {
        if (made.type.equals("super") && made.about instanceof Thing.UserObject object) {
            return inherited(object.type, object, name, arguments, shown);
        }
        if (made.type.equals("pathlib.Path")) {
            Optional<Thing> computed = Computations.ofPath(made, name, arguments);
            if (computed.isPresent()) {
                return computed.get();
            }
        }
        if (made.type.equals("fetched")) {
            callbacks(arguments);
            return Things.unknown(Things.value(made).display(), "comes from the network", Things.origins(made));
        }
        if (name.equals("__enter__") || name.equals("__aenter__")) {
            return made;
        }
        if (made.type.equals("file")) {
            intrinsics.fileMethod(made, name, arguments);
        }
        String canonical = library.canonical(made.type + "." + name);
        Optional<Entry> entry = library.find(canonical).or(() -> library.method(name));
        Optional<Thing> given =
                entry.flatMap(found -> described.call(found, canonical, Optional.of(made), arguments, shown));
        callbacks(arguments);
        return given.orElseGet(
                () -> Things.unknown(shown, "is computed", Things.origins(made).and(arguments.origins())));
    }

    private Thing ofObject(Thing.UserObject object, String name, Arguments arguments, String shown) {
        Thing field = object.fields.get(name);
        if (field != null) {
            return apply(field, arguments, shown);
        }
        return interpreter
                .member(object.type, name)
                .map(member -> interpreter.invokeMember(member, object, arguments, shown))
                .orElseGet(() -> inherited(object.type, object, name, arguments, shown));
    }

    /** A method of a base class. */
    private Thing inherited(Thing.UserClass type, Thing object, String name, Arguments arguments, String shown) {
        for (Thing base : type.bases) {
            if (base instanceof Thing.UserClass own) {
                Optional<Thing> member = interpreter.member(own, name);
                if (member.isPresent()) {
                    return interpreter.invokeMember(member.get(), object, arguments, shown);
                }
            } else if (base instanceof Thing.Known known && !name.startsWith("__")) {
                return named(known.name() + "." + name, Optional.of(object), arguments, shown);
            }
        }
        return unknown(arguments, Origins.NONE, shown);
    }

    private Thing ofUnknown(Thing object, String name, Arguments arguments, String shown) {
        if (name.startsWith("connect")
                && arguments.get(0).filter(Calls::isAddress).isPresent()) {
            return named("socket.socket.connect", Optional.of(object), arguments, shown);
        }
        Optional<Thing> given = library.method(name)
                .flatMap(entry -> described.call(entry, "?." + name, Optional.of(object), arguments, shown));
        return given.orElseGet(() -> unknown(arguments, Things.origins(object), shown));
    }

    /** Whether this is a host and a port. */
    private static boolean isAddress(Thing thing) {
        return thing instanceof Thing.Row row
                && row.elements.size() == 2
                && Things.integer(row.elements.get(1)).isPresent();
    }

    /** Calls a function of a library by its full name. */
    private Thing named(String name, Optional<Thing> self, Arguments arguments, String shown) {
        boolean address = name.endsWith(".connect")
                && arguments.get(0).filter(Calls::isAddress).isPresent();
        String canonical = library.canonical(address ? "socket.socket.connect" : name);
        Optional<Thing> intrinsic = intrinsics.call(canonical, arguments, shown);
        if (intrinsic.isPresent()) {
            return intrinsic.get();
        }
        Optional<Thing> given = Optional.empty();
        Optional<Entry> entry = library.find(canonical);
        int dot = canonical.lastIndexOf('.');
        if (entry.isEmpty() && dot > 0 && !QUIET_METHODS.contains(canonical.substring(dot + 1))) {
            entry = library.method(canonical.substring(dot + 1));
        }
        if (entry.isPresent()) {
            given = described.call(entry.get(), canonical, self, arguments, shown);
            entry.get().calls().stream().findFirst().ifPresent(parameter -> target(entryOf(canonical), arguments));
        }
        Optional<Thing> computed = Computations.call(canonical, arguments);
        if (computed.isPresent()) {
            return computed.get();
        }
        if (entry.isEmpty() || entry.get().calls().isEmpty()) {
            callbacks(arguments);
        }
        if (entry.isEmpty() && library.isAlias(name)) {
            return new Thing.Made(canonical, Thing.NONE, new HashMap<>(arguments.named()), arguments.origins());
        }
        return given.orElseGet(() -> Things.unknown(shown, "is computed", arguments.origins()));
    }

    private Entry entryOf(String canonical) {
        return library.find(canonical).orElseThrow();
    }

    /** Calls the function that another function was given to call, with the arguments it was given for it. */
    private void target(Entry entry, Arguments arguments) {
        Map<String, Thing> bound = arguments.bind(entry.takes());
        Thing function = bound.get(entry.calls().get(0));
        if (function == null || Things.isNone(function)) {
            return;
        }
        Arguments given = Arguments.NONE;
        if (entry.calls().size() > 1 && bound.get(entry.calls().get(1)) instanceof Thing.Row row) {
            given = new Arguments(row.elements, new HashMap<>(), List.of(), List.of());
        }
        if (bound.get("kwargs") instanceof Thing.Table table) {
            given = given.and(new Arguments(List.of(), table.entries, List.of(), List.of()));
        }
        apply(function, given, "target");
    }

    private Thing unknown(Arguments arguments, Origins origins, String shown) {
        callbacks(arguments);
        return Things.unknown(shown, "is computed", origins.and(arguments.origins()));
    }

    /** Functions that are handed on are taken to be called. */
    private void callbacks(Arguments arguments) {
        List<Thing> all = new ArrayList<>(arguments.all());
        for (Thing argument : all) {
            if (argument instanceof Thing.Function || argument instanceof Thing.Anonymous) {
                apply(argument, Arguments.NONE, "callback");
            } else if (argument instanceof Thing.Method method && method.object() instanceof Thing.UserObject) {
                apply(argument, Arguments.NONE, "callback");
            }
        }
    }
}
