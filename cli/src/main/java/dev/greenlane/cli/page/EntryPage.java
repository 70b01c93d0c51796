package dev.greenlane.cli.page;

import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.store.Entry;
import dev.greenlane.store.Recorded;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An entry of the ledger for a person: one line, and below it why, where it was not simply allowed. */
public final class EntryPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private static final String INDENT = "    ";

    private final Terminal terminal;

    public EntryPage(Terminal terminal) {
        this.terminal = terminal;
    }

    public List<String> lines(Recorded recorded) {
        Entry entry = recorded.entry();
        String head = terminal.paint(Ink.DIM, TIME.format(entry.time().atZone(ZoneId.systemDefault()))) + " "
                + new VerdictPage(terminal).head(entry.verdict().outcome());
        String what = entry.tool() + " " + entry.input() + (entry.shadow() ? " (shadow)" : "");
        List<String> lines = new ArrayList<>();
        lines.add(head + Lines.cut(what, Math.max(20, terminal.width() - 24)));
        if (entry.verdict().outcome() != Outcome.ALLOW) {
            int width = terminal.width() - INDENT.length();
            Lines.wrap(entry.verdict().reason(), width).forEach(line -> lines.add(INDENT + line));
            String below = "Rule: " + entry.verdict().rule() + "   session: " + entry.session();
            lines.add(INDENT + terminal.paint(Ink.DIM, Lines.cut(below, width)));
        }
        return lines;
    }
}
