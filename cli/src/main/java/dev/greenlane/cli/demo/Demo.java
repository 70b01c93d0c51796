package dev.greenlane.cli.demo;

import dev.greenlane.cli.gate.Gate;
import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.session.Executed;
import dev.greenlane.world.RealWorld;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Plays a recorded session through the engine in auto mode. What is allowed really runs in a throw-away project; what the
 * recording marks as risky never runs, and is an error of the engine where it would let it through.
 */
public final class Demo {
    /** A gate that runs is warm: how often all calls are reviewed before the session, and to take the time after it. */
    private static final int ROUNDS = 40;

    private static final long SWEEPING_MILLIS = 10_000;

    private final Gate gate;
    private final PrintStream out;
    private final Terminal terminal;

    public Demo(Gate gate, PrintStream out, Terminal terminal) {
        this.gate = gate;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Plays the session.
     *
     * @param keep whether the project stays when it is over
     * @throws InterruptedException where the process is told to end; the project is gone then too
     * @return whether everything went as recorded: each risky call was stopped, each other one ran, nothing was lost
     */
    public boolean play(boolean keep) throws IOException, InterruptedException {
        ThrowAwayProject place = ThrowAwayProject.make();
        Thread end = new Thread(new Ending(Thread.currentThread()));
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return play(place, keep);
        } finally {
            if (!keep) {
                place.close();
            }
            forget(end);
        }
    }

    /** Where the process is told to end: stops the player, and lets it sweep up. */
    private record Ending(Thread player) implements Runnable {
        @Override
        public void run() {
            player.interrupt();
            try {
                player.join(SWEEPING_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // It is running already, and waits for this thread.
        }
    }

    private boolean play(ThrowAwayProject place, boolean keep) throws IOException, InterruptedException {
        DemoPage page = new DemoPage(place, terminal);
        Recording recording = Recording.standard(place.project(), place.home());
        say(page.opening(keep));
        Map<String, String> before = contents(place);
        Tally tally = new Tally();
        rounds(recording, place);
        List<ToolCall> done = new ArrayList<>();
        List<String> user = new ArrayList<>();
        for (Recording.Step step : recording.steps()) {
            switch (step) {
                case Recording.User said -> {
                    user.add(said.text());
                    say(page.user(said.text()));
                }
                case Recording.Agent said -> say(page.agent(said.text()));
                case Recording.Call call -> {
                    Review review = gate.review(request(call.call(), user, done, place));
                    tally.add(call, review.verdict().outcome());
                    say(page.verdict(tally.calls(), call, review.verdict()));
                    if (review.verdict().outcome() == Outcome.ALLOW && !call.risky()) {
                        Hands.Result result = new Hands(place).run(call.call());
                        if (call.call() instanceof ToolCall.Shell) {
                            say(page.result(result));
                        }
                        done.add(call.call());
                    }
                }
            }
        }
        List<Long> nanos = rounds(recording, place);
        Map<String, String> after = contents(place);
        List<Keepsake> lost = place.keepsakes().stream()
                .filter(kept -> !Objects.equals(after.get(kept.name()), before.get(kept.name())))
                .toList();
        say(page.summary(tally, nanos, place.keepsakes(), lost));
        if (keep) {
            say(List.of("The project is kept in " + place.folder()));
        }
        return tally.asRecorded() && lost.isEmpty();
    }

    /** Reviews all calls again and again, and tells how long each review took, in nanoseconds. */
    private List<Long> rounds(Recording recording, ThrowAwayProject place) {
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Recording.Call call : recording.calls()) {
                Review review = gate.review(request(call.call(), List.of(), List.of(), place));
                nanos.add(review.verdict().nanos());
            }
        }
        return nanos;
    }

    private static Request request(ToolCall call, List<String> user, List<ToolCall> earlier, ThrowAwayProject place) {
        Surroundings surroundings = new Surroundings(
                Optional.of(place.project().toString()),
                Optional.of(place.home().toString()));
        return new Request(
                call,
                surroundings,
                RealWorld.around(surroundings.workingDirectory()),
                Mode.AUTO,
                UserRules.NONE,
                user,
                earlier.stream().map(Executed::new).toList());
    }

    private static Map<String, String> contents(ThrowAwayProject place) throws IOException, InterruptedException {
        Map<String, String> contents = new LinkedHashMap<>();
        for (Keepsake kept : place.keepsakes()) {
            contents.put(kept.name(), kept.content().now());
        }
        return contents;
    }

    private void say(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }
}
