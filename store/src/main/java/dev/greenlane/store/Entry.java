package dev.greenlane.store;

import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One call and what became of it, as the caller hands it to the {@link Ledger}, which takes secrets out and cuts what is too
 * long before it writes. Immutable.
 *
 * @param time when the call was reviewed; kept to the microsecond
 * @param session the agent's id of the session
 * @param parent the session that started this one, for a subagent
 * @param agent the agent's id: {@code claude-code}
 * @param tool the tool's name as the agent gave it
 * @param input the call's input, JSON text; what is no JSON is kept as a JSON string
 * @param cwd the working directory of the call
 * @param verdict the verdict; its time is kept to the microsecond, its evidence points into the call's text before redaction
 * @param effects what the call would do, JSON text
 * @param facts what was looked up for it, JSON text
 * @param tokens how many tokens models used for it
 * @param cost what that cost, in millionths of a US dollar
 * @param mode the permission mode under which it was reviewed
 * @param shadow whether it was only recorded, and the client was told nothing
 * @param answered what the client was told; empty where it waits for nothing, and then the entry is no call and does not count
 */
public record Entry(
        Instant time,
        String session,
        Optional<String> parent,
        String agent,
        String tool,
        String input,
        String cwd,
        Verdict verdict,
        String effects,
        String facts,
        long tokens,
        long cost,
        Mode mode,
        boolean shadow,
        String answered) {

    public Entry {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }
}
