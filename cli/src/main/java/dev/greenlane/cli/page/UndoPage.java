package dev.greenlane.cli.page;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.store.snapshot.Plan;
import dev.greenlane.store.snapshot.Snapshot;
import dev.greenlane.store.snapshot.Step;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Snapshots and undos for a person. */
public final class UndoPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private static final int MOST_PATHS = 20;
    private static final int CONTEXT = 3;
    private static final int WORD = 12;

    private final Terminal terminal;
    private final Path folder;

    /** @param folder where the person is: paths below are shown from there */
    public UndoPage(Terminal terminal, Path folder) {
        this.terminal = terminal;
        this.folder = folder;
    }

    /**
     * One snapshot of a list.
     *
     * @param call what the call was; empty where nobody knows any more
     */
    public List<String> line(Snapshot snapshot, Optional<String> call) {
        String time = TIME.format(snapshot.time().atZone(ZoneId.systemDefault()));
        String what = snapshot.undoes().isEmpty()
                ? call.orElse("a call")
                : "undo of "
                        + String.join(
                                ", ",
                                snapshot.undoes().stream()
                                        .map(number -> "s" + number)
                                        .toList());
        String state = snapshot.isUndone() ? "  (undone)" : "";
        String head = String.format(Locale.ROOT, "%-5s %s  ", snapshot.id(), time);
        String paths = snapshot.paths().isEmpty()
                ? ""
                : shown(snapshot.paths().getFirst())
                        + (snapshot.paths().size() > 1
                                ? " and " + (snapshot.paths().size() - 1) + " more"
                                : "");
        int width = terminal.width();
        return List.of(
                Lines.cut(head + what + state, width),
                terminal.paint(
                        Ink.DIM,
                        Lines.cut("      " + files(snapshot.files(), snapshot.bytes()) + "; " + paths, width)));
    }

    /** What an undo would do. */
    public List<String> plan(Plan plan, boolean force) {
        List<String> lines = new ArrayList<>();
        List<Step> done =
                plan.told().stream().filter(step -> force || !step.isSince()).toList();
        list(lines, done.stream().map(this::line).toList());
        List<Step> since = plan.since();
        if (!since.isEmpty()) {
            lines.add(
                    force
                            ? "Changed since the call, and overwritten (the undo can be undone):"
                            : "Changed since the call, and left as they are; --force overwrites them:");
            list(lines, since.stream().map(step -> "  " + shown(step.path())).toList());
        }
        if (!plan.left().isEmpty()) {
            lines.add("New since the call, and left:");
            list(lines, plan.left().stream().map(path -> "  " + shown(path)).toList());
        }
        if (!plan.unkept().isEmpty()) {
            lines.add("Not kept, so it stays as it is:");
            list(lines, reasons(plan.unkept()));
        }
        return lines;
    }

    private String line(Step step) {
        String word = word(step.change());
        return "  " + terminal.paint(ink(step.change()), word) + " ".repeat(WORD - word.length()) + shown(step.path());
    }

    private static String word(Step.Change change) {
        return switch (change) {
            case BRING_BACK -> "bring back";
            case REPLACE -> "as it was";
            case MARK, TIME -> "its mode";
            case REMOVE -> "remove";
        };
    }

    private static Ink ink(Step.Change change) {
        return change == Step.Change.REMOVE ? Ink.BAD : Ink.GOOD;
    }

    /** Paths with a reason each. */
    public List<String> reasons(Map<Path, String> reasons) {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> "  " + shown(each.getKey()) + ": " + each.getValue())
                .toList();
    }

    private static void list(List<String> lines, List<String> all) {
        lines.addAll(all.subList(0, Math.min(MOST_PATHS, all.size())));
        if (all.size() > MOST_PATHS) {
            lines.add("  and " + (all.size() - MOST_PATHS) + " more");
        }
    }

    /** What a file would become, as {@code diff -u} shows it. */
    public List<String> difference(Path path, Optional<byte[]> now, Optional<byte[]> then) {
        Optional<List<String>> before = text(now);
        Optional<List<String>> after = text(then);
        if (before.isEmpty() || after.isEmpty()) {
            return List.of(shown(path) + " is no text, or too long to show");
        }
        return UnifiedDiffUtils.generateUnifiedDiff(
                        now.isEmpty() ? "/dev/null" : shown(path),
                        then.isEmpty() ? "/dev/null" : shown(path),
                        before.get(),
                        DiffUtils.diff(before.get(), after.get()),
                        CONTEXT)
                .stream()
                .map(this::painted)
                .toList();
    }

    private static Optional<List<String>> text(Optional<byte[]> bytes) {
        String text =
                bytes.map(each -> new String(each, StandardCharsets.UTF_8)).orElse("");
        return text.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.of(text.lines().toList());
    }

    private String painted(String line) {
        String seen = Lines.visible(line);
        return switch (seen.isEmpty() ? ' ' : seen.charAt(0)) {
            case '+' -> terminal.paint(Ink.GOOD, seen);
            case '-' -> terminal.paint(Ink.BAD, seen);
            case '@' -> terminal.paint(Ink.DIM, seen);
            default -> seen;
        };
    }

    /** A path as a person here would write it. */
    public String shown(Path path) {
        Path here = path.startsWith(folder) && !path.equals(folder) ? folder.relativize(path) : path;
        return Lines.visible(here.toString());
    }

    /** How many files, and how large they are. */
    public static String files(long files, long bytes) {
        String size = bytes < 1_000
                ? bytes + " bytes"
                : bytes < 1_000_000 ? bytes / 1_000 + " kB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
        return files == 0 ? "no files" : files + (files == 1 ? " file, " : " files, ") + size;
    }
}
