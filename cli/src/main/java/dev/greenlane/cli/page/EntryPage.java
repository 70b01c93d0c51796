package dev.greenlane.cli.page;

import dev.greenlane.agents.input.Calls;
import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.store.Entry;
import dev.greenlane.store.Recorded;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An entry of the ledger for a person: one line, and below it why, where it was not simply allowed. */
public final class EntryPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private static final String INDENT = "    ";
    private static final int HEAD = 24;

    private final Terminal terminal;

    public EntryPage(Terminal terminal) {
        this.terminal = terminal;
    }

    public List<String> lines(Recorded recorded) {
        Entry entry = recorded.entry();
        String time = terminal.paint(Ink.DIM, TIME.format(entry.time().atZone(ZoneId.systemDefault())));
        if (entry.answered().isEmpty()) {
            boolean person = entry.verdict().stage() == Stage.CONSENT;
            return List.of(time + "   " + line(person ? granted(entry) : "back  " + said(entry)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(time + " " + new VerdictPage(terminal).head(entry.verdict().outcome())
                + line(entry.tool() + "  " + what(entry) + mark(entry) + kept(entry)));
        if (entry.verdict().outcome() != Outcome.ALLOW) {
            int width = terminal.width() - INDENT.length();
            Lines.wrap(entry.verdict().reason(), width).forEach(line -> lines.add(INDENT + line));
            String below =
                    "#" + recorded.number() + "   Rule: " + entry.verdict().rule() + "   Session: " + entry.session();
            lines.add(INDENT + terminal.paint(Ink.DIM, Lines.cut(below, width)));
        }
        if (entry.verdict().outcome() == Outcome.ALLOW && entry.verdict().stage() == Stage.CONSENT) {
            lines.add(INDENT
                    + terminal.paint(Ink.DIM, Lines.cut(entry.verdict().reason(), terminal.width() - INDENT.length())));
        }
        return lines;
    }

    /** What a person has approved, or taken back. */
    private static String granted(Entry entry) {
        try {
            Fields grant = Fields.read(entry.input());
            return entry.verdict().rule() + "  " + grant.anyText("grant") + "  " + grant.anyText("what") + "  ("
                    + grant.anyText("scope") + ")";
        } catch (NotJson e) {
            return entry.verdict().rule();
        }
    }

    private String line(String text) {
        return Lines.cut(text, Math.max(20, terminal.width() - HEAD));
    }

    /** What the call is about: its command, its path; all of its input where it has no such thing. */
    public static String what(Entry entry) {
        try {
            ToolCall call = Calls.read(entry.tool(), Json.value(entry.input()));
            return call.text().equals(entry.tool()) ? entry.input() : call.text();
        } catch (NotJson e) {
            return entry.input();
        }
    }

    /** What the client was told, where that is not the verdict. */
    private static String mark(Entry entry) {
        if (entry.shadow()) {
            return "  (shadow: only recorded)";
        }
        String verdict = entry.verdict().outcome().name().toLowerCase(Locale.ROOT);
        return entry.answered().equals(verdict) ? "" : "  (told: " + entry.answered() + ")";
    }

    /** The snapshot that takes the call back. */
    private static String kept(Entry entry) {
        return snapshot(entry).map(id -> "  (undo " + id + ")").orElse("");
    }

    /** The name of the snapshot that was taken before a call; empty where there is none. */
    public static Optional<String> snapshot(Entry entry) {
        if (!entry.facts().contains("\"snapshot\"")) {
            return Optional.empty();
        }
        try {
            return Fields.read(entry.facts()).object("snapshot").text("id");
        } catch (NotJson e) {
            return Optional.empty();
        }
    }

    private static String said(Entry entry) {
        try {
            return Fields.read(entry.input()).anyText("said");
        } catch (NotJson e) {
            return "";
        }
    }
}
