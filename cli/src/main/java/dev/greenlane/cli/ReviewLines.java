package dev.greenlane.cli;

import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.LineReader.Line;
import dev.greenlane.cli.gate.Gate;
import dev.greenlane.cli.gate.PolicyExamples;
import dev.greenlane.cli.screen.Progress;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.cli.wire.SessionLine;
import dev.greenlane.cli.wire.VerdictJson;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.world.RealWorld;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Reviews every line of standard input; one answer a line, in the order of the lines. */
final class ReviewLines {
    private static final int LONGEST_LINE = 64 << 20;
    private static final int CHECK_EVERY = 256;

    private static final AtomicBoolean WARM = new AtomicBoolean();

    private final Gate gate;
    private final Mode mode;
    private final Bar bar;
    private final Outside outside;

    ReviewLines(Gate gate, Mode mode, Bar bar, Outside outside) {
        this.gate = gate;
        this.mode = mode;
        this.bar = bar;
        this.outside = outside;
    }

    /** Returns the exit code. */
    int run() {
        warmUp();
        LineReader lines = new LineReader(outside.in(), LONGEST_LINE);
        PrintStream out = outside.out();
        try (Progress progress = new Progress(outside.err(), Terminal.isTerminal(Terminal.ERR), "calls reviewed")) {
            for (@Nullable Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.text().isBlank()) {
                    out.println(Json.line(answer(line)));
                    progress.step();
                }
                // Whoever waits for an answer before asking on gets it; a file is answered in large pieces.
                boolean gone = (!lines.more() || progress.count() % CHECK_EVERY == 0) && out.checkError();
                if (gone) {
                    return Exit.READER_GONE;
                }
            }
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "standard input cannot be read: " + e.getMessage());
        }
        return out.checkError() ? Exit.READER_GONE : Exit.OK;
    }

    /** The times in the answers are to be those of a process that has been running. */
    private void warmUp() {
        if (WARM.compareAndSet(false, true)) {
            new PolicyExamples(gate).run(result -> {});
        }
    }

    private Map<String, Object> answer(Line line) {
        if (!line.whole()) {
            return VerdictJson.error(Json.Null.NULL, "it is longer than " + (LONGEST_LINE >> 20) + " MB");
        }
        long start = System.nanoTime();
        SessionLine read = SessionLine.read(line.text());
        try {
            return switch (read) {
                case SessionLine.Bad(Object id, String reason) -> VerdictJson.error(id, reason);
                case SessionLine.Call call -> {
                    Review review = bar.judged(gate.review(request(call)));
                    yield VerdictJson.of(call.id(), review, (System.nanoTime() - start) / 1000);
                }
            };
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return VerdictJson.error(read.id(), "it could not be reviewed: " + e);
        }
    }

    private Request request(SessionLine.Call call) {
        // Whose home it would be is as unknown as whose machine.
        Surroundings surroundings = new Surroundings(call.cwd(), Optional.empty());
        return new Request(
                call.call(),
                surroundings,
                RealWorld.around(surroundings.workingDirectory()),
                mode,
                UserRules.NONE,
                call.user(),
                call.earlier());
    }
}
