package dev.greenlane.engine.session;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.call.ToolNames;
import dev.greenlane.engine.consent.grant.Grants;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Reviewer;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.understand.Understander;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls in a row, each reviewed with the memory of those before it. */
final class Deeds {

    static final Understander UNDERSTANDER = Understander.load();
    static final Surroundings PROJECT = new Surroundings(Optional.of("/home/user/project"), Optional.of("/home/user"));

    private static final Reviewer REVIEWER = new Reviewer(UNDERSTANDER, Policy.defaults());

    private Deeds() {}

    /** The review of the last call, with {@code earlier} calls before it. */
    static Review last(List<ToolCall> earlier, ToolCall call) {
        return REVIEWER.review(new Request(
                call,
                PROJECT,
                World.UNSEEN,
                Mode.AUTO,
                UserRules.NONE,
                List.of(),
                Grants.NONE,
                Session.NEW,
                executed(earlier)));
    }

    /** Calls of whose results nothing is known. */
    static List<Executed> executed(List<ToolCall> calls) {
        return calls.stream().map(Executed::new).toList();
    }

    /**
     * The review of the last of several calls, which stand behind {@code ;;;}: command lines, or {@code Write path: text}.
     */
    static Review last(String calls) {
        List<ToolCall> all = read(calls);
        return last(all.subList(0, all.size() - 1), all.get(all.size() - 1));
    }

    /** What the last call sends: {@code host: labels < origin}, one entry an effect that carries data to a host. */
    static List<String> sent(String calls) {
        return last(calls).understanding().effects().stream()
                .filter(effect -> effect instanceof Effect.OnHost)
                .filter(effect -> !effect.circumstances().carries().isEmpty())
                .map(effect -> ((Effect.OnHost) effect).endpoint().host() + ": "
                        + effect.circumstances().carries().stream()
                                .map(label -> label.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .collect(Collectors.joining(" "))
                        + effect.circumstances()
                                .origin()
                                .map(origin -> " < " + origin)
                                .orElse(""))
                .distinct()
                .toList();
    }

    static List<ToolCall> read(String calls) {
        return List.of(calls.split(";;;")).stream()
                .map(text -> call(text.strip().replace("\\n", "\n")))
                .toList();
    }

    private static ToolCall call(String text) {
        if (!text.startsWith("Write ")) {
            return new ToolCall.Shell("Bash", text, ToolCall.Dialect.POSIX);
        }
        int colon = text.indexOf(": ");
        String path = text.substring("Write ".length(), colon);
        return ToolNames.standard().call("Write", Map.of("file_path", path, "content", text.substring(colon + 2)));
    }
}
