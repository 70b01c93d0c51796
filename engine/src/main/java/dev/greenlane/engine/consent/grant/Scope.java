package dev.greenlane.engine.consent.grant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a grant holds. */
public enum Scope {
    /** For one call of a session, and then no more. */
    ONCE,
    /** In a session and its subagents. */
    SESSION,
    /** In a project's folder, in whatever session. */
    PROJECT;

    /** The name on screens and wires. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope with this {@link #id()}. */
    public static Optional<Scope> byId(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id().equals(id)).findFirst();
    }
}
