package dev.greenlane.agents.claudecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.claudecode.wire.HookAnswer;
import dev.greenlane.agents.claudecode.wire.HookAnswer.Decision;
import dev.greenlane.agents.claudecode.wire.HookAnswer.Permission;
import dev.greenlane.agents.claudecode.wire.HookAnswer.Silent;
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

class ClaudeCodeHookTest {
    private final List<Request> asked = new ArrayList<>();

    private static String event(String tool, String input, String permissionMode) {
        return """
            {"cwd":"/home/sam/shop","permission_mode":"%s","hook_event_name":"PreToolUse","tool_name":"%s","tool_input":%s}
            """.formatted(permissionMode, tool, input);
    }

    private static final String LS = event("Bash", "{\"command\":\"ls\"}", "default");

    private ClaudeCodeHook hook(Mode mode, Function<Mode, Outcome> outcomes) {
        return asking(mode, request -> {
            asked.add(request);
            Outcome outcome = outcomes.apply(request.mode());
            return new Review(
                    request,
                    new Understanding(List.of(), List.of(), List.of(), Optional.empty(), Trail.NONE),
                    new Judgement(outcome, Optional.empty(), List.of()),
                    new Verdict(outcome, "r", "because", Optional.empty(), Optional.empty(), Stage.POLICY, 1));
        });
    }

    private static ClaudeCodeHook asking(Mode mode, Function<Request, Review> reviewer) {
        return new ClaudeCodeHook(reviewer, Files.NONE, mode, Optional.of("/home/sam"));
    }

    @Test
    void theReviewerIsAskedAboutTheCallAsItIsMade() {
        hook(Mode.AUTO, mode -> Outcome.ALLOW).answer(LS);
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.call()).isEqualTo(new ToolCall.Shell("Bash", "ls", ToolCall.Dialect.POSIX));
            assertThat(request.surroundings())
                    .isEqualTo(new Surroundings(Optional.of("/home/sam/shop"), Optional.of("/home/sam")));
            assertThat(request.mode()).isEqualTo(Mode.AUTO);
        });
    }

    @Test
    void verdictsBecomeDecisions() {
        assertThat(hook(Mode.AUTO, mode -> Outcome.ALLOW).answer(LS)).isEqualTo(new Decision(Permission.ALLOW, ""));
        assertThat(hook(Mode.AUTO, mode -> Outcome.ASK).answer(LS)).isEqualTo(new Decision(Permission.ASK, "because"));
        assertThat(hook(Mode.AUTO, mode -> Outcome.DENY).answer(LS))
                .isEqualTo(new Decision(Permission.DENY, "because"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExitPlanMode", "AskUserQuestion"})
    void aQuestionToThePersonIsNotAnsweredInTheirPlace(String tool) {
        HookAnswer answer = hook(Mode.AUTO, mode -> Outcome.ALLOW).answer(event(tool, "{}", "plan"));
        assertThat(answer).isEqualTo(new Silent());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"PLAN", "DONT_ASK"})
    void theClientsModeTightens(Mode client) {
        ClaudeCodeHook hook = hook(Mode.AUTO, mode -> mode == client ? Outcome.DENY : Outcome.ALLOW);
        assertThat(hook.answer(event("Bash", "{\"command\":\"ls\"}", client.id())))
                .isEqualTo(new Decision(Permission.DENY, "because"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "acceptEdits", "plan", "auto", "dontAsk", "bypassPermissions", "manual", "?"})
    void theClientsModeNeverLoosens(String client) {
        ClaudeCodeHook hook = hook(Mode.DEFAULT, mode -> mode == Mode.DEFAULT ? Outcome.ASK : Outcome.ALLOW);
        assertThat(hook.answer(event("Bash", "{\"command\":\"ls\"}", client)))
                .isEqualTo(new Decision(Permission.ASK, "because"));
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
                .allSatisfy(reviewer -> assertThat(
                                asking(Mode.BYPASS_PERMISSIONS, reviewer).answer(LS))
                        .isInstanceOfSatisfying(Decision.class, decision -> {
                            assertThat(decision.permission()).isEqualTo(Permission.ASK);
                            assertThat(decision.reason())
                                    .startsWith("Greenlane could not review this call")
                                    .doesNotContain("secret");
                        }));
    }

    @Test
    void whoeverCannotReviewSaysWhy() {
        Function<Request, Review> none = request -> {
            throw new NoReview("the policy is missing");
        };
        assertThat(asking(Mode.AUTO, none).answer(LS).text()).contains("the policy is missing");
    }

    @Test
    void aCallThatCannotBeReadIsReviewedAsSuch() {
        hook(Mode.AUTO, mode -> Outcome.ASK).answer(event("Bash", "[1]", "default"));
        assertThat(asked.get(0).call()).isInstanceOf(ToolCall.Malformed.class);
    }

    @Property
    void anythingHasAnAnswer(@ForAll String text) {
        assertThat(hook(Mode.AUTO, mode -> Outcome.ALLOW).answer(text)).isNotNull();
    }
}
