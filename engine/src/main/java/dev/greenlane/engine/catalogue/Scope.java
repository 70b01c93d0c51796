package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Place;
import dev.greenlane.engine.data.Problems;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names that can be used at one place of a description: those of its flags and operands and of the usages around it. */
final class Scope {

    private final Names names;
    private final Problems problems;
    private final @Nullable Scope outer;
    /** Whether the name can have values. */
    private final Map<String, Boolean> defined = new TreeMap<>();

    private Scope(Names names, Problems problems, @Nullable Scope outer) {
        this.names = names;
        this.problems = problems;
        this.outer = outer;
    }

    static Scope outermost(Problems problems) {
        Scope scope = new Scope(new Names(), problems, null);
        scope.defined.put("subcommand", true);
        scope.defined.put("help", false);
        scope.defined.put("dry-run", false);
        scope.defined.put("stdin", true);
        return scope;
    }

    Scope inner() {
        return new Scope(names, problems, this);
    }

    Problems problems() {
        return problems;
    }

    int define(String name, boolean hasValues, Place place) {
        boolean wellFormed = !name.isEmpty();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            wellFormed &= c >= 'a' && c <= 'z' || i > 0 && (c >= '0' && c <= '9' || c == '-');
        }
        if (!wellFormed) {
            problems.add(place, "'" + name + "' is no name; use lower-case letters, digits and '-'");
        } else if (name.equals("cwd") || name.equals("stdin") || name.equals("subcommand")) {
            problems.add(place, "'" + name + "' has a meaning of its own; use another name");
        }
        defined.merge(name, hasValues, Boolean::logicalOr);
        return names.slot(name);
    }

    /** The number of a name; a name that nothing defines is a problem. */
    int use(String name, Place place) {
        if (hasValues(name) == null) {
            problems.add(place, "no flag or operand is called '" + name + "'; known here are " + known());
        }
        return names.slot(name);
    }

    /** As {@link #use}, for a name that must be able to have values. */
    int useValues(String name, Place place) {
        if (Boolean.FALSE.equals(hasValues(name))) {
            problems.add(
                    place,
                    "'" + name + "' is a flag without a value and cannot be used here; if it takes one, write so:"
                            + " '--flag VALUE: " + name + "'");
        }
        return use(name, place);
    }

    private @Nullable Boolean hasValues(String name) {
        Boolean result = null;
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Boolean here = scope.defined.get(name);
            result = here == null ? result : result == null ? here : Boolean.valueOf(result || here);
        }
        return result;
    }

    private String known() {
        Map<String, Boolean> all = new TreeMap<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            all.putAll(scope.defined);
        }
        return String.join(", ", all.keySet());
    }
}
