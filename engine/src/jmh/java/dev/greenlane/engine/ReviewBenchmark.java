package dev.greenlane.engine;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.call.ToolNames;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.RealFiles;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Reviewer;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.engine.understand.Understanding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Time of a whole review and of its understanding, by kind of call, in one warm process. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ReviewBenchmark {

    /** What is reviewed. */
    @Param
    public Kind kind;

    private final Understander understander = Understander.load();
    private final Reviewer reviewer = new Reviewer(understander, Policy.defaults());
    private Path project = Path.of("");
    private Request request = request(Kind.ORDINARY, Path.of("/work/project"), Files.NONE);

    /** Calls that stand for what agents run. */
    public enum Kind {
        ORDINARY("git status --short && npm test -- --runInBand | tail -n 40"),
        PIPELINE("grep -rn 'TODO' src --include='*.java' | awk -F: '{print $1}' | sort | uniq -c | sort -rn | head"),
        LOOP("for f in a b c d e f; do sed -i \"s/old/new/g\" src/$f.txt && git add src/$f.txt; done"),
        DISGUISED("x=cm0gLXJmIC8K; y=$(echo $x | base64 -d); z='ev''al'; $z \"$y\""),
        PYTHON("python3 - <<'END'\nimport json, pathlib\nfor p in pathlib.Path('src').glob('*.json'):\n"
                + "    d = json.loads(p.read_text())\n    d['v'] = 2\n    p.write_text(json.dumps(d))\nEND"),
        SCRIPT("bash scripts/build.sh release"),
        TASK("npm run release"),
        LONG("echo " + "word ".repeat(20_000));

        private final String command;

        Kind(String command) {
            this.command = command;
        }
    }

    /** A small project on disk, for the calls that lead to files. */
    @Setup(Level.Trial)
    public void project() throws IOException {
        project = java.nio.file.Files.createTempDirectory("greenlane-benchmark");
        java.nio.file.Files.createDirectory(project.resolve("scripts"));
        java.nio.file.Files.writeString(
                project.resolve("scripts/build.sh"),
                "#!/bin/bash\n"
                        + "set -eu\n"
                        + "mode=$1\n"
                        + "mkdir -p out/$mode\n"
                        + "for f in src/*.c; do cc -O2 -c $f -o out/$mode/$(basename $f .c).o; done\n"
                        + "tar czf out/$mode.tgz out/$mode\n");
        java.nio.file.Files.writeString(
                project.resolve("package.json"),
                "{\"name\":\"x\",\"scripts\":{\"build\":\"tsc -p .\",\"test\":\"jest\",\"release\":\"npm run build &&"
                        + " npm test && bash scripts/build.sh release\"}}\n");
        request = request(kind, project, new RealFiles());
    }

    /** Removes the project. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        java.nio.file.Files.delete(project.resolve("scripts/build.sh"));
        java.nio.file.Files.delete(project.resolve("scripts"));
        java.nio.file.Files.delete(project.resolve("package.json"));
        java.nio.file.Files.delete(project);
    }

    /** Understanding and policy. */
    @Benchmark
    public Review review() {
        return reviewer.review(request);
    }

    /** Understanding alone. */
    @Benchmark
    public Understanding understand() {
        return understander.understand(
                request.call(), request.surroundings(), request.world().files());
    }

    private static Request request(Kind kind, Path folder, Files files) {
        ToolCall call = ToolNames.standard().call("Bash", Map.of("command", kind.command));
        Surroundings surroundings = new Surroundings(Optional.of(folder.toString()), Optional.empty());
        return new Request(call, surroundings, World.of(files), Mode.AUTO, UserRules.NONE, List.of(), List.of());
    }
}
