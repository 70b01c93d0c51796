package dev.greenlane.store.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a tree was and whatever was done to it: an undo leaves no difference, and undoing that leaves none either. */
class DestroyAndUndoTest {
    private static Path place = Path.of("");

    @BeforeContainer
    static void begin() throws Exception {
        place = Files.createTempDirectory("greenlane-undo-test");
    }

    @AfterContainer
    static void end() throws Exception {
        Trees.delete(place);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void zero_differences(@ForAll long seed) throws Exception {
        Rounds.round(place, new Snapshots(place.resolve("store")), seed);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void zero_differences_after_several_calls_undone_at_once(@ForAll long seed) throws Exception {
        Path tree = Files.createDirectory(place.resolve("several"));
        Snapshots store = new Snapshots(place.resolve("store"));
        Trees trees = new Trees(seed);
        trees.grow(tree);
        Map<String, String> before = Trees.look(tree);
        List<Long> numbers = List.of(Rounds.spoiled(store, tree, trees), Rounds.spoiled(store, tree, trees));
        Undo.Outcome outcome = store.undo().run(store.plan(numbers), false, Instant.now());
        assertThat(outcome.failed()).isEmpty();
        assertThat(outcome.skipped()).isEmpty();
        assertThat(Trees.look(tree)).isEqualTo(before);
        Trees.delete(tree);
    }
}
