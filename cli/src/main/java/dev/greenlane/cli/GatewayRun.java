package dev.greenlane.cli;

import dev.greenlane.engine.review.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Claude Code is started with so that it takes its verdicts from a gateway.
 *
 * @param words its command and its words
 * @param environment what is added to its environment
 */
record GatewayRun(List<String> words, Map<String, String> environment) {
    private static final String MODE = "--permission-mode";

    /** Where a client of the model's API finds it. */
    static final String BASE_URL = "ANTHROPIC_BASE_URL";

    /** Whether the client looks for verdicts in answers at all; it does so by itself, but for some settings. */
    private static final String SERVER_VERDICTS = "CLAUDE_CODE_AUTO_MODE_SERVER";

    /** @param mode the mode that was asked for */
    static GatewayRun of(List<String> words, Optional<Mode> mode, String url) {
        Mode wanted = mode.orElse(Mode.AUTO);
        if (wanted != Mode.AUTO && wanted != Mode.PLAN) {
            throw Failure.usage("a gateway serves the modes auto and plan; in " + wanted.id()
                    + " Claude Code asks no server. Leave --gateway out.");
        }
        List<String> all = new ArrayList<>(words);
        boolean given = words.stream().anyMatch(word -> word.split("=", 2)[0].equals(MODE));
        if (!given) {
            all.addAll(1, List.of(MODE, wanted.id()));
        }
        Map<String, String> environment = new HashMap<>();
        environment.put(BASE_URL, url);
        environment.put(SERVER_VERDICTS, "1");
        return new GatewayRun(all, environment);
    }
}
