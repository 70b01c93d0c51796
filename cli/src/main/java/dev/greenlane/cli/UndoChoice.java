package dev.greenlane.cli;

import dev.greenlane.cli.page.EntryPage;
import dev.greenlane.store.LedgerFailure;
import dev.greenlane.store.LedgerReader;
import dev.greenlane.store.Query;
import dev.greenlane.store.Recorded;
import dev.greenlane.store.snapshot.Plan;
import dev.greenlane.store.snapshot.Snapshot;
import dev.greenlane.store.snapshot.SnapshotFailure;
import dev.greenlane.store.snapshot.Snapshots;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the snapshots that a person means, and the calls that they were taken for. */
final class UndoChoice {
    static final String LAST = "LAST";

    /** So many of the last ones are looked through for one whose undo would change something. */
    private static final int MOST_LOOKED_AT = 100;

    private final Snapshots store;
    private final Path ledger;
    private @Nullable Map<String, Recorded> calls;
    private @Nullable List<Snapshot> kept;
    private @Nullable Set<String> telling;

    UndoChoice(Snapshots store, Path ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /**
     * What is to be undone.
     *
     * @param name for people
     * @param call what the call was; empty where there are several, or nobody knows
     */
    record Chosen(String name, Optional<String> call, Plan plan) {}

    /** All there are, read once. */
    private List<Snapshot> kept() throws SnapshotFailure {
        if (kept == null) {
            kept = store.all();
        }
        return kept;
    }

    /** Those of all sessions, or of one. */
    List<Snapshot> all(Optional<String> session) throws SnapshotFailure {
        return kept().stream()
                .filter(snapshot -> session.isEmpty() || snapshot.session().equals(session.get()))
                .toList();
    }

    /** One snapshot, by its name, the number of its call, or as the last one. */
    Chosen of(String which) throws SnapshotFailure {
        if (which.equalsIgnoreCase(LAST)) {
            return last();
        }
        Snapshot snapshot = named(which);
        return new Chosen(snapshot.id(), call(snapshot), store.plan(List.of(snapshot.number())));
    }

    private Snapshot named(String which) throws SnapshotFailure {
        String id = which.matches("#?[0-9]{1,15}") ? ofCall(Long.parseLong(which.replace("#", ""))) : which;
        return kept().stream()
                .filter(snapshot -> snapshot.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        Exit.FAILED,
                        "there is nothing kept as " + id + "; greenlane undo --list shows what there is."));
    }

    private String ofCall(long number) throws SnapshotFailure {
        return calls().entrySet().stream()
                .filter(call -> call.getValue().number() == number)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Failure(
                        Exit.FAILED,
                        "nothing was kept for call " + number + "; greenlane undo --list shows what was."));
    }

    /** The last call whose undo would change something, and that was not undone. */
    private Chosen last() throws SnapshotFailure {
        Iterator<Snapshot> newest = store.newest().filter(UndoChoice::isOfCall).iterator();
        for (int looked = 0; newest.hasNext() && looked < MOST_LOOKED_AT; ) {
            Snapshot snapshot = newest.next();
            if (hasRun(snapshot)) {
                looked++;
                Plan plan = store.plan(List.of(snapshot.number()));
                if (!plan.told().isEmpty()) {
                    return new Chosen(snapshot.id(), call(snapshot, calls(snapshot.time())), plan);
                }
            }
        }
        throw new Failure(Exit.FAILED, "there is nothing to undo.");
    }

    /** Not what an undo kept, and not undone. */
    private static boolean isOfCall(Snapshot snapshot) {
        return snapshot.undoes().isEmpty() && !snapshot.isUndone();
    }

    /** Where the client of its session tells when a call is over, one that is not has never run, or still runs. */
    private boolean hasRun(Snapshot snapshot) throws SnapshotFailure {
        if (snapshot.isOver()) {
            return true;
        }
        if (telling == null) {
            telling = kept().stream()
                    .filter(Snapshot::isOver)
                    .map(Snapshot::session)
                    .collect(Collectors.toSet());
        }
        return !telling.contains(snapshot.session());
    }

    /** The newest first. */
    private List<Snapshot> candidates() throws SnapshotFailure {
        List<Snapshot> candidates = new ArrayList<>();
        for (Snapshot snapshot : kept().reversed()) {
            if (isOfCall(snapshot) && hasRun(snapshot)) {
                candidates.add(snapshot);
            }
        }
        return candidates;
    }

    /** All of a session; of the last one where none is named. */
    Chosen ofSession(@Nullable String name) throws SnapshotFailure {
        List<Snapshot> all = candidates();
        Optional<String> session =
                Optional.ofNullable(name).or(() -> all.stream().findFirst().map(Snapshot::session));
        List<Long> numbers = new ArrayList<>();
        for (Snapshot snapshot : all) {
            if (session.equals(Optional.of(snapshot.session()))) {
                numbers.add(snapshot.number());
            }
        }
        if (numbers.isEmpty()) {
            throw new Failure(Exit.FAILED, "there is nothing to undo in this session.");
        }
        String what = numbers.size() + (numbers.size() == 1 ? " call of " : " calls of ") + session.orElse("");
        return new Chosen(what, Optional.empty(), store.plan(numbers));
    }

    /** What the call of a snapshot was. */
    Optional<String> call(Snapshot snapshot) throws SnapshotFailure {
        return call(snapshot, calls());
    }

    private static Optional<String> call(Snapshot snapshot, Map<String, Recorded> calls) {
        return Optional.ofNullable(calls.get(snapshot.id()))
                .map(recorded -> recorded.entry().tool() + "  "
                        + EntryPage.what(recorded.entry()).replace("\n", " "));
    }

    Map<String, Object> json(Snapshot snapshot) throws SnapshotFailure {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("v", 1);
        json.put("id", snapshot.id());
        json.put("time", snapshot.time().toString());
        json.put("session", snapshot.session());
        Optional.ofNullable(calls().get(snapshot.id())).ifPresent(call -> json.put("call", call.number()));
        call(snapshot).ifPresent(text -> json.put("what", text));
        json.put(
                "undoes", snapshot.undoes().stream().map(number -> "s" + number).toList());
        json.put("undone", snapshot.isUndone());
        json.put("files", snapshot.files());
        json.put("bytes", snapshot.bytes());
        json.put("paths", snapshot.paths().stream().map(Path::toString).toList());
        return json;
    }

    /** The calls in the ledger by the names of their snapshots; none where it cannot be read. */
    private Map<String, Recorded> calls() throws SnapshotFailure {
        if (calls == null) {
            calls = kept().isEmpty() ? Map.of() : calls(kept().getFirst().time());
        }
        return calls;
    }

    /** Those of snapshots that were taken since then. */
    private Map<String, Recorded> calls(Instant since) {
        Map<String, Recorded> found = new HashMap<>();
        try {
            LedgerReader.open(ledger)
                    .each(
                            Query.ALL.since(since.minusSeconds(60)),
                            recorded -> EntryPage.snapshot(recorded.entry()).ifPresent(id -> found.put(id, recorded)));
        } catch (LedgerFailure e) {
            found.clear();
        }
        return found;
    }
}
