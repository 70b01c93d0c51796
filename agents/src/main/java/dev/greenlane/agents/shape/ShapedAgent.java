package dev.greenlane.agents.shape;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.agents.HookEvent;
import java.util.List;
import java.util.function.Function;

/** A client that speaks Claude's protocol in a dialect of its own. */
public final class ShapedAgent implements Agent {
    private final String id;
    private final List<String> events;
    private final EventWriter writer;
    private final Function<String, List<String>> words;
    private final Function<String, Presence> presence;

    /**
     * @param id the agent's name
     * @param events the events it is hooked for
     * @param dialect where it differs from the others
     * @param words what a person typed, of a transcript's text
     */
    public ShapedAgent(String id, List<String> events, Dialect dialect, Function<String, List<String>> words) {
        this(id, events, dialect, words, transcript -> Presence.UNKNOWN);
    }

    /** @param presence whether a person sees the session, of a transcript's text */
    public ShapedAgent(
            String id,
            List<String> events,
            Dialect dialect,
            Function<String, List<String>> words,
            Function<String, Presence> presence) {
        this.id = id;
        this.events = List.copyOf(events);
        this.writer = new EventWriter(dialect);
        this.words = words;
        this.presence = presence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<String> events() {
        return events;
    }

    @Override
    public HookEvent read(String event, String body) {
        return EventReader.read(event, body);
    }

    @Override
    public boolean asks() {
        return writer.asks();
    }

    @Override
    public String answer(HookEvent event, Answer answer) {
        return writer.text(event, answer);
    }

    @Override
    public List<String> said(String transcript) {
        return words.apply(transcript);
    }

    @Override
    public Presence presence(String transcript) {
        return presence.apply(transcript);
    }
}
