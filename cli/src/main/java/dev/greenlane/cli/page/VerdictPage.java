package dev.greenlane.cli.page;

import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A verdict for a person: one line, and below it why and what clears it, where there is something to say. */
public final class VerdictPage {
    private static final String INDENT = "        ";

    private final Terminal terminal;

    public VerdictPage(Terminal terminal) {
        this.terminal = terminal;
    }

    public List<String> lines(String what, Verdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add(head(verdict.outcome()) + Lines.cut(what, terminal.width() - INDENT.length()));
        int width = terminal.width() - INDENT.length();
        if (verdict.outcome() != Outcome.ALLOW) {
            Lines.wrap(verdict.reason(), width).forEach(line -> lines.add(INDENT + line));
            verdict.clears()
                    .map(clears -> clearing(verdict.stage(), clears))
                    .ifPresent(text ->
                            Lines.wrap(text, width).forEach(line -> lines.add(INDENT + terminal.paint(Ink.DIM, line))));
            lines.add(INDENT + terminal.paint(Ink.DIM, "Rule: " + verdict.rule()));
        }
        return lines;
    }

    private static String clearing(Stage stage, String clears) {
        return stage == Stage.POLICY ? "Cleared when the user names " + clears : "Cleared by " + clears;
    }

    /** The outcome as a word and a sign, eight columns wide. */
    public String head(Outcome outcome) {
        return switch (outcome) {
            case ALLOW -> terminal.paint(Ink.GOOD, terminal.sign("✓", "+") + " allow") + " ";
            case ASK -> terminal.paint(Ink.DOUBTFUL, "? ask") + "   ";
            case DENY -> terminal.paint(Ink.BAD, terminal.sign("✗", "x") + " deny") + "  ";
        };
    }
}
