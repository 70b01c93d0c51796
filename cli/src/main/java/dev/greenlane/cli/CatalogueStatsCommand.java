package dev.greenlane.cli;

import dev.greenlane.cli.LineReader.Line;
import dev.greenlane.cli.gate.ProgramCount;
import dev.greenlane.cli.screen.Lines;
import dev.greenlane.cli.screen.Progress;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.cli.wire.SessionLine;
import dev.greenlane.engine.call.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenlane catalogue stats}. */
@Command(
        name = "stats",
        header = "Count which programs of many calls are known.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane catalogue stats --jsonl [OPTIONS] [FILE...]",
        descriptionHeading = "%n",
        description =
                "Reads calls as review --jsonl does, from files or from standard input, and counts every command in"
                    + " them, also those inside others. Says what share of them runs a described program, by file and"
                    + " in all, and which programs nobody described are the most frequent.",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n")
final class CatalogueStatsCommand implements Callable<Integer> {
    private static final int LONGEST_LINE = 64 << 20;

    private final Outside outside;

    @Option(names = "--jsonl", required = true, description = "Calls come one a line, as JSON. The only form there is.")
    @SuppressWarnings("UnusedVariable") // says what the input is; required, so that other forms can join it
    private boolean jsonl;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "30",
            description = "How many programs that are not known to list. Default: 30.")
    private int top = 30;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files with calls. Default: standard input.")
    private List<Path> files = new ArrayList<>();

    CatalogueStatsCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        ProgramCount total = new ProgramCount();
        Map<String, ProgramCount> counts = new LinkedHashMap<>();
        try (Progress progress = new Progress(outside.err(), Terminal.isTerminal(Terminal.ERR), "calls read")) {
            if (files.isEmpty()) {
                count(outside.in(), progress, total);
            }
            for (Path file : files) {
                ProgramCount own = new ProgramCount();
                counts.put(String.valueOf(file.getFileName()), own);
                try (InputStream in = Files.newInputStream(outside.folder().resolve(file))) {
                    count(in, progress, total, own);
                }
            }
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "the calls cannot be read: " + e);
        }
        show(counts, total);
        return Exit.OK;
    }

    private static void count(InputStream in, Progress progress, ProgramCount... counts) throws IOException {
        LineReader lines = new LineReader(in, LONGEST_LINE);
        for (@Nullable Line line = lines.next(); line != null; line = lines.next()) {
            if (SessionLine.read(line.text()) instanceof SessionLine.Call call) {
                for (ProgramCount count : counts) {
                    count.add(call.call(), new Surroundings(call.cwd(), Optional.empty()));
                }
            }
            progress.step();
        }
    }

    private void show(Map<String, ProgramCount> counts, ProgramCount total) {
        int width = counts.keySet().stream().mapToInt(String::length).max().orElse(0);
        width = Math.max(width, "in all".length());
        String format = "%-" + width + "s  %9s  %9s  %7s  %9s  %9s  %7s%n";
        outside.out().printf(format, "", "commands", "known", "share", "calls", "known", "share");
        for (Map.Entry<String, ProgramCount> count : counts.entrySet()) {
            row(format, count.getKey(), count.getValue());
        }
        row(format, "in all", total);
        if (!total.unknown().isEmpty() && top > 0) {
            outside.out().println();
            outside.out().println("Programs that are not known, by how often they are run:");
            total.unknown().stream()
                    .limit(top)
                    .forEach(program ->
                            outside.out().printf("%9d  %s%n", program.getValue(), Lines.cut(program.getKey(), 60)));
        }
    }

    private void row(String format, String name, ProgramCount count) {
        outside.out()
                .printf(
                        format,
                        name,
                        count.all(),
                        count.known(),
                        share(count.known(), count.all()),
                        count.calls(),
                        count.callsKnown(),
                        share(count.callsKnown(), count.calls()));
    }

    private static String share(long part, long all) {
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
    }
}
