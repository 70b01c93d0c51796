package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.python.Origins.Origin;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions that reach into the program itself: they run code, look up names, call what they are given. */
final class Intrinsics {

    private final Interpreter interpreter;
    private final Report report;
    private final Programs programs;

    Intrinsics(Interpreter interpreter, Report report, Programs programs) {
        this.interpreter = interpreter;
        this.report = report;
        this.programs = programs;
    }

    /** What the function gives; empty where it is none of these. */
    Optional<Thing> call(String name, Arguments arguments, String shown) {
        Thing first = arguments.get(0).orElse(Thing.NONE);
        return switch (name) {
            case "exec", "eval", "builtins.exec", "builtins.eval", "code.InteractiveInterpreter.runcode" -> {
                Thing result = Thing.NONE;
                for (Thing choice : Things.choices(first)) {
                    result = run(choice, shown);
                }
                yield Optional.of(result);
            }
            case "compile" -> Optional.of(new Thing.Made("code", first, new HashMap<>(), Things.origins(first)));
            case "getattr" -> attribute(first, arguments);
            case "__import__", "importlib.import_module" ->
                Optional.of(Things.known(first)
                        .<Thing>map(Thing.Known::new)
                        .orElseGet(() -> Things.unknown(shown, "is a module that is not known")));
            case "map" -> Optional.of(mapped(first, arguments.from(1)));
            case "filter" ->
                arguments.get(1).map(rest -> {
                    Elements.of(rest).known().forEach(element -> apply(first, Arguments.of(element)));
                    return Elements.of(rest).row();
                });
            case "functools.reduce" ->
                arguments.get(1).map(rest -> reduced(first, Elements.of(rest).known(), arguments.get(2)));
            case "functools.partial" ->
                Optional.of(new Thing.Made(
                        "functools.partial",
                        first,
                        new HashMap<>(
                                Map.of("args", new Thing.Row(arguments.from(1).positional(), false))),
                        Origins.NONE));
            case "super" -> Optional.of(new Thing.Made("super", interpreter.self(), new HashMap<>(), Origins.NONE));
            case "globals", "locals", "vars" -> Optional.of(interpreter.names());
            case "os.chdir" -> {
                report.enter(Things.value(first));
                yield Optional.of(Thing.NONE);
            }
            case "os.fork" -> {
                if (interpreter.loopsForever()) {
                    report.name(
                            EffectKind.SYSTEM_CHANGE,
                            Value.of("fork bomb"),
                            Set.of("bulk", "force"),
                            Certainty.CERTAIN);
                }
                yield Optional.of(Things.unknown(shown, "is known only when it runs"));
            }
            case "os.symlink" ->
                arguments.get(1).map(path -> {
                    report.path(EffectKind.FILE_WRITE, Things.value(path), Set.of("create"), Certainty.CERTAIN);
                    report.link(Things.value(path), Things.value(first));
                    return Thing.NONE;
                });
            default -> Optional.empty();
        };
    }

    private Thing apply(Thing function, Arguments arguments) {
        return interpreter.calls().apply(function, arguments, "callback");
    }

    private Thing mapped(Thing function, Arguments arguments) {
        if (arguments.positional().size() != 1) {
            apply(function, Arguments.NONE);
            return Things.unknown("map(…)", "is computed", arguments.origins());
        }
        Elements elements = Elements.of(arguments.positional().get(0));
        Thing.Row row = new Thing.Row(List.of(), elements.open());
        for (Thing element : elements.known()) {
            if (!interpreter.budget().allowsMore()) {
                row.open = true;
                break;
            }
            interpreter.budget().spend();
            row.add(apply(function, Arguments.of(element)));
        }
        return row;
    }

    private Thing reduced(Thing function, List<Thing> elements, Optional<Thing> initial) {
        List<Thing> all = new ArrayList<>();
        initial.ifPresent(all::add);
        all.addAll(elements);
        if (all.isEmpty()) {
            return Things.unknown("reduce(…)", "is computed");
        }
        Thing result = all.get(0);
        for (Thing element : all.subList(1, all.size())) {
            if (!interpreter.budget().allowsMore()) {
                return Things.unknown("reduce(…)", "is computed");
            }
            interpreter.budget().spend();
            result = apply(function, Arguments.of(result, element));
        }
        return result;
    }

    private Optional<Thing> attribute(Thing object, Arguments arguments) {
        Optional<String> name = arguments.get(1).flatMap(Things::known);
        if (name.isPresent()) {
            return Optional.of(interpreter.attribute(object, name.get(), "getattr(…)"));
        }
        boolean matters = object instanceof Thing.Known known
                && Set.of("os", "subprocess", "shutil", "builtins", "__builtins__")
                        .contains(known.name());
        if (matters) {
            report.notUnderstood("getattr(…)", "calls a function whose name is not known");
        }
        return Optional.of(Things.unknown("getattr(…)", "is computed"));
    }

    /** Runs a text as Python. */
    private Thing run(Thing code, String shown) {
        Thing text = code instanceof Thing.Made made && made.type.equals("code") ? made.about : code;
        Origins origins = Things.origins(text);
        if (text instanceof Thing.Content content) {
            report.command(List.of(Value.of("python3"), content.path()));
        } else if (text instanceof Thing.Text known && !known.value().prefix().isEmpty()
                || text instanceof Thing.Text other && other.value().pieces().size() > 1) {
            return interpreter.run(((Thing.Text) text).value(), shown);
        } else if (origins.has(Origin.NETWORK) || origins.has(Origin.SOCKET)) {
            report.name(EffectKind.RUNS_FETCHED_CODE, Things.value(text), Set.of(), Certainty.CERTAIN);
        } else if (!Things.isNone(text)
                && !Things.known(text).filter(String::isEmpty).isPresent()) {
            report.notUnderstood(shown, "runs code that is not known");
        }
        return Things.unknown(shown, "is computed", origins);
    }

    /** Notices what is written into a file. */
    void fileMethod(Thing.Made file, String name, Arguments arguments) {
        if (name.startsWith("write") && arguments.origins().has(Origin.NETWORK)) {
            Things.choices(file.about).forEach(path -> programs.fetchedInto(Things.value(path)));
        }
    }
}
