package dev.greenlane.agents.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.known.KnownAgents;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.policy.Judgement;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.understand.trail.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookTest {
    private static final String LS = event("Bash", "{\"command\":\"ls\"}", "default");

    private final List<Request> asked = new ArrayList<>();

    private static String event(String tool, String input, String permissionMode) {
        return """
            {"cwd":"/home/sam/shop","permission_mode":"%s","hook_event_name":"PreToolUse","tool_name":"%s","tool_input":%s}
            """.formatted(permissionMode, tool, input);
    }

    private Hook hook(String agent, Mode mode, Function<Mode, Outcome> outcomes) {
        return asking(agent, mode, request -> {
            asked.add(request);
            Outcome outcome = outcomes.apply(request.mode());
            return new Review(
                    request,
                    new Understanding(List.of(), List.of(), List.of(), Optional.empty(), Trail.NONE),
                    new Judgement(outcome, Optional.empty(), List.of()),
                    new Verdict(outcome, "r", "because", Optional.empty(), Optional.empty(), Stage.POLICY, 1));
        });
    }

    private static Hook asking(String agent, Mode mode, Function<Request, Review> reviewer) {
        return new Hook(KnownAgents.byId(agent).orElseThrow(), reviewer, Files.NONE, mode, Optional.of("/home/sam"));
    }

    @Test
    void theReviewerIsAskedAboutTheCallAsItIsMade() {
        hook("claude-code", Mode.AUTO, mode -> Outcome.ALLOW).answer("", LS);
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.call()).isEqualTo(new ToolCall.Shell("Bash", "ls", ToolCall.Dialect.POSIX));
            assertThat(request.surroundings())
                    .isEqualTo(new Surroundings(Optional.of("/home/sam/shop"), Optional.of("/home/sam")));
            assertThat(request.mode()).isEqualTo(Mode.AUTO);
        });
    }

    @Test
    void whatTheEventCarriesOfTheSessionIsReviewedWithIt() {
        String line = "{\"tool\":\"Bash\",\"input\":{\"command\":\"ls\"},\"user\":[\"List it.\"],"
                + "\"calls\":[{\"tool\":\"Bash\",\"input\":{\"command\":\"pwd\"}}]}";
        assertThat(hook("generic", Mode.AUTO, mode -> Outcome.ALLOW).answer("", line))
                .contains("\"verdict\":\"allow\"");
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.user()).containsExactly("List it.");
            assertThat(request.earlier()).containsExactly(new ToolCall.Shell("Bash", "pwd", ToolCall.Dialect.POSIX));
        });
    }

    @Test
    void aPermissionThatIsAboutToBeAskedIsReviewedToo() {
        String event = LS.replace("PreToolUse", "PermissionRequest");
        assertThat(hook("claude-code", Mode.AUTO, mode -> Outcome.ALLOW).answer("", event))
                .contains("\"behavior\":\"allow\"");
        assertThat(hook("claude-code", Mode.AUTO, mode -> Outcome.ASK).answer("", event))
                .isEmpty();
        assertThat(hook("codex", Mode.AUTO, mode -> Outcome.ASK).answer("", event))
                .contains("\"behavior\":\"deny\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"PLAN", "DONT_ASK"})
    void theClientsModeTightens(Mode client) {
        Hook hook = hook("claude-code", Mode.AUTO, mode -> mode == client ? Outcome.DENY : Outcome.ALLOW);
        assertThat(hook.answer("", event("Bash", "{\"command\":\"ls\"}", client.id())))
                .contains("\"deny\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "acceptEdits", "plan", "auto", "dontAsk", "bypassPermissions", "yolo", "?"})
    void theClientsModeNeverLoosens(String client) {
        Hook hook = hook("claude-code", Mode.DEFAULT, mode -> mode == Mode.DEFAULT ? Outcome.ASK : Outcome.ALLOW);
        assertThat(hook.answer("", event("Bash", "{\"command\":\"ls\"}", client)))
                .contains("\"ask\"");
    }

    @Test
    void anErrorStopsTheCallWhateverItIs() {
        List<Function<Request, Review>> failing = List.of(
                request -> {
                    throw new IllegalStateException("secret detail");
                },
                request -> {
                    throw new StackOverflowError();
                },
                request -> {
                    throw new OutOfMemoryError();
                });
        assertThat(failing)
                .allSatisfy(reviewer -> assertThat(asking("claude-code", Mode.BYPASS_PERMISSIONS, reviewer)
                                .answer("", LS))
                        .contains("\"ask\"", "Greenlane could not review this call")
                        .doesNotContain("secret"));
    }

    @Test
    void whoeverCannotReviewSaysWhy() {
        Hook hook = asking("codex", Mode.AUTO, request -> {
            throw new NoReview("the policy is missing");
        });
        assertThat(hook.answer("", LS)).contains("the policy is missing", "\"deny\"");
        assertThat(hook.answer("", "{\"hook_event_name\":\"Stop\"}")).isEmpty();
    }

    @Test
    void aCallThatCannotBeReadIsReviewedAsSuch() {
        hook("claude-code", Mode.AUTO, mode -> Outcome.ASK).answer("", event("Bash", "[1]", "default"));
        assertThat(asked.get(0).call()).isInstanceOf(ToolCall.Malformed.class);
    }

    @Property(tries = 200)
    void anythingHasAnAnswer(@ForAll String text) {
        assertThat(KnownAgents.all())
                .allSatisfy(agent -> assertThat(hook(agent.id(), Mode.AUTO, mode -> Outcome.ALLOW)
                                .answer("", text))
                        .isNotEmpty());
    }
}
