package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.python.Expression;
import dev.greenlane.syntax.python.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Python object, as far as it is known before the code runs. */
sealed interface Thing {

    Thing NONE = new Constant("None");

    /** A string or bytes; bytes have one character each. */
    record Text(Value value, boolean bytes, Origins origins) implements Thing {
        Text with(Value other) {
            return new Text(other, bytes, origins);
        }
    }

    /** A number, a truth value, or {@code None} as its name. */
    record Constant(Object value) implements Thing {}

    /** A list, a tuple, a set, anything to go over. Changes as the code changes it. */
    final class Row implements Thing {
        static final int LARGEST = 4096;

        final List<Thing> elements;
        /** Whether there may be more elements, of the same sort. */
        boolean open;

        Row(List<Thing> elements, boolean open) {
            this.elements = new ArrayList<>(elements);
            this.open = open;
        }

        void add(Thing element) {
            if (elements.size() < LARGEST) {
                elements.add(element);
            } else {
                open = true;
            }
        }
    }

    /** A dictionary. Changes as the code changes it. */
    final class Table implements Thing {
        final Map<String, Thing> entries = new LinkedHashMap<>();
        /** What else may be in it: entries whose key is not known, or that came from elsewhere. */
        final Row others = new Row(List.of(), false);
    }

    /** A module, a function or a class of a library, or a built-in one, by its full name. */
    record Known(String name) implements Thing {}

    /** A function of the code itself. */
    final class Function implements Thing {
        final Statement.Function definition;
        /** Where it was defined. */
        final Scope scope;

        Function(Statement.Function definition, Scope scope) {
            this.definition = definition;
            this.scope = scope;
        }
    }

    /** A lambda of the code itself. */
    final class Anonymous implements Thing {
        final Expression.Lambda definition;
        /** Where it was defined. */
        final Scope scope;

        Anonymous(Expression.Lambda definition, Scope scope) {
            this.definition = definition;
            this.scope = scope;
        }
    }

    /** A method together with its object. */
    record Method(Thing object, String name) implements Thing {}

    /** A class of the code itself. */
    final class UserClass implements Thing {
        final String name;
        final Scope members;
        final List<Thing> bases;

        UserClass(String name, Scope members, List<Thing> bases) {
            this.name = name;
            this.members = members;
            this.bases = bases;
        }
    }

    /** An object of such a class. Changes as the code changes it. */
    final class UserObject implements Thing {
        final UserClass type;
        final Map<String, Thing> fields = new HashMap<>();

        UserObject(UserClass type) {
            this.type = type;
        }
    }

    /** An object of a library. */
    final class Made implements Thing {
        /** The name its methods are found under. */
        final String type;
        /** What it stands for: the path of a file, the host of a connection; {@link #NONE} where that is nothing. */
        Thing about;
        /** What it was made with, by parameter. */
        final Map<String, Thing> fields;

        final Origins origins;

        Made(String type, Thing about, Map<String, Thing> fields, Origins origins) {
            this.type = type;
            this.about = about;
            this.fields = fields;
            this.origins = origins;
        }
    }

    /** One of several, depending on what is not known. */
    record Either(List<Thing> choices) implements Thing {}

    /** All that is in a file. */
    record Content(Value path, Origins origins) implements Thing {}

    /** Not known; see {@link dev.greenlane.engine.value.Piece.Hole}. */
    record Unknown(String name, String reason, Origins origins) implements Thing {}
}
