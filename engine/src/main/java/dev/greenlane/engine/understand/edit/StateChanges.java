package dev.greenlane.engine.understand.edit;

import dev.greenlane.engine.effect.EffectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an edit of records stands in for: a tool that reads the file as its state takes a job for cancelled whose record says
 * so. A record that begins, ends or moves on in its life counts; one whose other fields change does not. Never throws.
 */
public final class StateChanges {

    /** The traits of such effects. */
    private static final Set<String> TRAITS = Set.of("state-file", "in-place");

    private static final int MOST_CHANGES = 64;
    private static final int LARGEST = 256 * 1024;

    /** What people say of work that they keep lists of, and not of things that run. */
    private static final Set<String> OF_LISTS = Set.of(
            "todo",
            "to do",
            "pending",
            "in_progress",
            "in-progress",
            "in progress",
            "inprogress",
            "doing",
            "done",
            "complete",
            "completed",
            "open",
            "closed",
            "draft",
            "review",
            "in_review",
            "in review",
            "blocked",
            "backlog",
            "proposed",
            "accepted",
            "rejected",
            "planned",
            "wip",
            "passed",
            "failed",
            "pass",
            "fail",
            "skipped",
            "ok",
            "ready",
            "resolved",
            "new",
            "final",
            "beta",
            "alpha",
            "stable",
            "experimental",
            "published",
            "optional",
            "deprecated",
            "implemented",
            "partial",
            "unknown",
            "none",
            "error",
            "success",
            "warning",
            "info",
            "");

    private static final Set<String> GONE =
            Set.of("deleted", "destroyed", "removed", "purged", "absent", "gone", "wiped", "dropped");

    private static final Set<String> ENDED =
            Set.of("cancelled", "canceled", "killed", "stopped", "terminated", "stopping", "aborted", "cancelling");

    /** What is said of things that run or are kept by a tool. */
    private static final Set<String> OF_THINGS = Set.of(
            "running",
            "queued",
            "scheduled",
            "paused",
            "suspended",
            "disabled",
            "revoked",
            "archived",
            "expired",
            "released",
            "drained",
            "draining",
            "cordoned",
            "restarted",
            "restarting",
            "restart",
            "healthy",
            "unhealthy",
            "degraded",
            "deployed",
            "undeployed",
            "rolled_back",
            "rollback",
            "online",
            "offline",
            "up",
            "down",
            "present",
            "shipped",
            "refunded",
            "paid",
            "approved",
            "provisioned",
            "provisioning",
            "available",
            "unavailable",
            "active",
            "inactive",
            "locked",
            "unlocked",
            "promoted",
            "live",
            "retired",
            "decommissioned");

    private StateChanges() {}

    /** Whether text in a file of this name may hold records. */
    public static boolean mayStandIn(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".json")
                || lower.endsWith(".yaml")
                || lower.endsWith(".yml")
                || lower.endsWith(".jsonl")
                || lower.endsWith(".ndjson");
    }

    /**
     * What changes in the life of records where {@code after} comes in the place of {@code before}.
     *
     * @param state whether the file's name says that a tool keeps its state in it
     */
    public static List<Meaning.Sets> between(String path, String before, String after, boolean state) {
        if (before.length() > LARGEST || after.length() > LARGEST) {
            return List.of();
        }
        List<Records.Found> old = Records.read(path, before);
        List<Records.Found> now = Records.read(path, after);
        if (old.isEmpty() || old.equals(now)) {
            return List.of();
        }
        Map<String, Records.Found> olds = named(old);
        Map<String, Records.Found> nows = named(now);
        List<Meaning.Sets> changes = new ArrayList<>();
        olds.forEach((name, record) -> {
            Records.Found later = nows.get(name);
            if (later != null) {
                moved(path, record, later, state, changes);
            } else if (state || record.states().values().stream().anyMatch(StateChanges::isOfThings)) {
                changes.add(change(EffectKind.CLOUD_DESTROY, name, "record removed", path));
            }
        });
        if (state) {
            nows.keySet().stream()
                    .filter(name -> !olds.containsKey(name))
                    .forEach(name -> changes.add(change(EffectKind.CLOUD_CHANGE, name, "record added", path)));
        }
        List<Records.Found> oldNameless = nameless(old);
        List<Records.Found> nowNameless = nameless(now);
        if (state && oldNameless.size() == nowNameless.size()) {
            for (int i = 0; i < oldNameless.size(); i++) {
                moved(path, oldNameless.get(i), nowNameless.get(i), true, changes);
            }
        }
        return List.copyOf(changes.subList(0, Math.min(changes.size(), MOST_CHANGES)));
    }

    private static void moved(
            String path, Records.Found old, Records.Found now, boolean state, List<Meaning.Sets> changes) {
        differences(old.states(), now.states()).forEach((field, value) -> {
            String from = old.states().getOrDefault(field, "");
            boolean list = OF_LISTS.contains(from) && OF_LISTS.contains(value);
            if (state && !list || isOfThings(value)) {
                changes.add(change(kind(path, now.name(), field, value), now.name(), field + " " + value, path));
            }
        });
        if (state) {
            differences(old.counts(), now.counts())
                    .forEach((field, value) ->
                            changes.add(change(EffectKind.CLOUD_CHANGE, now.name(), field + " " + value, path)));
        }
    }

    private static Map<String, String> differences(Map<String, String> old, Map<String, String> now) {
        Map<String, String> changed = new LinkedHashMap<>(now);
        changed.entrySet().removeAll(new HashMap<>(old).entrySet());
        return changed;
    }

    private static boolean isOfThings(String value) {
        return OF_THINGS.contains(value) || GONE.contains(value) || ENDED.contains(value);
    }

    private static EffectKind kind(String path, String name, String field, String value) {
        String where = (path.substring(path.lastIndexOf('/') + 1) + " " + name + " " + field).toLowerCase(Locale.ROOT);
        boolean process = where.contains("job")
                || where.contains("process")
                || where.contains("queue")
                || where.contains("worker")
                || where.contains("task");
        return GONE.contains(value)
                ? EffectKind.CLOUD_DESTROY
                : ENDED.contains(value) && process ? EffectKind.PROCESS_CONTROL : EffectKind.CLOUD_CHANGE;
    }

    private static Meaning.Sets change(EffectKind kind, String name, String what, String path) {
        String thing = name.isEmpty() ? path : name;
        return new Meaning.Sets(kind, thing + ": " + what, TRAITS);
    }

    private static Map<String, Records.Found> named(List<Records.Found> records) {
        Map<String, Records.Found> byName = new LinkedHashMap<>();
        records.stream().filter(one -> !one.name().isEmpty()).forEach(one -> byName.putIfAbsent(one.name(), one));
        return byName;
    }

    private static List<Records.Found> nameless(List<Records.Found> records) {
        return records.stream().filter(one -> one.name().isEmpty()).toList();
    }
}
