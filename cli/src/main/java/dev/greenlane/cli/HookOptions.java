package dev.greenlane.cli;

import dev.greenlane.engine.review.Mode;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code greenlane hook}.
 *
 * @param event the event that was named; empty where none was
 * @param mode the mode; empty where the options are not understood
 * @param text the options as they were given
 */
record HookOptions(String event, Optional<Mode> mode, String text) {

    /** Reads options. Never fails: a hook that is set up wrongly must still answer. */
    static HookOptions read(List<String> options) {
        String event = "";
        Optional<Mode> mode = Optional.of(Mode.AUTO);
        for (int i = 0; i < options.size(); i++) {
            String option = options.get(i);
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (equals < 0) {
                i++;
            }
            String value = equals >= 0 ? option.substring(equals + 1) : i < options.size() ? options.get(i) : "";
            if (name.equals("--event")) {
                event = value;
            } else if (name.equals("--mode")) {
                mode = mode.flatMap(earlier -> Mode.byId(value));
            } else {
                mode = Optional.empty();
            }
        }
        return new HookOptions(event, mode, String.join(" ", options));
    }
}
