package dev.greenlane.models.judge;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.models.endpoint.Form;
import dev.greenlane.models.endpoint.ModelFailure;
import dev.greenlane.models.endpoint.ModelFailure.Kind;
import dev.greenlane.models.endpoint.Prompt;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The two questions and how their answers are read. Stateless. */
final class Questions {
    /** Room for models that think before they write. */
    private static final int QUICK_TOKENS = 256;

    private static final int CLOSER_TOKENS = 1024;
    /** Two questions about more than this take too many tokens: it is asked about once, and closely. */
    private static final int WORTH_A_LOOK = 4500;

    private static final int LONGEST_REASON = 400;

    private static final Form QUICK = new Form("look", List.of(new Form.Field("look", List.of("fine", "closer"))));
    private static final Form CLOSER = new Form(
            "verdict",
            List.of(
                    new Form.Field("reasons", List.of()),
                    new Form.Field("verdict", List.of("allow", "ask", "deny")),
                    new Form.Field("rule", List.of()),
                    new Form.Field("quote", List.of())));
    private static final String QUICK_TASK = Texts.read("quick.txt");
    private static final String CLOSER_TASK = Texts.read("closer.txt");

    private Questions() {}

    static Prompt quick(Brief brief) {
        return new Prompt(brief.system(), brief.data() + QUICK_TASK, QUICK, QUICK_TOKENS);
    }

    static Prompt closer(Brief brief) {
        return new Prompt(brief.system(), brief.data() + CLOSER_TASK, CLOSER, CLOSER_TOKENS);
    }

    static boolean isWorthALook(Brief brief) {
        return brief.system().length() + brief.data().length() <= WORTH_A_LOOK;
    }

    /** Only the plain answer counts; whatever else is said there, the second question follows. */
    static boolean isFine(String answer) {
        String look = AnswerText.object(answer, "look")
                .map(object -> object.getOrDefault("look", ""))
                .orElse(answer.strip());
        return look.equalsIgnoreCase("fine");
    }

    static Ruling fine(Case of) {
        return new Ruling(Outcome.ALLOW, firstRule(of), "", Optional.empty());
    }

    /** @throws ModelFailure where the answer is none */
    static Ruling ruling(Case of, Brief brief, String answer) throws ModelFailure {
        Map<String, String> object = AnswerText.object(answer, "verdict")
                .orElseThrow(() -> new ModelFailure(Kind.NONSENSE, "what it said is no verdict"));
        Outcome outcome = outcome(object.getOrDefault("verdict", ""));
        String rule = of.rules().stream()
                .map(Case.Doubt::id)
                .filter(id -> id.equals(object.get("rule")))
                .findFirst()
                .orElse(firstRule(of));
        String reasons = object.getOrDefault("reasons", object.getOrDefault("reason", ""))
                .replaceAll("[\\s\\p{C}]+", " ");
        String reason = reasons.substring(0, Math.min(reasons.length(), LONGEST_REASON));
        Optional<String> quote = Optional.ofNullable(object.get("quote")).filter(text -> !text.isBlank());
        boolean unheard = quote.isPresent() ? !Quotation.isFrom(brief.words(), quote.get()) : of.needsConsent();
        if (outcome == Outcome.ALLOW && unheard) {
            return new Ruling(
                    Outcome.ASK,
                    rule,
                    "The judge would allow it for words that the person did not say.",
                    Optional.empty());
        }
        return new Ruling(outcome, rule, reason, outcome == Outcome.ALLOW ? quote : Optional.empty());
    }

    private static Outcome outcome(String verdict) throws ModelFailure {
        return switch (verdict.toLowerCase(Locale.ROOT)) {
            case "allow" -> Outcome.ALLOW;
            case "ask" -> Outcome.ASK;
            case "deny", "block" -> Outcome.DENY;
            default -> throw new ModelFailure(Kind.NONSENSE, "what it said is no verdict");
        };
    }

    private static String firstRule(Case of) {
        return of.rules().isEmpty() ? "undecided" : of.rules().get(0).id();
    }
}
