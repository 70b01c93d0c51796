package dev.greenlane.agents.claudecode;

import dev.greenlane.agents.claudecode.wire.HookAnswer;
import dev.greenlane.agents.claudecode.wire.HookAnswer.Decision;
import dev.greenlane.agents.claudecode.wire.HookAnswer.Permission;
import dev.greenlane.agents.claudecode.wire.HookAnswer.Silent;
import dev.greenlane.agents.claudecode.wire.HookEvent;
import dev.greenlane.agents.claudecode.wire.HookEvent.PreToolUse;
import dev.greenlane.agents.input.Calls;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.review.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Answers Claude Code's hook events. It decides on tools that are about to be used and has no opinion on anything else.
 *
 * <p>The client runs a call when its hook fails, so nothing here fails: whatever goes wrong is answered with a decision that
 * stops the call. Thread-safe where the reviewer is.
 */
public final class ClaudeCodeHook {
    /** Tools that are a question to the person. Allowing them in the person's place would answer it. */
    private static final Set<String> QUESTIONS = Set.of("exitplanmode", "askuserquestion");

    private final Function<Request, Review> reviewer;
    private final Files files;
    private final Mode mode;
    private final Optional<String> home;

    /**
     * @param reviewer judges a call; may throw {@link NoReview}
     * @param files sight of the files the agent works with
     * @param mode how calls are judged; what the client's own mode adds can only tighten it
     * @param home the user's home; empty where it is not known
     */
    public ClaudeCodeHook(Function<Request, Review> reviewer, Files files, Mode mode, Optional<String> home) {
        this.reviewer = reviewer;
        this.files = files;
        this.mode = mode;
        this.home = home;
    }

    /** The answer to an event, for standard output. Never throws. */
    public HookAnswer answer(String event) {
        return switch (HookEvent.read(event)) {
            case HookEvent.Other ignored -> new Silent();
            case HookEvent.Unreadable(String reason) -> failed("the hook's input could not be read: " + reason);
            case PreToolUse use -> decide(use);
        };
    }

    /**
     * The answer where no review took place. Not an opinion on the call: a person decides, and where nobody is there the
     * client denies.
     *
     * @param what what happened, as a clause
     */
    public static HookAnswer failed(String what) {
        return new Decision(
                Permission.ASK,
                "Greenlane could not review this call: " + what + ". Run it only if you" + " know what it does.");
    }

    private HookAnswer decide(PreToolUse use) {
        try {
            Verdict verdict = verdict(use);
            if (verdict.outcome() == Outcome.ALLOW) {
                return QUESTIONS.contains(use.tool().toLowerCase(Locale.ROOT))
                        ? new Silent()
                        : new Decision(Permission.ALLOW, "");
            }
            Permission permission = verdict.outcome() == Outcome.DENY ? Permission.DENY : Permission.ASK;
            return new Decision(permission, verdict.reason());
        } catch (NoReview e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return failed("an error of its own, " + e.getClass().getSimpleName());
        }
    }

    private Verdict verdict(PreToolUse use) {
        ToolCall call = Calls.read(use.tool(), use.input());
        Verdict verdict = review(call, use, mode);
        Optional<Mode> client = use.permissionMode().flatMap(Mode::byId).filter(ClaudeCodeHook::restricts);
        if (client.isEmpty() || client.get() == mode) {
            return verdict;
        }
        Verdict tighter = review(call, use, client.get());
        return tighter.outcome().compareTo(verdict.outcome()) > 0 ? tighter : verdict;
    }

    private Verdict review(ToolCall call, PreToolUse use, Mode as) {
        Surroundings surroundings = new Surroundings(use.cwd(), home);
        return reviewer.apply(new Request(call, surroundings, files, as, UserRules.NONE, List.of(), List.of()))
                .verdict();
    }

    private static boolean restricts(Mode client) {
        return client == Mode.PLAN || client == Mode.DONT_ASK;
    }
}
