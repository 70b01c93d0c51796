package dev.greenlane.store.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.greenlane.store.snapshot.Threat.How;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, what it costs, and what an undo does with newer work. */
class SnapshotsTest {
    private static final Instant NOW = Instant.now();

    @TempDir
    Path folder;

    private Path project;
    private Snapshots store;

    @BeforeEach
    void begin() throws Exception {
        project = Files.createDirectory(folder.resolve("project"));
        store = new Snapshots(folder.resolve("store"));
    }

    private Path file(String name, String text) throws Exception {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Snapshot keep(How how, Path... paths) throws Exception {
        return keep(how, path -> false, Budget.UNLIMITED, paths);
    }

    private Snapshot keep(How how, Predicate<Path> remade, Budget budget, Path... paths) throws Exception {
        List<Threat> threats =
                Arrays.stream(paths).map(path -> new Threat(path, how)).toList();
        return store.take(threats, Occasion.call(NOW, "s"), budget, remade).orElseThrow();
    }

    private Undo.Outcome undo(Snapshot snapshot, boolean force) throws Exception {
        return store.undo().run(store.plan(List.of(snapshot.number())), force, NOW);
    }

    @Test
    void a_file_that_was_changed_is_as_it_was() throws Exception {
        Path file = file("a.txt", "before");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_123));
        Snapshot kept = keep(How.CHANGED, file);
        Files.writeString(file, "after");
        store.over(kept.number());
        assertThat(undo(kept, false).done()).extracting(Step::path).containsExactly(file);
        assertThat(file).hasContent("before");
        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000_000_123);
    }

    @Test
    void what_only_goes_is_kept_without_a_copy_by_the_first_snapshot_too() throws Exception {
        Path file = file("a.txt", "before");
        assumeTrue(
                Seen.at(file).device() == Seen.at(folder).device(), "folders and files are told to be on one device");
        keep(How.DELETED, file);
        assertThat(Seen.at(file).links()).isEqualTo(2);
    }

    @Test
    void a_file_that_was_changed_to_another_of_its_size_is_told_from_one_that_was_only_touched() throws Exception {
        Path changed = file("a.txt", "x".repeat(100_000) + "1");
        Path touched = file("b.txt", "y".repeat(100_000) + "1");
        Snapshot kept = keep(How.CHANGED, changed, touched);
        Files.writeString(changed, "x".repeat(100_000) + "2");
        Files.writeString(touched, "y".repeat(100_000) + "1");
        store.over(kept.number());
        assertThat(store.plan(List.of(kept.number())).told())
                .extracting(step -> step.path().getFileName() + " " + step.change())
                .containsExactly("a.txt REPLACE", "b.txt MARK");
    }

    @Test
    void a_rehearsal_leaves_nothing_and_removes_what_one_that_was_killed_has_left() throws Exception {
        Files.writeString(
                Files.createDirectories(project.resolve("rehearsal/store/1")).resolveSibling("1.pack"), "half");
        Rehearsal.run(project);
        assertThat(project).isEmptyDirectory();
    }

    @Test
    void what_a_call_created_goes_with_the_folders_it_made() throws Exception {
        Path file = project.resolve("new/deep/a.txt");
        Snapshot kept = keep(How.CHANGED, file);
        file("new/deep/a.txt", "new");
        store.over(kept.number());
        undo(kept, false);
        assertThat(project.resolve("new")).doesNotExist();
    }

    @Test
    void what_came_after_the_call_stays() throws Exception {
        Path file = file("src/a.txt", "a");
        Snapshot kept = keep(How.DELETED, project.resolve("src"));
        Files.delete(file);
        store.over(kept.number());
        Path later = file("src/later.txt", "later");
        Plan plan = store.plan(List.of(kept.number()));
        assertThat(plan.left()).containsExactly(later);
        undo(kept, false);
        assertThat(file).hasContent("a");
        assertThat(later).hasContent("later");
    }

    @Test
    void newer_work_is_overwritten_only_by_force_and_even_then_not_lost() throws Exception {
        Path file = file("a.txt", "before");
        Snapshot kept = keep(How.CHANGED, file);
        Files.writeString(file, "by the call");
        store.over(kept.number());
        Files.writeString(file, "the user's newer work");

        Undo.Outcome careful = undo(kept, false);
        assertThat(careful.skipped()).extracting(Step::path).containsExactly(file);
        assertThat(careful.redo()).isEmpty();
        assertThat(file).hasContent("the user's newer work");

        Undo.Outcome forced = undo(kept, true);
        assertThat(file).hasContent("before");
        undo(forced.redo().orElseThrow(), false);
        assertThat(file).hasContent("the user's newer work");
    }

    @Test
    void where_nobody_noted_the_end_of_the_call_what_changed_much_later_is_newer_work() throws Exception {
        Path file = file("a.txt", "before");
        Instant longAgo = NOW.minus(Duration.ofHours(1));
        Snapshot kept = store.take(
                        List.of(new Threat(file, How.CHANGED)),
                        Occasion.call(longAgo, "s"),
                        Budget.UNLIMITED,
                        path -> false)
                .orElseThrow();
        Files.writeString(file, "after");
        assertThat(store.plan(List.of(kept.number())).since()).hasSize(1);
    }

    @Test
    void an_undo_makes_the_snapshot_undone_until_it_is_undone_itself() throws Exception {
        Path file = file("a.txt", "before");
        Snapshot kept = keep(How.CHANGED, file);
        Files.writeString(file, "after");
        store.over(kept.number());
        Snapshot redo = undo(kept, false).redo().orElseThrow();
        assertThat(store.all()).extracting(Snapshot::isUndone).containsExactly(true, false);
        undo(redo, false);
        assertThat(store.all()).extracting(Snapshot::isUndone).containsExactly(false, true, false);
        assertThat(file).hasContent("after");
    }

    @Test
    void what_does_not_fit_leaves_nothing_behind() throws Exception {
        file("a.txt", "0123456789");
        Budget small = new Budget(5, Duration.ofSeconds(5));
        Threat threat = new Threat(project, How.CHANGED);
        assertThat(store.survey(List.of(threat), small, path -> false)
                        .estimate()
                        .fits(small))
                .isFalse();
        SnapshotFailure failure =
                catchThrowableOfType(SnapshotFailure.class, () -> keep(How.CHANGED, path -> false, small, project));
        assertThat(failure.kind()).isEqualTo(SnapshotFailure.Kind.TOO_LARGE);
        assertThat(store.all()).isEmpty();
    }

    @Test
    void an_estimate_ends_when_its_thread_is_interrupted() throws Exception {
        file("a/b/c.txt", "x");
        Thread.currentThread().interrupt();
        Estimate estimate = store.survey(List.of(new Threat(project, How.CHANGED)), Budget.UNLIMITED, path -> false)
                .estimate();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(estimate.whole()).isFalse();
    }

    @Test
    void what_can_be_made_again_is_kept_only_while_it_is_small() throws Exception {
        file("src/a.txt", "a");
        file("small/b.txt", "b");
        for (int i = 0; i < 700; i++) {
            file("big/" + i, "x");
        }
        Predicate<Path> remade = path -> path.endsWith("small") || path.endsWith("big");
        Snapshot kept = keep(How.DELETED, remade, Budget.UNLIMITED, project);
        assertThat(kept.files()).isEqualTo(2);
        Trees.delete(project);
        store.over(kept.number());
        Plan plan = store.plan(List.of(kept.number()));
        assertThat(plan.unkept()).containsOnlyKeys(project.resolve("big"));
        undo(kept, false);
        assertThat(project.resolve("small/b.txt")).hasContent("b");
    }

    @Test
    void a_changed_pack_is_not_believed_and_nothing_is_touched() throws Exception {
        Path file = file("a.txt", "before");
        Snapshot kept = keep(How.CHANGED, file);
        Files.writeString(file, "after");
        store.over(kept.number());
        Path pack = folder.resolve("store/1.pack");
        byte[] bytes = Files.readAllBytes(pack);
        bytes[0] ^= 1;
        Files.write(pack, bytes);
        Undo.Outcome outcome = undo(kept, false);
        assertThat(outcome.failed()).containsOnlyKeys(file);
        assertThat(file).hasContent("after");
        assertThat(project).isDirectoryNotContaining("glob:**.greenlane-undo*");

        bytes[bytes.length - 80] ^= 1;
        Files.write(pack, bytes);
        SnapshotFailure failure = catchThrowableOfType(SnapshotFailure.class, () -> store.plan(List.of(kept.number())));
        assertThat(failure.kind()).isEqualTo(SnapshotFailure.Kind.DAMAGED);
    }

    @Test
    void a_pack_that_only_looks_as_if_it_had_been_changed_is_read_with_care() throws Exception {
        Path file = file("a.txt", "before");
        Snapshot kept = keep(How.CHANGED, file);
        Path pack = folder.resolve("store/1.pack");
        assertThat(Seal.isWhole(pack)).isTrue();
        Files.writeString(file, "after");
        store.over(kept.number());
        Files.setLastModifiedTime(pack, FileTime.from(Instant.now()));
        assertThat(Seal.isWhole(pack)).isFalse();
        undo(kept, false);
        assertThat(file).hasContent("before");
    }

    @Test
    void a_snapshot_that_was_never_finished_counts_for_nothing() throws Exception {
        Snapshot kept = keep(How.CHANGED, file("a.txt", "a"));
        Path pack = folder.resolve("store/" + kept.number() + ".pack");
        byte[] bytes = Files.readAllBytes(pack);
        Files.write(pack, Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(store.all()).isEmpty();
    }

    @Test
    void what_is_removed_leaves_nothing_but_the_last_number() throws Exception {
        keep(How.CHANGED, file("a.txt", "a"));
        Snapshot linked = keep(How.DELETED, file("b.txt", "b"));
        store.over(linked.number());
        store.retain(new Retained(Duration.ZERO, 0), Instant.now().plusSeconds(60));
        assertThat(Files.list(folder.resolve("store"))
                        .map(each -> each.getFileName().toString()))
                .containsExactly(linked.number() + ".gone");
        assertThat(keep(How.CHANGED, file("c.txt", "c")).number()).isGreaterThan(linked.number());
    }

    @Test
    void only_the_user_can_read_it() throws Exception {
        Snapshot kept = keep(How.CHANGED, file("a.txt", "a"));
        Path pack = folder.resolve("store/" + kept.number() + ".pack");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("store"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pack)))
                .isEqualTo("rw-------");
        Snapshot linked = keep(How.DELETED, file("b.txt", "b"));
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("store/" + linked.number()))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_file_that_was_to_go_and_stayed_may_be_changed_without_harm() throws Exception {
        Path file = file("a.txt", "before");
        Snapshot kept = keep(How.DELETED, file);
        store.over(kept.number());
        try (RandomAccessFile same = new RandomAccessFile(file.toFile(), "rw")) {
            same.writeByte('X');
        }
        undo(kept, true);
        assertThat(file).hasContent("before");
    }

    @Test
    void a_link_is_kept_as_a_link_and_what_is_written_through_it_too() throws Exception {
        Path target = file("real.txt", "before");
        Path link = Files.createSymbolicLink(project.resolve("link"), Path.of("real.txt"));
        Snapshot kept = keep(How.CHANGED, link);
        Files.writeString(link, "after");
        Files.delete(link);
        store.over(kept.number());
        undo(kept, false);
        assertThat(link).isSymbolicLink().hasContent("before");
        assertThat(target).hasContent("before");
    }

    @Test
    void a_folder_that_became_a_link_comes_back_and_what_the_link_leads_to_is_not_touched() throws Exception {
        Path file = file("dir/a.txt", "a");
        Path other = file("other/a.txt", "other");
        Snapshot kept = keep(How.DELETED, project.resolve("dir"));
        Trees.delete(project.resolve("dir"));
        Files.createSymbolicLink(project.resolve("dir"), Path.of("other"));
        store.over(kept.number());
        Undo.Outcome outcome = undo(kept, false);
        assertThat(file).hasContent("a");
        assertThat(other).hasContent("other");
        undo(outcome.redo().orElseThrow(), false);
        assertThat(project.resolve("dir")).isSymbolicLink();
        assertThat(other).hasContent("other");
    }

    @Test
    void holes_take_no_room() throws Exception {
        Path file = project.resolve("sparse");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(40 << 20);
            sparse.seek(20 << 20);
            sparse.writeUTF("in the middle");
        }
        byte[] before = Files.readAllBytes(file);
        Snapshot kept = keep(How.CHANGED, file);
        assertThat(folder.resolve("store/1.pack").toFile().length()).isLessThan(1 << 20);
        Files.writeString(file, "gone");
        store.over(kept.number());
        undo(kept, false);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void the_same_content_is_kept_once_and_outlives_the_snapshot_that_brought_it() throws Exception {
        Path file = file("a.txt", "x".repeat(100_000));
        Instant old = NOW.minus(Duration.ofDays(30));
        Threat threat = new Threat(file, How.CHANGED);
        store.take(List.of(threat), Occasion.call(old, "s"), Budget.UNLIMITED, path -> false);
        Snapshot second = keep(How.CHANGED, file);
        assertThat(folder.resolve("store/2.pack").toFile().length()).isLessThan(1000);
        assertThat(store.retain(new Retained(Duration.ofDays(7), Long.MAX_VALUE), NOW))
                .isEqualTo(1);
        assertThat(store.all()).extracting(Snapshot::number).containsExactly(2L);
        Files.delete(file);
        undo(second, false);
        assertThat(file).hasContent("x".repeat(100_000));
    }

    @Test
    void the_oldest_go_where_all_are_too_large_and_no_number_comes_twice() throws Exception {
        Path file = file("a.txt", "1".repeat(50_000));
        keep(How.CHANGED, file);
        Files.writeString(file, "2".repeat(50_000));
        keep(How.CHANGED, file);
        assertThat(store.retain(new Retained(Duration.ofDays(7), 60_000), NOW)).isEqualTo(1);
        assertThat(store.all()).extracting(Snapshot::id).containsExactly("s2");
        assertThat(store.retain(new Retained(Duration.ZERO, 0), NOW.plusSeconds(1)))
                .isEqualTo(1);
        assertThat(keep(How.CHANGED, file).number()).isEqualTo(3);
    }

    @Test
    void an_undo_that_was_cut_off_is_finished() throws Exception {
        Path a = file("a.txt", "a");
        Path b = file("b.txt", "b");
        Snapshot kept = keep(How.DELETED, project);
        Files.delete(a);
        Files.delete(b);
        store.over(kept.number());
        Snapshot redo = store.take(
                        List.of(new Threat(a, How.CHANGED), new Threat(b, How.CHANGED)),
                        new Occasion(NOW, "", List.of(kept.number())),
                        Budget.UNLIMITED,
                        path -> false)
                .orElseThrow();
        new Journal(List.of(kept.number()), redo.number(), List.of(a, b)).write(new Shelf(folder.resolve("store")));
        Files.writeString(project.resolve(".greenlane-undo-" + redo.number() + "-0"), "half");
        Files.writeString(b, "somebody was quicker");

        assertThat(store.all().getFirst().isUndone()).isFalse();
        assertThat(store.undo().resume()).isPresent();
        assertThat(a).hasContent("a");
        assertThat(b).hasContent("somebody was quicker");
        assertThat(project).isDirectoryNotContaining("glob:**.greenlane-undo*");
        assertThat(store.undo().resume()).isEmpty();
        assertThat(store.all().getFirst().isUndone()).isTrue();
    }

    @Test
    void modes_alone_are_kept_without_contents() throws Exception {
        Path file = file("a.sh", "x".repeat(10_000));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
        Snapshot kept = keep(How.MARKED, project);
        assertThat(folder.resolve("store/1.pack").toFile().length()).isLessThan(2000);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
        store.over(kept.number());
        undo(kept, false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void where_nothing_can_be_lost_nothing_is_kept() throws Exception {
        assertThat(store.take(
                        List.of(new Threat(project.resolve("nothing"), How.DELETED)),
                        Occasion.call(NOW, "s"),
                        Budget.UNLIMITED,
                        path -> false))
                .isEmpty();
    }
}
