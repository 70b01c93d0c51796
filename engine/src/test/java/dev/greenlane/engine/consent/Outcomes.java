package dev.greenlane.engine.consent;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Reviewer;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.session.Executed;
import dev.greenlane.engine.understand.Understander;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of a call after what the user has said and what a call before it has shown. */
final class Outcomes {

    private static final Reviewer REVIEWER = new Reviewer(Understander.load(), Policy.defaults());

    private Outcomes() {}

    static Outcome shell(String command, String... words) {
        return outcome(WishesTest.shell(command), List.of(), words);
    }

    static Outcome mcp(String tool, Map<String, Object> input, String... words) {
        return outcome(call(tool, input), List.of(), words);
    }

    static Outcome after(String list, String result, String command, String... words) {
        return outcome(
                WishesTest.shell(command), List.of(new Executed(WishesTest.shell(list), Optional.of(result))), words);
    }

    static ToolCall call(String tool, Map<String, Object> input) {
        String[] parts = tool.split("__");
        return new ToolCall.Mcp(tool, parts[1], parts[2], input);
    }

    static Outcome outcome(ToolCall call, List<Executed> seen, String... words) {
        return REVIEWER.review(new Request(
                        call,
                        new Surroundings(Optional.of("/home/sam/work"), Optional.empty()),
                        World.UNSEEN,
                        Mode.AUTO,
                        UserRules.NONE,
                        List.of(words),
                        seen))
                .verdict()
                .outcome();
    }
}
