package dev.greenlane.agents.generic;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Reasons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Any agent that speaks our own JSON: lines of {@code greenlane review --jsonl} with a session and an event. */
public final class Generic implements Agent {
    /** Goes up when a member changes its meaning or goes away; new members do not change it. */
    private static final int VERSION = 1;

    @Override
    public String id() {
        return "generic";
    }

    @Override
    public List<String> events() {
        return GenericEvent.NAMES;
    }

    @Override
    public HookEvent read(String event, String body) {
        return GenericEvent.read(event, body);
    }

    /** Always says something: an empty answer is one that got lost. */
    @Override
    public String answer(HookEvent event, Answer answer) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("v", VERSION);
        GenericEvent.tool(event).flatMap(tool -> tool.useId()).ifPresent(id -> output.put("id", id));
        switch (event instanceof HookEvent.Unreadable unreadable ? unreadable.stopping(answer) : answer) {
            case Answer.Decision decision -> {
                output.put("verdict", decision.outcome().name().toLowerCase(Locale.ROOT));
                output.put("reason", Reasons.shortened(decision.reason()));
            }
            case Answer.Context context -> output.put("context", Reasons.shortened(context.text()));
            case Answer.NoOpinion ignored -> output.put("verdict", Json.Null.NULL);
        }
        return Json.line(output);
    }

    @Override
    public List<String> said(String transcript) {
        return List.of();
    }
}
