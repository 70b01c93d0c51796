package dev.greenlane.gateway.verdicts;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.api.Reply;
import dev.greenlane.api.ServiceProblem;
import dev.greenlane.gateway.messages.Conversation;
import dev.greenlane.gateway.messages.Safeguards;
import dev.greenlane.gateway.messages.ToolUse;
import dev.greenlane.gateway.verdicts.PerCall.Unavailable;
import dev.greenlane.gateway.verdicts.PerCall.Why;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the service about the calls of sessions. No method throws. Thread-safe. */
public final class Judge {
    /** The rule of a denial that nobody decided on. */
    private static final String NOBODY = "unavailable";

    private final Service service;
    private final Told told = new Told();

    public Judge(Service service) {
        this.service = service;
    }

    /**
     * What a request tells of its session.
     *
     * @param shadow whether the verdicts are only recorded
     */
    public record Scene(Identity identity, Safeguards safeguards, Conversation conversation, boolean shadow) {
        Optional<String> folder() {
            return safeguards.folder().or(conversation::folder);
        }
    }

    /** Tells the service what is new in the session. What it cannot be told now it is told with the next request. */
    public void tell(Scene scene) {
        Identity identity = scene.identity();
        List<String> words = told.words(identity, scene.conversation());
        List<Conversation.Call> calls = told.news(identity, scene.conversation());
        try {
            if (!words.isEmpty()) {
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("v", 1);
                identity.session().ifPresent(id -> said.put("session", id));
                said.put("user", words);
                service.ask(Json.line(said));
            }
            if (!calls.isEmpty()) {
                Map<String, Object> inquiry = inquiry(scene);
                inquiry.put("calls", calls.stream().map(Judge::json).toList());
                if (service.ask(Json.line(inquiry)).ok()) {
                    told.tell(identity, scene.conversation());
                }
            }
        } catch (ServiceProblem e) {
            // The question about the first use will say so.
            return;
        }
    }

    /** What is said of a use. */
    public PerCall judge(Scene scene, ToolUse use) {
        if (use.flaw().isPresent()) {
            return new Unavailable(use.flaw().get() == ToolUse.Flaw.TRUNCATED ? Why.TRUNCATED : Why.ERROR);
        }
        return ask(scene, use).map(Judge::perCall).orElse(new Unavailable(Why.ERROR));
    }

    /** The service's verdict on a use, as {@code docs/service.md} describes it; empty where it gave none. */
    public Optional<Fields> ask(Scene scene, ToolUse use) {
        Map<String, Object> inquiry = inquiry(scene);
        Map<String, Object> asked = new LinkedHashMap<>();
        if (!use.id().isEmpty()) {
            asked.put("id", use.id());
        }
        asked.put("tool", use.name());
        asked.put("input", use.input() == null ? Map.of() : use.input());
        inquiry.put("uses", List.of(asked));
        try {
            Reply reply = service.ask(Json.line(inquiry));
            List<?> verdicts = reply.ok() ? Fields.read(reply.body()).list("verdicts") : List.of();
            return verdicts.size() == 1 ? Optional.of(Fields.of(verdicts.get(0))) : Optional.empty();
        } catch (ServiceProblem | NotJson e) {
            return Optional.empty();
        }
    }

    /** What the model reads of a verdict that stops a call. */
    public static String explanation(Fields verdict) {
        return Explanation.of(verdict);
    }

    private static PerCall perCall(Fields verdict) {
        if (verdict.anyText("verdict").equals("allow")) {
            return new PerCall.NotFlagged();
        }
        return verdict.anyText("rule").equals(NOBODY)
                ? new Unavailable(Why.ERROR)
                : new PerCall.Flagged(Explanation.of(verdict));
    }

    private static Map<String, Object> inquiry(Scene scene) {
        Map<String, Object> inquiry = new LinkedHashMap<>();
        Safeguards safeguards = scene.safeguards();
        inquiry.put("v", 1);
        scene.identity().session().ifPresent(id -> inquiry.put("session", id));
        scene.identity().subagent().ifPresent(id -> inquiry.put("subagent", id));
        scene.identity().headless().ifPresent(headless -> inquiry.put("headless", headless));
        scene.folder().ifPresent(folder -> inquiry.put("cwd", folder));
        safeguards.mode().ifPresent(mode -> inquiry.put("mode", mode));
        inquiry.put("rules", Map.of("deny", safeguards.deny(), "ask", safeguards.ask()));
        inquiry.put(
                "written",
                Map.of(
                        "environment",
                        safeguards.environment(),
                        "allow",
                        safeguards.allow(),
                        "soft-deny",
                        safeguards.softDeny(),
                        "hard-deny",
                        safeguards.hardDeny()));
        inquiry.put("shadow", scene.shadow());
        return inquiry;
    }

    private static Map<String, Object> json(Conversation.Call call) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", call.id());
        json.put("tool", call.tool());
        json.put("input", call.input() == null ? Map.of() : call.input());
        json.put("result", call.result());
        json.put("failed", call.failed());
        return json;
    }
}
