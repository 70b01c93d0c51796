package dev.greenlane.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.consent.grant.Grants;
import dev.greenlane.engine.facts.Safekeeping;
import dev.greenlane.engine.look.FakeWorld;
import dev.greenlane.engine.look.FakeWorld.FakeRepository;
import dev.greenlane.engine.look.Repository.State;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.source.PolicyReader;
import dev.greenlane.engine.session.Session;
import dev.greenlane.engine.understand.Understander;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same words pass where nothing is lost and are stopped where something is. */
class LossTest {
    private static final Reviewer REVIEWER = new Reviewer(Understander.load(), Policy.defaults());
    private static final String ROOT = "/work/app";
    private static final Safekeeping NEVER_ASKED = (effect, scene) -> {
        throw new AssertionError("nobody asks for " + effect);
    };

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

    @Test
    void whether_an_undo_would_cover_it_is_asked_by_no_rule_of_the_default_policy() {
        World changed = files().repository(ROOT, Map.of(ROOT + "/src/a.c", State.UNTRACKED))
                .world();

        assertThat(review("rm -rf src", changed, REVIEWER, NEVER_ASKED)).isEqualTo(Outcome.ASK);
        assertThat(review("ls && git status", changed, REVIEWER, NEVER_ASKED)).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void a_policy_may_let_go_what_an_undo_would_bring_back_and_asks_only_where_something_is_lost() throws Exception {
        Reviewer adventurous =
                new Reviewer(Understander.load(), Policy.defaults().with(PolicyReader.read("undoable.yaml", """
                    exceptions:
                      - id: can-be-undone
                        title: What greenlane undo brings back
                        clears: [lose-files, lose-content, lose-work]
                        effects: [file-delete, file-write, vcs-local-loss]
                        when: loss.undoable
                    """)));
        World changed = files().repository(ROOT, Map.of(ROOT + "/src/a.c", State.UNTRACKED))
                .world();
        Safekeeping covers = (effect, scene) -> true;

        assertThat(review("rm -rf src", changed, adventurous, covers)).isEqualTo(Outcome.ALLOW);
        assertThat(review("rm -rf src", changed, adventurous, Safekeeping.NONE)).isEqualTo(Outcome.ASK);
        assertThat(review("rm -rf /", changed, adventurous, covers)).isEqualTo(Outcome.DENY);
        World clean = files().repository(ROOT, Map.of()).world();
        assertThat(review("rm -rf src", clean, adventurous, NEVER_ASKED)).isEqualTo(Outcome.ALLOW);
    }

    private static FakeWorld files() {
        return new FakeWorld().file(ROOT + "/src/a.c", "int main(void) {}\n").file(ROOT + "/src/b.c", "int b;\n");
    }

    private static Outcome review(String command, World world) {
        return review(command, world, REVIEWER, Safekeeping.NONE);
    }

    private static Outcome review(String command, World world, Reviewer reviewer, Safekeeping safekeeping) {
        return reviewer.review(new Request(
                        new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX),
                        new Surroundings(Optional.of(ROOT), Optional.of("/home/ada")),
                        world,
                        Mode.AUTO,
                        UserRules.NONE,
                        List.of(),
                        Grants.NONE,
                        Session.NEW,
                        safekeeping,
                        List.of()))
                .verdict()
                .outcome();
    }
}
