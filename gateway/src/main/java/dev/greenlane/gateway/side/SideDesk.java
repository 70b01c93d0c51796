package dev.greenlane.gateway.side;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.gateway.messages.Conversation;
import dev.greenlane.gateway.messages.Safeguards;
import dev.greenlane.gateway.messages.ToolUse;
import dev.greenlane.gateway.side.Question.Deed;
import dev.greenlane.gateway.side.Question.Format;
import dev.greenlane.gateway.verdicts.Identity;
import dev.greenlane.gateway.verdicts.Judge;
import dev.greenlane.gateway.verdicts.Judge.Scene;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers questions. What cannot be decided is stopped, which the client can live with. Thread-safe. */
public final class SideDesk {
    private static final String SHELL = "Bash";
    private static final int FINE = 0;
    private static final int STOPPED = 90;

    private final Judge judge;
    private final Recent recent;

    public SideDesk(Judge judge, Recent recent) {
        this.judge = judge;
        this.recent = recent;
    }

    /** Why something is stopped. */
    private record Against(String rule, String reason) {}

    /** The answer to a question, a message of the model's API. */
    public byte[] answer(Identity identity, Question question) {
        Optional<Against> against = question.handBack()
                ? against(identity, question.deeds())
                : question.deeds().isEmpty()
                        ? Optional.of(new Against("not understood", "Greenlane does not understand the question."))
                        : against(identity, question.deeds().getLast(), false);
        return message(question, text(question, against)).getBytes(StandardCharsets.UTF_8);
    }

    /** What is against the deeds of a subagent. Those that the gateway has seen were judged before they were done. */
    private Optional<Against> against(Identity identity, List<Deed> deeds) {
        for (Deed deed : deeds) {
            boolean judged = !recent.like(identity.session().orElse(""), deed).isEmpty();
            Optional<Against> found =
                    judged || !deed.tool().equals(SHELL) ? Optional.empty() : against(identity, deed, true);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Against> against(Identity identity, Deed deed, boolean past) {
        List<Recent.Seen> like = recent.like(identity.session().orElse(""), deed);
        if (like.isEmpty() && !deed.tool().equals(SHELL)) {
            return Optional.of(new Against("not reviewed", "Greenlane has not seen this use of " + deed.tool() + "."));
        }
        if (like.isEmpty()) {
            Scene scene = new Scene(identity, Safeguards.NONE, Conversation.NOTHING, past);
            like = List.of(new Recent.Seen(scene, new ToolUse("", SHELL, Map.of("command", deed.text()))));
        }
        for (Recent.Seen seen : like) {
            Optional<Fields> verdict = judge.ask(seen.scene(), seen.use());
            if (verdict.isEmpty()) {
                return Optional.of(new Against("not reviewed", "Greenlane could not review this call."));
            }
            if (!verdict.get().anyText("verdict").equals("allow")) {
                return Optional.of(new Against(verdict.get().anyText("rule"), Judge.explanation(verdict.get())));
            }
        }
        return Optional.empty();
    }

    private static String text(Question question, Optional<Against> against) {
        Format format = question.format();
        String word = switch (format) {
            case SEVERITY -> String.valueOf(against.isPresent() ? STOPPED : FINE);
            case BLOCK -> against.isPresent() ? "yes" : "no";
        };
        if (question.brief()) {
            return format.begin() + word;
        }
        String rule = against.map(
                        it -> it.rule().replaceAll("[^A-Za-z0-9]+", " ").strip())
                .orElse("");
        String why = against.map(it -> switch (format) {
                    case SEVERITY -> "<category>" + rule + "</category>";
                    case BLOCK -> "<reason>[" + rule + "] " + it.reason().replace('<', ' ') + "</reason>";
                })
                .orElse("");
        return "<thinking>This is Greenlane's verdict.</thinking>" + format.begin() + word + format.end() + why;
    }

    private static String message(Question question, String text) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", "msg_greenlane");
        message.put("type", "message");
        message.put("role", "assistant");
        message.put("model", question.model());
        message.put("content", List.of(part(text)));
        message.put("stop_reason", question.brief() ? "stop_sequence" : "end_turn");
        message.put("stop_sequence", question.brief() ? question.format().end() : Json.Null.NULL);
        message.put("usage", Map.of("input_tokens", 0, "output_tokens", 0));
        return Json.line(message);
    }

    private static Map<String, Object> part(String text) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("type", "text");
        part.put("text", text);
        return part;
    }
}
