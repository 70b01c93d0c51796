package dev.greenlane.engine;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolNames;
import dev.greenlane.engine.consent.grant.Grants;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Reviewer;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.session.Executed;
import dev.greenlane.engine.session.Session;
import dev.greenlane.engine.understand.Understander;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to hold a call against the user's words: the same review with them and without. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class WordsBenchmark {

    private static final Surroundings SURROUNDINGS = new Surroundings(Optional.of("/work/project"), Optional.empty());

    /** What is said, and what is done. */
    @Param
    public Talk talk;

    private final Understander understander = Understander.load();
    private final Reviewer reviewer = new Reviewer(understander, Policy.defaults());
    private Request said = request(Talk.NAMED, Talk.NAMED.user);
    private Request unsaid = request(Talk.NAMED, List.of());

    /** Sessions that stand for those of people at work. */
    public enum Talk {
        NAMED("git push origin --delete fix-7", "", "", List.of("The fix is merged. Delete fix-7 on origin, please.")),
        DESCRIBED(
                "scancel 4812 4815",
                "squeue",
                " JOBID PARTITION NAME USER ST TIME NODES\n"
                        + "  4812 dev sweep-a kim PD 0:00 1\n"
                        + "  4813 dev sweep-b kim R 1:12 1\n"
                        + "  4815 dev sweep-c kim PD 0:00 1\n"
                        + "  4816 gpu eval ann PD 0:00 2",
                List.of("What is in the queue?", "cancel the sweeps of mine that have not started yet")),
        FORBIDDEN(
                "rm -rf build/cache",
                "ls build",
                "cache  out  tmp",
                List.of("Make the build green again, but leave build/cache alone, it takes an hour to fill.")),
        LONG(
                "kubectl delete pod web-3 -n shop",
                "kubectl get pods -n shop",
                "NAME READY STATUS RESTARTS AGE\nweb-1 1/1 Running 0 3d\nweb-2 1/1 Running 0 3d\nweb-3 0/1 Error 7 3d",
                Stream.concat(
                                Stream.generate(() ->
                                                "Now look at the next test that fails, find out why, and mend it.")
                                        .limit(39),
                                Stream.of("web-3 in shop keeps crashing, delete that pod"))
                        .toList());

        private final String command;
        private final String look;
        private final String result;
        private final List<String> user;

        Talk(String command, String look, String result, List<String> user) {
            this.command = command;
            this.look = look;
            this.result = result;
            this.user = user;
        }
    }

    /** The two requests. */
    @Setup(Level.Trial)
    public void requests() {
        said = request(talk, talk.user);
        unsaid = request(talk, List.of());
    }

    /** A review in a session in which the user has said something. */
    @Benchmark
    public Review withWords() {
        return reviewer.review(said);
    }

    /** The same where nobody has said anything. */
    @Benchmark
    public Review withoutWords() {
        return reviewer.review(unsaid);
    }

    private Request request(Talk talk, List<String> user) {
        Executed look =
                new Executed(ToolNames.standard().call("Bash", Map.of("command", talk.look)), Optional.of(talk.result));
        return new Request(
                ToolNames.standard().call("Bash", Map.of("command", talk.command)),
                SURROUNDINGS,
                World.of(Files.NONE),
                Mode.AUTO,
                UserRules.NONE,
                user,
                Grants.NONE,
                Session.NEW.after(List.of(look), understander, SURROUNDINGS),
                List.of());
    }
}
