package dev.greenlane.gateway.messages;

import dev.greenlane.agents.input.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the client wants to have checked, and what it tells for it: the field {@code safeguards} of a request. As measured with
 * Claude Code 2.1.330.
 *
 * @param mode the client's permission mode
 * @param folder the working directory
 * @param deny rules of the client's settings that forbid
 * @param ask rules of the client's settings that ask
 * @param environment the person's own sentences on what is around here
 * @param allow the person's own sentences on what may happen
 * @param softDeny the person's own sentences on what may happen only where they name it
 * @param hardDeny the person's own sentences on what must not happen
 */
public record Safeguards(
        Optional<String> mode,
        Optional<String> folder,
        List<String> deny,
        List<String> ask,
        List<String> environment,
        List<String> allow,
        List<String> softDeny,
        List<String> hardDeny) {
    /** The type of the one check that is known. */
    public static final String TYPE = "dangerous_tool_use";

    /** How the names of the beta begin without which servers refuse the field. */
    public static final String BETA = "dangerous-tool-use-";

    private static final String DEFAULTS = "$defaults";

    /** Nothing is told. */
    public static final Safeguards NONE = of(Fields.of(null));

    /** The check in a list of them; empty where none of this type is there. */
    static Optional<Safeguards> in(Object list) {
        return list instanceof List<?> entries
                ? entries.stream()
                        .map(Fields::of)
                        .filter(entry -> entry.anyText("type").equals(TYPE))
                        .findFirst()
                        .map(entry -> of(entry.object("classifier_context")))
                : Optional.empty();
    }

    private static Safeguards of(Fields context) {
        Fields rules = context.object("rules");
        Fields sentences = context.object("auto_mode");
        return new Safeguards(
                context.text("permission_mode"),
                context.text("live_cwd").filter(path -> path.startsWith("/")),
                rules(rules, "deny"),
                rules(rules, "ask"),
                sentences(sentences, "environment"),
                sentences(sentences, "allow"),
                sentences(sentences, "soft_deny"),
                sentences(sentences, "hard_deny"));
    }

    private static List<String> rules(Fields rules, String list) {
        List<String> texts = new ArrayList<>();
        rules.list(list).forEach(rule -> Fields.of(rule).text("rule").ifPresent(texts::add));
        return texts;
    }

    private static List<String> sentences(Fields sentences, String list) {
        return sentences.list(list).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.equals(DEFAULTS))
                .toList();
    }
}
