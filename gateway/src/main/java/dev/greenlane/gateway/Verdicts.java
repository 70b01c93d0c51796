package dev.greenlane.gateway;

import dev.greenlane.gateway.messages.ToolUse;
import dev.greenlane.gateway.verdicts.Hearing;
import dev.greenlane.gateway.verdicts.Results;
import dev.greenlane.gateway.verdicts.Voice;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The verdicts that one answer is given.
 *
 * @param saw is told of the uses in it
 * @param voice whose verdicts count where the API brings some, too
 */
record Verdicts(Consumer<List<ToolUse>> saw, Hearing hearing, Voice voice, Knowledge knowledge) {
    /** So long an answer waits for them. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    void take(List<ToolUse> uses) {
        saw.accept(uses);
        hearing.take(uses);
    }

    /** The results of checks on these uses, JSON text; empty where those that the API brought stay as they are. */
    Optional<String> results(Collection<String> uses, Optional<Object> theirs) {
        if (Results.areVerdicts(theirs)) {
            knowledge.brought();
        }
        return Results.of(hearing.verdicts(List.copyOf(uses)), theirs, voice);
    }
}
