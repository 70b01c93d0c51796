package dev.greenlane.cli;

import dev.greenlane.api.Routes;
import dev.greenlane.engine.review.Mode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code greenlane hook}.
 *
 * @param event the event that was named; empty where none was
 * @param mode the mode that was named; empty where none was
 * @param shadow whether it only records
 * @param understood whether all options are known
 * @param text the options as they were given
 */
record HookOptions(String event, Optional<Mode> mode, boolean shadow, boolean understood, String text) {

    /** Reads options. Never fails: a hook that is set up wrongly must still answer. */
    static HookOptions read(List<String> options) {
        String event = "";
        Optional<Mode> mode = Optional.empty();
        boolean shadow = false;
        boolean understood = true;
        for (int i = 0; i < options.size(); i++) {
            String option = options.get(i);
            if (option.equals("--shadow")) {
                shadow = true;
                continue;
            }
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (equals < 0) {
                i++;
            }
            String value = equals >= 0 ? option.substring(equals + 1) : i < options.size() ? options.get(i) : "";
            if (name.equals("--event")) {
                event = value;
            } else if (name.equals("--mode")) {
                mode = Mode.byId(value);
                understood &= mode.isPresent();
            } else {
                understood = false;
            }
        }
        return new HookOptions(event, mode, shadow, understood, String.join(" ", options));
    }

    /** The service's address for an agent's event. */
    String target(String agent) {
        return Routes.HOOK + "/" + agent + "/"
                + (event.isEmpty() ? "-" : URLEncoder.encode(event, StandardCharsets.UTF_8))
                + "?mode=" + mode.map(Mode::id).orElse("")
                + (shadow ? "&shadow=true" : "");
    }
}
