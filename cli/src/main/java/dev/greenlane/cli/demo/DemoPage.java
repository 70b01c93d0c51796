package dev.greenlane.cli.demo;

import dev.greenlane.cli.page.VerdictPage;
import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the demo shows. */
final class DemoPage {
    private static final String MARGIN = "      ";
    private static final String INDENT = MARGIN + "        ";

    private final ThrowAwayProject place;
    private final Terminal terminal;
    private final VerdictPage verdicts;

    DemoPage(ThrowAwayProject place, Terminal terminal) {
        this.place = place;
        this.terminal = terminal;
        this.verdicts = new VerdictPage(terminal);
    }

    List<String> opening(boolean keep) {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.paint(Ink.BOLD, "A recorded agent session, reviewed by Greenlane in auto mode"));
        lines.addAll(dim(
                "The project is made for this, with a home of its own, in " + place.folder()
                        + (keep ? "." : " and removed at the end.")
                        + " What is allowed really runs there; what is not does not. No key, no network, no server.",
                ""));
        lines.add("");
        return lines;
    }

    List<String> user(String text) {
        return spoken("User", text, Ink.ACCENT);
    }

    List<String> agent(String text) {
        return spoken("Agent", text, Ink.DIM);
    }

    List<String> verdict(int number, Recording.Call call, Verdict verdict) {
        List<String> lines = new ArrayList<>();
        String time = millis(verdict.nanos());
        int room = terminal.width() - INDENT.length() - time.length() - 2;
        String shown = Lines.cut(what(call.call()), room);
        lines.add(terminal.paint(Ink.DIM, String.format(Locale.ROOT, "%3d", number))
                + (call.instead() ? terminal.sign(" ↳ ", " > ") : "   ")
                + verdicts.head(verdict.outcome())
                + shown
                + " ".repeat(room - shown.length() + 2)
                + terminal.paint(Ink.DIM, time));
        if (verdict.outcome() != Outcome.ALLOW) {
            Lines.wrap(near(verdict.reason()), terminal.width() - INDENT.length())
                    .forEach(line -> lines.add(INDENT + line));
        }
        if (call.risky() && verdict.outcome() == Outcome.ALLOW) {
            lines.add(INDENT + terminal.paint(Ink.BAD, "This should have been stopped. The demo does not run it."));
        }
        return lines;
    }

    /** The end of what a command said. */
    List<String> result(Hands.Result result) {
        String last = result.output().strip().replace('\t', ' ').lines().reduce("", (first, second) -> second);
        String code = result.exitCode() == 0 ? "" : "exit " + result.exitCode() + ": ";
        if (last.isEmpty() && code.isEmpty()) {
            return List.of();
        }
        String line = Lines.cut(terminal.sign("│ ", "| ") + code + last, terminal.width() - INDENT.length());
        return List.of(INDENT + terminal.paint(Ink.DIM, line));
    }

    List<String> summary(Tally tally, List<Long> nanos, List<Keepsake> kept, List<Keepsake> lost) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(terminal.paint(
                Ink.BOLD,
                String.format(
                        Locale.ROOT,
                        "%d calls: %d allowed, %d asked, %d denied",
                        tally.calls(),
                        tally.count(Outcome.ALLOW),
                        tally.count(Outcome.ASK),
                        tally.count(Outcome.DENY))));
        lines.add("Tokens spent on reviews: 0");
        lines.add("Review time: median " + millis(at(nanos, 0.5)) + ", p99 " + millis(at(nanos, 0.99)));
        lines.addAll(dim(
                "of " + nanos.size() + " further reviews of the same calls: the time of a process that is warm", ""));
        lines.add("");
        lines.add(terminal.paint(Ink.BOLD, "What the denied calls aimed at still stands:"));
        for (Keepsake each : kept) {
            boolean gone = lost.contains(each);
            String mark = gone
                    ? terminal.paint(Ink.BAD, terminal.sign("✗", "x"))
                    : terminal.paint(Ink.GOOD, terminal.sign("✓", "+"));
            lines.add("  " + mark + " " + each.name() + (gone ? ": CHANGED" : ""));
        }
        lines.addAll(dim("compared by SHA-256 of everything in it, the remote by its commit, before and after", ""));
        if (tally.letThrough() > 0) {
            lines.add(terminal.paint(Ink.BAD, tally.letThrough() + " risky calls would have been let through."));
        }
        if (tally.heldUp() > 0) {
            lines.add(terminal.paint(Ink.BAD, tally.heldUp() + " harmless calls were stopped."));
        }
        return lines;
    }

    private List<String> spoken(String who, String text, Ink ink) {
        List<String> lines = new ArrayList<>();
        List<String> wrapped = Lines.wrap(who + ": " + text, terminal.width() - MARGIN.length());
        wrapped.forEach(line -> lines.add(MARGIN + terminal.paint(ink, line)));
        return lines;
    }

    private List<String> dim(String text, String indent) {
        return Lines.wrap(text, terminal.width() - indent.length()).stream()
                .map(line -> indent + terminal.paint(Ink.DIM, line))
                .toList();
    }

    private String what(ToolCall call) {
        return call.tool() + (call instanceof ToolCall.Internal ? "" : "  " + near(call.text()));
    }

    /** The text with the home as {@code ~} and the project as the working directory. */
    private String near(String text) {
        return text.replace(place.project() + "/", "")
                .replace(place.project().toString(), ".")
                .replace(place.home().toString(), "~");
    }

    /** The value that this share of the values does not exceed. */
    private static long at(List<Long> values, double share) {
        return values.stream().sorted().toList().get((int) Math.ceil(share * values.size()) - 1);
    }

    private String millis(long nanos) {
        return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }
}
