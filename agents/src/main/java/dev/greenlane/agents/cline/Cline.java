package dev.greenlane.agents.cline;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Facts;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.input.Typed;
import java.util.List;
import java.util.Optional;

/**
 * Cline. A denial of its own ends the run, so a denied call of its command line is given another input, one that does nothing
 * and says why; where that is not sure to be harmless the run is ended. It does not ask while calls are approved
 * automatically, so a question is a denial. Measured with the command line 3.0.65.
 */
public final class Cline implements Agent {
    private static final List<String> EVENTS = List.of(
            "PreToolUse", "PostToolUse", "UserPromptSubmit", "TaskStart", "TaskResume", "TaskComplete", "TaskCancel");

    @Override
    public String id() {
        return "cline";
    }

    @Override
    public List<String> events() {
        return EVENTS;
    }

    @Override
    public HookEvent read(String event, String body) {
        return ClineEvent.read(event, body);
    }

    @Override
    public String answer(HookEvent event, Answer answer) {
        return ClineAnswer.text(event, answer);
    }

    @Override
    public List<String> said(String transcript) {
        return ClineWords.said(transcript);
    }

    @Override
    public Optional<String> transcript(Facts facts) {
        return facts.session()
                .filter(Typed::isPlainName)
                .map(id -> "~/.cline/data/sessions/" + id + "/" + id + ".messages.json");
    }
}
