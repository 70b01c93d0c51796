package dev.greenlane.cli.page;

import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.policy.Clearance;
import dev.greenlane.engine.policy.Decision;
import dev.greenlane.engine.policy.Example;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of a policy for a person. */
public final class PolicyPage {
    private static final String INDENT = "  ";
    private static final int WORD = "cannot tell".length();

    private final Policy policy;
    private final Terminal terminal;

    public PolicyPage(Policy policy, Terminal terminal) {
        this.policy = policy;
        this.terminal = terminal;
    }

    /** All rules by family, then all exceptions; one line each. */
    public List<String> list() {
        Map<String, List<Rule>> families = policy.rules().stream()
                .collect(Collectors.groupingBy(Rule::family, LinkedHashMap::new, Collectors.toList()));
        int width = Math.max(
                policy.rules().stream()
                        .mapToInt(rule -> rule.id().length())
                        .max()
                        .orElse(0),
                policy.exceptions().stream()
                        .mapToInt(each -> each.id().length())
                        .max()
                        .orElse(0));
        List<String> lines = new ArrayList<>();
        families.forEach((family, rules) -> {
            lines.add(terminal.paint(Ink.BOLD, family));
            for (Rule rule : rules) {
                lines.add(INDENT + padded(rule.id(), width) + "  " + decision(rule) + "  " + rule.title());
            }
            lines.add("");
        });
        if (!policy.exceptions().isEmpty()) {
            lines.add(terminal.paint(Ink.BOLD, "exceptions"));
            for (Clearance exception : policy.exceptions()) {
                lines.add(INDENT + padded(exception.id(), width) + "  "
                        + terminal.paint(Ink.GOOD, padded("clears", WORD)) + "  " + exception.title());
            }
            lines.add("");
        }
        lines.add(terminal.paint(
                Ink.DIM,
                policy.rules().size() + " rules, " + policy.exceptions().size()
                        + " exceptions; greenlane policy show RULE tells all of one"));
        return lines;
    }

    /** One rule or exception with all it says; empty where there is none of this id. */
    public Optional<List<String>> one(String id) {
        return policy.rule(id)
                .map(this::rule)
                .or(() -> policy.exceptions().stream()
                        .filter(exception -> exception.id().equals(id))
                        .findFirst()
                        .map(this::exception));
    }

    private List<String> rule(Rule rule) {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.paint(Ink.BOLD, rule.id()) + "  " + rule.title());
        entry(lines, "Family", rule.family());
        entry(lines, "Says", word(rule.decision()) + ", " + strength(rule));
        entry(lines, "Of effects", kinds(rule.kinds()));
        entry(lines, "When", rule.conditionText().isEmpty() ? "always" : rule.conditionText());
        entry(lines, "Reason", rule.advice().reason());
        entry(lines, "Instead", rule.advice().instead());
        entry(lines, "Consent", rule.advice().consent());
        examples(lines, "Blocks", rule.examples().blocks());
        examples(lines, "Passes", rule.examples().passes());
        examples(lines, "Instead, for example", rule.examples().instead());
        return lines;
    }

    private List<String> exception(Clearance exception) {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.paint(Ink.BOLD, exception.id()) + "  " + exception.title());
        entry(lines, "Clears", exception.clears().stream().sorted().collect(Collectors.joining(", ")));
        entry(lines, "Of effects", kinds(exception.kinds()));
        entry(lines, "When", exception.conditionText().isEmpty() ? "always" : exception.conditionText());
        examples(lines, "Blocks", exception.examples().blocks());
        examples(lines, "Passes", exception.examples().passes());
        return lines;
    }

    private void entry(List<String> lines, String name, String text) {
        if (!text.isEmpty()) {
            lines.add(terminal.paint(Ink.DIM, name));
            text.lines()
                    .flatMap(line -> Lines.wrap(line, terminal.width() - INDENT.length()).stream())
                    .forEach(line -> lines.add(INDENT + line));
        }
    }

    private void examples(List<String> lines, String name, List<Example> examples) {
        entry(
                lines,
                name,
                examples.stream()
                        .map(example -> Lines.visible(example.toString()))
                        .collect(Collectors.joining("\n")));
    }

    private String decision(Rule rule) {
        String word = padded(word(rule.decision()), WORD);
        return terminal.paint(rule.decision() == Decision.DENY ? Ink.BAD : Ink.DOUBTFUL, word) + "  "
                + padded(Word.of(rule.strength()), "hard".length());
    }

    private static String strength(Rule rule) {
        return switch (rule.strength()) {
            case HARD -> "hard: nothing clears it, in any mode";
            case SOFT -> "soft: an exception or consent clears it";
        };
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case DENY -> "deny";
            case ASK -> "ask";
            case UNDECIDED -> "cannot tell";
        };
    }

    private static String kinds(Collection<EffectKind> kinds) {
        return kinds.stream().map(EffectKind::id).sorted().collect(Collectors.joining(", "));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
