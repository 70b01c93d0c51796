package dev.greenlane.engine.understand.code;

import dev.greenlane.engine.data.DataLines;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the variables that Windows sets hold: {@code windows.yaml}. Immutable. */
public final class WindowsVariables {

    private static final WindowsVariables STANDARD = new WindowsVariables();

    private final Map<String, String> values = new HashMap<>();

    private WindowsVariables() {
        for (DataLines.Line line :
                DataLines.load("understand/code/windows.yaml").getOrDefault("variables", List.of())) {
            line.names().forEach(name -> values.put(name, line.fields().getOrDefault("", "")));
        }
    }

    public static WindowsVariables standard() {
        return STANDARD;
    }

    /** The value of a variable, by its name in any case; the home is {@code ~}. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name.toLowerCase(Locale.ROOT)));
    }
}
