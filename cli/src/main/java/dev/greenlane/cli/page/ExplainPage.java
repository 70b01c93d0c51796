package dev.greenlane.cli.page;

import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.engine.consent.Opinion;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.facts.Loss;
import dev.greenlane.engine.look.Files.Kind;
import dev.greenlane.engine.policy.Decision;
import dev.greenlane.engine.policy.Finding;
import dev.greenlane.engine.policy.Rule;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.syntax.shell.TreePrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a verdict came about: tree, effects, facts, rules, decision. One use; one thread. */
public final class ExplainPage {
    private static final int INDENT = 2;
    private static final int LONGEST_CALL = 20;
    private static final int LONGEST_TREE = 200;

    private final Terminal terminal;
    private final List<String> lines = new ArrayList<>();

    public ExplainPage(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The page.
     *
     * @param rules all rules of the policy
     * @param looked what stands at the paths that were looked at
     * @param read the characters of the files that were read
     */
    public List<String> lines(Review review, List<Rule> rules, Map<String, Kind> looked, Map<String, Integer> read) {
        call(review.request());
        tree(review);
        effects(review);
        facts(review, looked, read);
        tried(review, rules);
        verdict(review);
        return lines;
    }

    private void call(Request request) {
        title("Call");
        add(INDENT, request.call().tool() + ", mode " + request.mode().id());
        request.call()
                .text()
                .lines()
                .limit(LONGEST_CALL)
                .forEach(line -> add(2 * INDENT, Lines.cut(line, terminal.width() - 2 * INDENT)));
        long more = request.call().text().lines().count() - LONGEST_CALL;
        if (more > 0) {
            dim(2 * INDENT, "and " + more + " more lines");
        }
    }

    private void tree(Review review) {
        review.understanding().tree().ifPresent(script -> {
            title("Tree");
            List<String> tree = TreePrinter.print(script).lines().toList();
            tree.stream().limit(LONGEST_TREE).forEach(line -> add(INDENT, Lines.cut(line, terminal.width() - INDENT)));
            if (tree.size() > LONGEST_TREE) {
                dim(INDENT, "and " + (tree.size() - LONGEST_TREE) + " more lines");
            }
        });
    }

    private void effects(Review review) {
        title("Effects");
        List<Effect> effects = review.understanding().all();
        if (effects.isEmpty()) {
            add(INDENT, "none");
        }
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            add(INDENT, (i + 1) + " " + terminal.paint(Ink.BOLD, effect.kind().id()) + " " + target(effect));
            List<String> excerpt = Excerpt.of(
                    review.request().call().text(), effect.circumstances().span(), terminal.width() - 2 * INDENT);
            add(2 * INDENT, excerpt.get(0));
            add(2 * INDENT, terminal.paint(Ink.ACCENT, excerpt.get(1)));
            dim(2 * INDENT, String.join(", ", properties(effect)));
        }
    }

    private String target(Effect effect) {
        String target = effect.target().isEmpty() ? "(no name)" : effect.target();
        String shown = Lines.cut(
                target, terminal.width() - 2 * INDENT - effect.kind().id().length());
        return effect instanceof Effect.NotUnderstood unknown ? shown + ": " + unknown.reason() : shown;
    }

    private static List<String> properties(Effect effect) {
        Circumstances at = effect.circumstances();
        List<String> properties = new ArrayList<>();
        properties.add(Word.of(at.certainty()));
        properties.add(Word.of(at.reversibility()));
        if (effect instanceof Effect.OnPath onPath) {
            properties.add("path " + Word.of(onPath.path().knowledge()) + " in "
                    + Word.of(onPath.path().scope()));
            onPath.path().classes().stream().sorted().forEach(properties::add);
        }
        if (effect instanceof Effect.OnHost onHost) {
            properties.add("host " + Word.of(onHost.endpoint().reach()));
        }
        if (at.place() != Place.HERE) {
            properties.add("in a " + Word.of(at.place()));
        }
        at.carries().stream().map(label -> "carries " + Word.of(label)).sorted().forEach(properties::add);
        at.traits().stream().sorted().forEach(properties::add);
        return properties;
    }

    private void facts(Review review, Map<String, Kind> looked, Map<String, Integer> read) {
        Request request = review.request();
        title("Facts");
        add(
                INDENT,
                "working directory: "
                        + request.surroundings().workingDirectory().orElse("not known"));
        add(INDENT, "home: " + request.surroundings().home().orElse("not known"));
        looked.forEach((path, kind) -> add(
                INDENT,
                Lines.visible(path) + ": " + Word.of(kind)
                        + Optional.ofNullable(read.get(path))
                                .map(n -> ", " + n + " characters read")
                                .orElse("")));
        review.losses()
                .forEach((effect, loss) -> add(
                        INDENT,
                        "lost with " + target(effect) + ": " + (loss instanceof Loss.Nothing ? "nothing, " : "")
                                + Lines.visible(loss.told())));
    }

    private void tried(Review review, List<Rule> rules) {
        title("Rules tried");
        List<Effect> effects = review.understanding().all();
        if (effects.isEmpty()) {
            add(INDENT, "none: rules speak of effects");
        }
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            add(INDENT, (i + 1) + " " + effect.kind().id() + " " + target(effect));
            List<Rule> speaking = rules.stream()
                    .filter(rule -> rule.kinds().contains(effect.kind()))
                    .toList();
            if (speaking.isEmpty()) {
                dim(2 * INDENT, "no rule speaks of this kind of effect");
            }
            speaking.forEach(rule -> rule(rule, finding(review, rule, effect)));
        }
    }

    private static Optional<Finding> finding(Review review, Rule rule, Effect effect) {
        return review.judgement().findings().stream()
                .filter(finding -> finding.rule().id().equals(rule.id())
                        && finding.effect().equals(effect))
                .findFirst();
    }

    private void rule(Rule rule, Optional<Finding> finding) {
        if (finding.isEmpty()) {
            dim(2 * INDENT, terminal.sign("· ", "- ") + rule.id() + ": does not apply");
            return;
        }
        String strength = Word.of(rule.strength());
        String result = finding.get()
                .clearedBy()
                .map(exception -> "applies, but " + exception.id() + " clears it (" + exception.title() + ")")
                .orElseGet(() -> wished(finding.get())
                        .orElse("applies: " + says(finding.get().decision())));
        Ink ink = finding.get().counts() ? (rule.decision() == Decision.DENY ? Ink.BAD : Ink.DOUBTFUL) : Ink.GOOD;
        add(2 * INDENT, terminal.paint(ink, terminal.sign("▸ ", "> ") + rule.id()) + " (" + strength + "): " + result);
    }

    /** What the user wants, where they said something of it. */
    private static Optional<String> wished(Finding finding) {
        return switch (finding.opinion()) {
            case Opinion.Given(String source, String quote) ->
                Optional.of("applies, but " + source + " clears it (" + quote + ")");
            case Opinion.Unbound unbound -> Optional.of("applies: " + says(finding.decision()) + ". " + unbound.why());
            case Opinion.Beyond beyond -> Optional.of("applies: " + says(finding.decision()) + ". " + beyond.why());
            case Opinion.Asked asked -> Optional.of("applies: " + says(finding.decision()) + ". That was a question.");
            case Opinion.Forbidden forbidden -> Optional.empty();
            case Opinion.Unsaid unsaid -> Optional.empty();
        };
    }

    private static String says(Decision decision) {
        return switch (decision) {
            case DENY -> "deny";
            case ASK -> "ask";
            case UNDECIDED -> "cannot tell, ask";
        };
    }

    private void verdict(Review review) {
        title("Verdict");
        Verdict verdict = review.verdict();
        new VerdictPage(terminal)
                .lines(review.request().call().text(), verdict).stream()
                        .map(line -> " ".repeat(INDENT) + line)
                        .forEach(lines::add);
        dim(INDENT, decidedBy(verdict) + String.format(Locale.ROOT, "; %.2f ms", verdict.nanos() / 1e6));
    }

    private static String decidedBy(Verdict verdict) {
        return switch (verdict.stage()) {
            case MODE -> "decided by the permission mode";
            case RULE -> "decided by a rule of the user";
            case POLICY -> "decided by the policy";
            case CONSENT -> "decided by what the user wants";
            case JUDGE -> "decided by the judge";
        };
    }

    private void title(String title) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(terminal.paint(Ink.BOLD, title));
    }

    private void add(int indent, String line) {
        lines.add(" ".repeat(indent) + line);
    }

    private void dim(int indent, String text) {
        Lines.wrap(text, terminal.width() - indent).forEach(line -> add(indent, terminal.paint(Ink.DIM, line)));
    }
}
