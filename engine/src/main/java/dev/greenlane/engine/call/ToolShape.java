package dev.greenlane.engine.call;

import java.util.List;
import java.util.Map;

/**
 * What a tool of this name is, and which input fields play which role.
 *
 * @param roles for each role the fields that can play it, in order of preference
 */
record ToolShape(Kind kind, Map<String, List<String>> roles) {

    ToolShape {
        roles = Map.copyOf(roles);
    }

    List<String> fields(String role) {
        return roles.getOrDefault(role, List.of());
    }

    /** What tools can be; {@code tools.yaml} names them by {@link #id()} and lists their roles. */
    enum Kind {
        SHELL,
        COMMANDS,
        POWERSHELL,
        CMD,
        PYTHON,
        TYPED,
        READ,
        LIST,
        SEARCH,
        WRITE,
        EDIT,
        EDITS,
        FOLDER,
        DELETE,
        MOVE,
        PATCH,
        EDITOR,
        FETCH,
        ASK_WEB,
        SPAWN,
        MCP,
        INTERNAL;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
