package dev.greenlane.engine.session;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.understand.trail.Trail;
import java.util.List;

/**
 * What is remembered of a session. Immutable, thread-safe and bounded in size; the same calls give the same session.
 *
 * @param trail what the calls have left in files
 */
public record Session(Trail trail) {

    /** How many earlier calls are followed again where only the calls are at hand. */
    static final int MOST_REPLAYED = 64;

    /** No call was made yet. */
    public static final Session NEW = new Session(Trail.NONE);

    /** The session after a call that was executed. */
    public Session after(Understanding executed) {
        return new Session(executed.trail());
    }

    /** The session after a call that was executed and that was reviewed when the session was {@code before}. */
    public Session after(Session before, Session after) {
        return new Session(trail.after(before.trail, after.trail));
    }

    /**
     * The session after calls that were executed, oldest first; only the last 64 are followed. They are followed without sight
     * of files: what lies there now was not there then.
     */
    public Session after(List<ToolCall> executed, Understander understander, Surroundings surroundings) {
        Session session = this;
        int from = Math.max(0, executed.size() - MOST_REPLAYED);
        for (ToolCall call : executed.subList(from, executed.size())) {
            session = session.after(understander.understand(call, surroundings, Files.NONE, session.trail));
        }
        return session;
    }
}
