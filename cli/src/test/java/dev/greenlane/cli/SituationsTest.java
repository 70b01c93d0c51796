package dev.greenlane.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.greenlane.cli.Situation.Case;
import dev.greenlane.cli.gate.Gate;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.consent.grant.Grants;
import dev.greenlane.engine.look.RealFiles;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.session.Session;
import dev.greenlane.world.RealProcesses;
import dev.greenlane.world.RealTrees;
import dev.greenlane.world.git.GitRepositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The calls of {@code src/situations}, each in a place that was really built: what nothing is lost by passes, what the user would lose
 * stops. Writes {@code target/situations.txt}.
 */
class SituationsTest {
    private static final Path SITUATIONS = Path.of("src", "situations").toAbsolutePath();
    private static final double MOST_WRONG = 1.0;
    private static final Gate GATE = Gate.standard();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** This machine, looked at with more patience than in use: a busy machine makes no verdict wrong here. */
    private static final World WORLD = new World(
            new RealFiles(),
            new RealTrees(PATIENCE),
            new GitRepositories(System.getenv(), new GitRepositories.Limits(PATIENCE, PATIENCE)),
            new RealProcesses());

    private int cases;
    private int wrong;
    private int blind;
    private final List<String> page = new ArrayList<>();

    @Test
    void whatIsSeenDecides(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(hasGit(), "these situations need git");
        List<Situation> situations = Situation.read(SITUATIONS);
        for (int i = 0; i < situations.size(); i++) {
            judge(
                    situations.get(i),
                    Files.createDirectory(folder.resolve("situation-" + i)).toRealPath());
        }
        double share = 100.0 * wrong / cases;
        String title = String.format(
                Locale.ROOT,
                "%d situations, %d cases: %.1f %% wrong (%d); without facts %.1f %% (%d)%n",
                situations.size(),
                cases,
                share,
                wrong,
                100.0 * blind / cases,
                blind);
        Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("situations.txt"), title + String.join("\n", page));
        assertThat(cases).isGreaterThanOrEqualTo(400);
        assertThat(share)
                .as("percent of wrong verdicts; target/situations.txt lists them")
                .isLessThanOrEqualTo(MOST_WRONG);
    }

    private void judge(Situation situation, Path folder) throws IOException, InterruptedException {
        run(folder, folder, script(situation.setUp()));
        Path project = folder.resolve("project");
        Session session = Session.NEW;
        for (String command : situation.earlier()) {
            Review review = review(command, project, folder, session, true);
            String result = run(folder, project, command);
            Session after = review.sessionAfter();
            session = after.settled(session, after, WORLD.files(), result).seen(shell(command), result);
        }
        page.add("== " + situation.file() + ": " + situation.name());
        for (Case each : situation.cases()) {
            Review seen = review(each.command(), project, folder, session, true);
            Review unseen = review(each.command(), project, folder, Session.NEW, false);
            cases++;
            blind += isRight(each, unseen) ? 0 : 1;
            if (!isRight(each, seen)) {
                wrong++;
                page.add((each.passes() ? "stops: " : "passes: ") + each.command() + "\n    "
                        + seen.verdict().rule() + ": " + seen.verdict().reason());
            }
        }
    }

    private static boolean isRight(Case each, Review review) {
        return each.passes() == (review.verdict().outcome() == Outcome.ALLOW);
    }

    private static Review review(String command, Path project, Path home, Session session, boolean looks) {
        Surroundings place = new Surroundings(Optional.of(project.toString()), Optional.of(home.toString()));
        return GATE.review(new Request(
                shell(command),
                place,
                looks ? WORLD : World.UNSEEN,
                Mode.AUTO,
                UserRules.NONE,
                List.of(),
                Grants.NONE,
                session,
                List.of()));
    }

    private static ToolCall shell(String command) {
        return new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX);
    }

    private static String script(List<String> lines) {
        StringBuilder script = new StringBuilder("set -e\n. " + SITUATIONS.resolve("base.sh") + "\n");
        lines.forEach(line -> script.append("(").append(line).append("\n)\n"));
        return script.toString();
    }

    private static String run(Path home, Path folder, String script) throws IOException, InterruptedException {
        Path output = home.resolve(".output");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("HOME", home.toString());
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            shell.environment().put("GIT_" + who + "_NAME", "a");
            shell.environment().put("GIT_" + who + "_EMAIL", "a@example.com");
        }
        Process process = shell.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output, UTF_8);
        assertThat(process.exitValue()).as("%s%n%s", script, printed).isZero();
        return printed;
    }

    private static boolean hasGit() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
