package dev.greenlane.agents.hook;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Facts;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.review.Verdict;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers an agent's hook events. It decides on tools that are about to be used and on permissions that are about to be asked,
 * and has no opinion on anything else.
 *
 * <p>Most clients run a call when its hook fails, so nothing here fails: whatever goes wrong is answered with something that
 * stops the call. Thread-safe where the reviewer is.
 */
public final class Hook {
    private final Agent agent;
    private final Function<Request, Review> reviewer;
    private final Files files;
    private final Mode mode;
    private final Optional<String> home;

    /**
     * @param agent whose events they are
     * @param reviewer judges a call; may throw {@link NoReview}
     * @param files sight of the files the agent works with
     * @param mode how calls are judged; what the client's own mode adds can only tighten it
     * @param home the user's home; empty where it is not known
     */
    public Hook(Agent agent, Function<Request, Review> reviewer, Files files, Mode mode, Optional<String> home) {
        this.agent = agent;
        this.reviewer = reviewer;
        this.files = files;
        this.mode = mode;
        this.home = home;
    }

    /**
     * The answer to an event, for standard output; may be empty. Never throws.
     *
     * @param event the client's name of the event; empty where the body tells
     */
    public String answer(String event, String body) {
        HookEvent read;
        try {
            read = agent.read(event, body);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return agent.failAnswer(event, own(e));
        }
        return agent.answer(read, answer(read));
    }

    private Answer answer(HookEvent event) {
        try {
            return switch (event) {
                case HookEvent.ToolUse use -> decided(use.tool().call(), use.facts());
                case HookEvent.PermissionAsked asked -> decided(asked.tool().call(), asked.facts());
                case HookEvent.Unreadable unreadable ->
                    Answer.notReviewed("the hook's input could not be read: " + unreadable.reason());
                default -> new Answer.NoOpinion();
            };
        } catch (NoReview e) {
            return Answer.notReviewed(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Answer.notReviewed(own(e));
        }
    }

    private static String own(Throwable e) {
        return "an error of its own, " + e.getClass().getSimpleName();
    }

    private Answer decided(ToolCall call, Facts facts) {
        Verdict verdict = verdict(call, facts);
        return new Answer.Decision(verdict.outcome(), verdict.reason());
    }

    private Verdict verdict(ToolCall call, Facts facts) {
        Verdict verdict = review(call, facts, mode);
        Optional<Mode> client = facts.permissionMode().flatMap(Mode::byId).filter(Hook::restricts);
        if (client.isEmpty() || client.get() == mode) {
            return verdict;
        }
        Verdict tighter = review(call, facts, client.get());
        return tighter.outcome().compareTo(verdict.outcome()) > 0 ? tighter : verdict;
    }

    private Verdict review(ToolCall call, Facts facts, Mode as) {
        Surroundings surroundings = new Surroundings(facts.cwd(), home);
        Request request = new Request(call, surroundings, files, as, UserRules.NONE, facts.user(), facts.earlier());
        return reviewer.apply(request).verdict();
    }

    private static boolean restricts(Mode client) {
        return client == Mode.PLAN || client == Mode.DONT_ASK;
    }
}
