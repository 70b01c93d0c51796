package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Place;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads targets and conditions: the small language in which effects speak of flags and operands. */
final class TermReader {

    private final Scope scope;

    TermReader(Scope scope) {
        this.scope = scope;
    }

    /** {@code name|={template}|cwd|?what nobody can tell}. */
    List<Source> sources(Data.Text text) {
        List<Source> sources = new ArrayList<>();
        for (String alternative : alternatives(text.text())) {
            sources.add(source(alternative, text.place()));
        }
        return sources;
    }

    private Source source(String text, Place place) {
        return switch (text) {
            case "cwd" -> new Source.WorkingDirectory();
            case "stdin" -> new Source.Input();
            default -> {
                if (text.startsWith("?")) {
                    yield new Source.Literal(Value.unknown(text.substring(1), "the call does not say which one"));
                }
                yield text.startsWith("=") ? template(text, place) : new Source.Named(scope.useValues(text, place));
            }
        };
    }

    private Source template(String text, Place place) {
        List<Source.Template.Part> parts = new ArrayList<>();
        int at = 1;
        for (int open = text.indexOf('{', at); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                scope.problems().add(place, "a brace is not closed in '" + text + "'");
                break;
            }
            String name = text.substring(open + 1, close);
            parts.add(new Source.Template.Part(text.substring(at, open), scope.useValues(name, place)));
            at = close + 1;
        }
        String rest = text.substring(at);
        if (parts.isEmpty()) {
            return new Source.Literal(Value.of(rest));
        }
        parts.add(new Source.Template.Part(rest, -1));
        return new Source.Template(parts);
    }

    /** One condition, {@code a|b} included. */
    Condition condition(Data.Text text) {
        List<Condition> any = new ArrayList<>();
        for (String alternative : alternatives(text.text())) {
            any.add(term(alternative, text.place()));
        }
        return any.size() == 1 ? any.get(0) : new Condition.AnyOf(any);
    }

    private Condition term(String text, Place place) {
        if (text.equals("stdin") || text.equals("!stdin")) {
            return new Condition.Piped(text.startsWith("!"));
        }
        int equals = text.indexOf('=');
        if (equals < 0) {
            return text.startsWith("!")
                    ? new Condition.Absent(scope.use(text.substring(1), place))
                    : new Condition.Present(scope.use(text, place));
        }
        boolean anyCase = equals > 0 && text.charAt(equals - 1) == '~';
        int end = anyCase ? equals - 1 : equals;
        boolean none = end > 0 && text.charAt(end - 1) == '!';
        int slot = scope.useValues(text.substring(0, none ? end - 1 : end), place);
        try {
            String pattern = text.substring(equals + 1);
            Glob glob = anyCase ? Glob.ofAnyCase(pattern) : Glob.of(pattern);
            return none ? new Condition.MatchesNone(slot, glob) : new Condition.Matches(slot, glob);
        } catch (IllegalArgumentException e) {
            scope.problems().add(place, String.valueOf(e.getMessage()));
            return new Condition.Present(slot);
        }
    }

    private static List<String> alternatives(String text) {
        return List.of(text.split("\\|", -1)).stream().map(String::strip).toList();
    }
}
