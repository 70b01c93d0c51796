package dev.greenlane.engine.session;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.listing.Listings;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.provenance.Before;
import dev.greenlane.engine.provenance.Provenance;
import dev.greenlane.engine.provenance.Works;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.understand.trail.Trail;
import java.util.List;
import java.util.Set;

/**
 * What is remembered of a session. Immutable, thread-safe and bounded in size; the same calls give the same session.
 *
 * @param trail what the calls have left in files
 * @param listings what their results have shown
 * @param works what they have made, changed, read and fetched
 */
public record Session(Trail trail, Listings listings, Works works) {

    /** How many earlier calls are followed again where only the calls are at hand. */
    static final int MOST_REPLAYED = 64;

    /** No call was made yet. */
    public static final Session NEW = new Session(Trail.NONE, Listings.NONE, Works.NONE);

    /**
     * The session after a call that was executed.
     *
     * @param before what stood there before it ran
     */
    public Session after(Understanding executed, Surroundings surroundings, Before before) {
        return new Session(executed.trail(), listings, works.after(executed, trail, surroundings.home(), before));
    }

    /** The session after a call that was executed and that was reviewed when the session was {@code before}. */
    public Session after(Session before, Session after) {
        return new Session(trail.after(before.trail, after.trail), listings, works.after(before.works, after.works));
    }

    /**
     * The session with a look at what a call has written, now that it has taken place.
     *
     * @param before the session when it was reviewed
     * @param after the session that was to be expected of it
     * @param result what it gave back
     */
    public Session settled(Session before, Session after, Files files, String result) {
        return new Session(trail, listings, works.settled(before.works, after.works, files, result));
    }

    /** The session without files and folders of which nobody knows any more whose they are. */
    public Session without(Set<String> paths) {
        return new Session(trail, listings, works.without(paths));
    }

    /** Where things come from, for one who sees the world as it is now. */
    public Provenance provenance(World world) {
        return works.seenIn(world);
    }

    /**
     * The session after calls that were executed, oldest first; only the last 64 are followed. They are followed without sight
     * of files: what lies there now was not there then.
     */
    public Session after(List<Executed> executed, Understander understander, Surroundings surroundings) {
        Session session = this;
        int from = Math.max(0, executed.size() - MOST_REPLAYED);
        for (Executed each : executed.subList(from, executed.size())) {
            Understanding understood = understander.understand(each.call(), surroundings, Files.NONE, session.trail);
            session = new Session(
                    understood.trail(),
                    session.listings,
                    session.works.afterUnseen(understood, session.trail, surroundings.home(), each.result()));
            if (each.result().isPresent()) {
                session = session.seen(each.call(), each.result().get());
            }
        }
        return session;
    }

    /** The session after a call has shown its result. */
    public Session seen(ToolCall call, String result) {
        return new Session(trail, listings.and(shown(call), result), works);
    }

    /** A call as listings see it: a tool that others bring with the arguments that are single words. */
    private static String shown(ToolCall call) {
        if (!(call instanceof ToolCall.Mcp tool)) {
            return call.text();
        }
        StringBuilder text = new StringBuilder(call.text());
        tool.input().forEach((name, value) -> {
            String word = String.valueOf(value);
            if (word.length() < 100 && word.indexOf(' ') < 0) {
                text.append(' ').append(name).append('=').append(word);
            }
        });
        return text.toString();
    }
}
