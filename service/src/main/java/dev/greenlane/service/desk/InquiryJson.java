package dev.greenlane.service.desk;

import dev.greenlane.agents.Facts;
import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.agents.HookEvent.ToolDone;
import dev.greenlane.agents.Tool;
import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.review.UserRule;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.models.judge.Written;
import dev.greenlane.service.rules.OwnRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Inquiries of a gateway as JSON, and the answers to them. Stateless. */
final class InquiryJson {
    private static final int VERSION = 1;

    private InquiryJson() {}

    /** @throws NotJson where the body is no object */
    static Inquiry read(String body) throws NotJson {
        Fields fields = Fields.read(body);
        Facts facts = facts(fields);
        List<ToolDone> done = new ArrayList<>();
        for (Object call : fields.list("calls")) {
            Fields one = Fields.of(call);
            tool(one)
                    .map(tool -> new ToolDone("", facts, tool, one.value("result"), one.isTrue("failed")))
                    .ifPresent(done::add);
        }
        List<Tool> uses = fields.list("uses").stream()
                .flatMap(use -> tool(Fields.of(use)).stream())
                .toList();
        return new Inquiry(facts, texts(fields, "user"), done, uses, rules(fields), fields.isTrue("shadow"));
    }

    /** What is answered: one entry for each use, in their order. */
    static String answer(List<Tool> uses, List<Settled> settled) {
        List<Map<String, Object>> verdicts = new ArrayList<>();
        for (int i = 0; i < settled.size(); i++) {
            Settled one = settled.get(i);
            Map<String, Object> verdict = new LinkedHashMap<>();
            uses.get(i).useId().ifPresent(id -> verdict.put("id", id));
            verdict.put("verdict", one.told().outcome().name().toLowerCase(Locale.ROOT));
            verdict.put("rule", one.rule());
            verdict.put("reason", one.told().reason());
            verdict.put("entry", one.entry());
            verdict.put("approvable", one.approvable());
            verdicts.add(verdict);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("v", VERSION);
        answer.put("verdicts", verdicts);
        return Json.line(answer) + "\n";
    }

    private static Facts facts(Fields fields) {
        return new Facts(
                        fields.text("session"),
                        fields.text("subagent"),
                        fields.text("cwd").filter(path -> path.startsWith("/")),
                        fields.text("mode"),
                        Optional.empty())
                .with(Presence.of(fields.value("headless")));
    }

    private static Optional<Tool> tool(Fields fields) {
        Object input = fields.value("input");
        return fields.text("tool").map(name -> new Tool(name, input, Calls.read(name, input), fields.text("id")));
    }

    /** What the client's rules forbid and ask about. What they allow, the client lets through by itself. */
    private static OwnRules rules(Fields fields) {
        Fields rules = fields.object("rules");
        Fields written = fields.object("written");
        return new OwnRules(
                new UserRules(parsed(rules, "deny"), parsed(rules, "ask"), List.of()),
                new Written(
                        texts(written, "environment"),
                        texts(written, "allow"),
                        texts(written, "soft-deny"),
                        texts(written, "hard-deny")));
    }

    private static List<UserRule> parsed(Fields rules, String list) {
        List<UserRule> parsed = new ArrayList<>();
        for (String text : texts(rules, list)) {
            try {
                parsed.add(UserRule.parse(text));
            } catch (IllegalArgumentException e) {
                // A rule in a syntax that is new to us; the client itself holds to it.
                continue;
            }
        }
        return parsed;
    }

    private static List<String> texts(Fields fields, String list) {
        return fields.list(list).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }
}
