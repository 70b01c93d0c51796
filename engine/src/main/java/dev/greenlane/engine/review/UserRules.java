package dev.greenlane.engine.review;

import java.util.List;

/**
 * The rules that a user wrote for an agent.
 *
 * @param deny what must not happen
 * @param ask what a person decides each time
 * @param allow what runs without a question
 */
public record UserRules(List<UserRule> deny, List<UserRule> ask, List<UserRule> allow) {

    /** No rules. */
    public static final UserRules NONE = new UserRules(List.of(), List.of(), List.of());

    public UserRules {
        deny = List.copyOf(deny);
        ask = List.copyOf(ask);
        allow = List.copyOf(allow);
    }

    /**
     * Reads rules as users write them; see {@link UserRule#parse}.
     *
     * @throws IllegalArgumentException with a message for the user if one cannot be read
     */
    public static UserRules parse(List<String> deny, List<String> ask, List<String> allow) {
        return new UserRules(parse(deny), parse(ask), parse(allow));
    }

    private static List<UserRule> parse(List<String> texts) {
        return texts.stream().map(UserRule::parse).toList();
    }
}
