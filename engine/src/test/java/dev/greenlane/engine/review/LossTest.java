package dev.greenlane.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.look.FakeWorld;
import dev.greenlane.engine.look.FakeWorld.FakeRepository;
import dev.greenlane.engine.look.Repository.State;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.understand.Understander;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same words pass where nothing is lost and are stopped where something is. */
class LossTest {
    private static final Reviewer REVIEWER = new Reviewer(Understander.load(), Policy.defaults());
    private static final String ROOT = "/work/app";

    @ParameterizedTest
    @ValueSource(strings = {"rm -rf src", "git reset --hard", "git checkout -- .", "git clean -fd"})
    void what_is_committed_may_go(String command) {
        World clean = files().repository(ROOT, Map.of()).world();

        assertThat(review(command, clean)).isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -rf src", "git reset --hard", "git checkout -- ."})
    void changes_that_stand_nowhere_else_may_not(String command) {
        World changed = files().repository(ROOT, Map.of(ROOT + "/src/a.c", State.MODIFIED))
                .world();

        assertThat(review(command, changed)).isNotEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -rf src", "git clean -fd"})
    void new_files_may_not(String command) {
        World changed = files().repository(ROOT, Map.of(ROOT + "/src/a.c", State.UNTRACKED))
                .world();

        assertThat(review(command, changed)).isNotEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"git stash drop", "git stash clear"})
    void stashes_may_not(String command) {
        World stashed =
                files().repository(new FakeRepository(ROOT, Map.of(), 0, 2)).world();

        assertThat(review(command, stashed)).isNotEqualTo(Outcome.ALLOW);
    }

    private static FakeWorld files() {
        return new FakeWorld().file(ROOT + "/src/a.c", "int main(void) {}\n").file(ROOT + "/src/b.c", "int b;\n");
    }

    private static Outcome review(String command, World world) {
        return REVIEWER.review(new Request(
                        new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX),
                        new Surroundings(Optional.of(ROOT), Optional.of("/home/ada")),
                        world,
                        Mode.AUTO,
                        UserRules.NONE,
                        List.of(),
                        List.of()))
                .verdict()
                .outcome();
    }
}
