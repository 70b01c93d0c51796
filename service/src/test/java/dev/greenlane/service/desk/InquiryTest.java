package dev.greenlane.service.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.engine.consent.grant.Grant;
import dev.greenlane.engine.consent.grant.Scope;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.service.consent.Wanted;
import dev.greenlane.service.settings.Switch;
import dev.greenlane.store.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a gateway asks, and hooks that ask about the same calls. */
class InquiryTest extends DeskCase {
    private Map<String, Object> inquiry(Map<String, Object> more) {
        Map<String, Object> inquiry = new LinkedHashMap<>();
        inquiry.put("v", 1);
        inquiry.put("session", "s");
        inquiry.put("cwd", project.toString());
        inquiry.put("mode", "auto");
        inquiry.put("headless", true);
        inquiry.putAll(more);
        return inquiry;
    }

    private List<Fields> ask(Map<String, Object> more) throws Exception {
        String answer = desk.review(CLAUDE, Json.line(inquiry(more)), Optional.empty(), session -> {});
        return Fields.read(answer).list("verdicts").stream().map(Fields::of).toList();
    }

    private static Map<String, Object> bash(String id, String command) {
        return Map.of("id", id, "tool", "Bash", "input", Map.of("command", command));
    }

    private static Map<String, Object> uses(Object... uses) {
        return Map.of("uses", List.of(uses));
    }

    @Test
    void each_use_gets_a_verdict_and_an_entry() throws Exception {
        List<Fields> verdicts = ask(uses(bash("a", HARMLESS), bash("b", RISKY)));

        assertThat(verdicts).extracting(it -> it.anyText("id")).containsExactly("a", "b");
        assertThat(verdicts).extracting(it -> it.anyText("verdict")).containsExactly("allow", "deny");
        assertThat(verdicts.get(1).anyText("reason")).startsWith("Denied by Greenlane:");
        assertThat(verdicts).extracting(it -> it.value("entry")).containsExactly(1, 2);
        assertThat(entries()).extracting(Entry::agent).containsOnly("claude-code");
        assertThat(entries()).extracting(Entry::facts).allMatch(facts -> facts.contains("\"wire\":\"gateway\""));
    }

    @Test
    void a_hook_that_asks_about_the_same_use_gets_the_same_verdict_and_no_second_entry() throws Exception {
        ask(uses(bash("a", HARMLESS), bash("b", RISKY)));

        assertThat(event("PreToolUse", HARMLESS, Map.of("tool_use_id", "a"))).contains("\"allow\"");
        assertThat(event("PreToolUse", RISKY, Map.of("tool_use_id", "b"))).contains("\"deny\"");
        assertThat(entries()).hasSize(2);
    }

    @Test
    void a_hook_may_come_first() throws Exception {
        event("PreToolUse", RISKY, Map.of("tool_use_id", "b"));

        assertThat(ask(uses(bash("b", RISKY))).get(0).anyText("verdict")).isEqualTo("deny");
        assertThat(entries()).hasSize(1);
    }

    @Test
    void a_hook_that_only_records_decides_nothing() throws Exception {
        desk.answer(
                CLAUDE,
                "",
                Json.line(with(
                        with(with(facts("PreToolUse", "s"), "tool_name", "Bash"), "tool_use_id", "b"),
                        "tool_input",
                        Map.of("command", RISKY))),
                Optional.empty(),
                true);

        assertThat(ask(uses(bash("b", RISKY))).get(0).anyText("verdict")).isEqualTo("deny");
        assertThat(entries()).hasSize(2);
    }

    @Test
    void hook_and_gateway_at_once_make_one_entry() throws Exception {
        for (int i = 0; i < 20; i++) {
            String id = "at-once-" + i;
            Thread hook = Thread.ofPlatform().start(() -> event("PreToolUse", HARMLESS, Map.of("tool_use_id", id)));
            ask(uses(bash(id, HARMLESS)));
            hook.join();
        }

        assertThat(entries()).hasSize(20);
    }

    @Test
    void the_order_of_an_inputs_members_does_not_matter() throws Exception {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("command", HARMLESS);
        told.put("description", "a step");
        Map<String, Object> again = new LinkedHashMap<>();
        again.put("description", "a step");
        again.put("command", HARMLESS);
        ask(uses(Map.of("id", "a", "tool", "Bash", "input", told)));

        event("PreToolUse", HARMLESS, Map.of("tool_use_id", "a", "tool_input", again));

        assertThat(entries()).hasSize(1);
    }

    @Test
    void a_hook_whose_input_is_another_one_is_reviewed_anew() throws Exception {
        ask(uses(bash("a", HARMLESS)));

        assertThat(event("PreToolUse", RISKY, Map.of("tool_use_id", "a"))).contains("\"deny\"");
        assertThat(entries()).hasSize(2);
    }

    @Test
    void plan_mode_lets_nothing_change() throws Exception {
        Map<String, Object> plan = new LinkedHashMap<>(uses(bash("a", "touch x"), bash("b", "ls")));
        plan.put("mode", "plan");

        assertThat(ask(plan)).extracting(it -> it.anyText("verdict")).containsExactly("deny", "allow");
    }

    @Test
    void a_grant_lets_the_next_try_through() throws Exception {
        Fields first = ask(uses(bash("a", CLEARABLE))).get(0);
        assertThat(first.anyText("verdict")).isNotEqualTo("allow");
        assertThat(first.isTrue("approvable")).isTrue();

        long entry = first.value("entry") instanceof Number number ? number.longValue() : 0;
        desk.approvals()
                .give(desk.stopped(Optional.of(entry)).orElseThrow(), Wanted.of(Scope.ONCE), Grant.From.COMMAND);

        assertThat(ask(uses(bash("b", CLEARABLE))).get(0).anyText("verdict")).isEqualTo("allow");
        assertThat(ask(uses(bash("c", CLEARABLE))).get(0).anyText("verdict")).isNotEqualTo("allow");
    }

    @Test
    void what_the_user_said_clears_and_is_remembered() throws Exception {
        ask(Map.of("user", List.of("Please force-push main to origin.")));

        assertThat(ask(uses(bash("a", CLEARABLE))).get(0).anyText("verdict")).isEqualTo("allow");
    }

    @Test
    void words_in_a_subagent_are_not_the_users() throws Exception {
        ask(Map.of("user", List.of("Please force-push main to origin."), "subagent", "x"));

        assertThat(ask(uses(bash("a", CLEARABLE))).get(0).anyText("verdict")).isNotEqualTo("allow");
    }

    @Test
    void calls_of_before_are_followed() throws Exception {
        Map<String, Object> wrote = Map.of(
                "id",
                "w",
                "tool",
                "Write",
                "input",
                Map.of("file_path", project + "/go.sh", "content", "rm -rf ~"),
                "result",
                "ok");
        ask(Map.of("calls", List.of(wrote)));

        assertThat(ask(uses(bash("a", "sh go.sh"))).get(0).anyText("verdict")).isEqualTo("deny");
    }

    @Test
    void a_rule_of_the_client_forbids_and_none_allows() throws Exception {
        Map<String, Object> ruled = new LinkedHashMap<>(uses(bash("a", "npm test"), bash("b", RISKY)));
        ruled.put("rules", Map.of("deny", List.of("Bash(npm test)", "((("), "allow", List.of("Bash(rm -rf /)")));

        assertThat(ask(ruled)).extracting(it -> it.anyText("verdict")).containsExactly("deny", "deny");
    }

    @Test
    void switched_off_is_no_allowance() throws Exception {
        new Switch(folder).off();

        Fields verdict = ask(uses(bash("a", HARMLESS))).get(0);

        assertThat(verdict.anyText("verdict")).isEqualTo(Outcome.ASK.name().toLowerCase(Locale.ROOT));
        assertThat(verdict.anyText("reason")).contains("switched off");
        assertThat(entries()).isEmpty();
    }

    @Test
    void what_is_no_inquiry_is_refused() {
        assertThatThrownBy(() -> desk.review(CLAUDE, "[]", Optional.empty(), session -> {}))
                .isInstanceOf(NotJson.class);
    }
}
