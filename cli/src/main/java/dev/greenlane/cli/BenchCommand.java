package dev.greenlane.cli;

import dev.greenlane.cli.LineReader.Line;
import dev.greenlane.cli.gate.Gate;
import dev.greenlane.cli.screen.Progress;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.cli.wire.SessionLine;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.UserRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenlane bench}. */
@Command(
        name = "bench",
        header = "Measure how long reviews take.",
        synopsisHeading = "Usage: ",
        customSynopsis = "greenlane bench [OPTIONS] [FILE...]",
        descriptionHeading = "%n",
        description =
                "Reads calls as review --jsonl does, from files or from standard input, reviews all of them in several"
                    + " rounds in one process, one after the other, and shows the time of a review for each round: the"
                    + " first is cold, the last is what a running service has.",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n")
final class BenchCommand implements Callable<Integer> {
    private static final int LONGEST_LINE = 64 << 20;

    private final Outside outside;

    @Mixin
    private final PolicyOption policy = new PolicyOption();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "How many rounds. Default: 5.")
    private int rounds = 5;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files with calls. Default: standard input.")
    private List<Path> files = new ArrayList<>();

    BenchCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        List<Request> requests = requests();
        if (requests.isEmpty()) {
            throw Failure.usage("there are no calls to review.");
        }
        long start = System.nanoTime();
        Gate gate = policy.gate(outside);
        outside.out()
                .printf(Locale.ROOT, "%,d calls; the engine was ready after %.0f ms%n", requests.size(), millis(start));
        outside.out()
                .printf("%5s  %9s  %9s  %9s  %9s  %12s%n", "round", "p50 ms", "p95 ms", "p99 ms", "max ms", "calls/s");
        try (Progress progress = new Progress(outside.err(), Terminal.isTerminal(Terminal.ERR), "calls reviewed")) {
            for (int round = 1; round <= rounds; round++) {
                outside.out().println(row(round, measure(gate, requests, progress)));
                outside.out().flush();
            }
        }
        return Exit.OK;
    }

    private static long[] measure(Gate gate, List<Request> requests, Progress progress) {
        long[] nanos = new long[requests.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            gate.review(requests.get(i));
            nanos[i] = System.nanoTime() - start;
            progress.step();
        }
        return nanos;
    }

    private static String row(int round, long[] nanos) {
        double seconds = Arrays.stream(nanos).sum() / 1e9;
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%5d  %9.3f  %9.3f  %9.3f  %9.3f  %,12.0f",
                round,
                at(nanos, 0.50),
                at(nanos, 0.95),
                at(nanos, 0.99),
                at(nanos, 1),
                nanos.length / seconds);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        try {
            if (files.isEmpty()) {
                read(outside.in(), requests);
            }
            for (Path file : files) {
                try (InputStream in =
                        java.nio.file.Files.newInputStream(outside.folder().resolve(file))) {
                    read(in, requests);
                }
            }
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "the calls cannot be read: " + e);
        }
        return requests;
    }

    private static void read(InputStream in, List<Request> requests) throws IOException {
        LineReader lines = new LineReader(in, LONGEST_LINE);
        for (@Nullable Line line = lines.next(); line != null; line = lines.next()) {
            if (SessionLine.read(line.text()) instanceof SessionLine.Call call) {
                Surroundings surroundings = new Surroundings(call.cwd(), Optional.empty());
                requests.add(new Request(
                        call.call(),
                        surroundings,
                        World.UNSEEN,
                        Mode.AUTO,
                        UserRules.NONE,
                        call.user(),
                        call.earlier()));
            }
        }
    }
}
