package dev.greenlane.engine.understand.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The records in JSON or YAML text, also of a piece cut out of it: what has a name and stands somewhere in its life. */
final class Records {

    private static final int MOST = 4_000;

    private static final Set<String> NAMES = Set.of("id", "uuid", "guid", "arn", "name", "key", "serial", "hostname");
    private static final Set<String> STATES =
            Set.of("status", "state", "phase", "health", "lifecycle", "condition", "availability");
    private static final Set<String> COUNTS = Set.of(
            "replicas",
            "restart_count",
            "restartcount",
            "restarts",
            "desired_count",
            "desiredcount",
            "enabled",
            "active",
            "running",
            "deleted",
            "revoked",
            "cancelled",
            "canceled",
            "paused",
            "suspended",
            "archived",
            "terminated");

    /**
     * One record.
     *
     * @param name what identifies it; empty where the piece does not show it
     * @param states its fields that say where it stands in its life, with their values in lower case
     * @param counts other fields that tell what is done with it: how often it was started, whether it is switched on
     */
    record Found(String name, Map<String, String> states, Map<String, String> counts) {}

    private Records() {}

    /** Those that have a field of their life. */
    static List<Found> read(String path, String text) {
        Map<Integer, Map<String, String>> objects =
                path.endsWith(".yaml") || path.endsWith(".yml") ? YamlObjects.read(text) : json(text);
        List<Found> found = new ArrayList<>();
        for (Map<String, String> fields : objects.values()) {
            record(fields).filter(one -> found.size() < MOST).ifPresent(found::add);
        }
        return found;
    }

    private static Map<Integer, Map<String, String>> json(String text) {
        Map<Integer, Map<String, String>> objects = new LinkedHashMap<>();
        for (JsonMembers.Member member : JsonMembers.read(text)) {
            if (!member.key().isEmpty()) {
                objects.computeIfAbsent(member.object(), number -> new LinkedHashMap<>())
                        .putIfAbsent(member.key(), member.value());
            }
        }
        return objects;
    }

    private static Optional<Found> record(Map<String, String> fields) {
        String name = "";
        int rank = 0;
        Map<String, String> states = new LinkedHashMap<>();
        Map<String, String> counts = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String key = field.getKey().toLowerCase(Locale.ROOT);
            String value = field.getValue();
            int nameRank = nameRank(key);
            if (nameRank > rank && !value.isEmpty()) {
                rank = nameRank;
                name = value;
            }
            if (isState(key)) {
                states.put(key, value.toLowerCase(Locale.ROOT));
            } else if (COUNTS.contains(key)) {
                counts.put(key, value.toLowerCase(Locale.ROOT));
            }
        }
        return states.isEmpty() && counts.isEmpty() ? Optional.empty() : Optional.of(new Found(name, states, counts));
    }

    private static boolean isState(String key) {
        int cut = Math.max(key.lastIndexOf('_'), key.lastIndexOf('-'));
        return STATES.contains(cut < 0 ? key : key.substring(cut + 1));
    }

    /** How well a field identifies: an own number before a name of the thing itself, any of both before {@code x_id}. */
    private static int nameRank(String key) {
        return key.equals("id") || key.equals("uuid") || key.equals("arn")
                ? 3
                : key.endsWith("_id") || key.endsWith("-id") ? 2 : NAMES.contains(key) ? 1 : 0;
    }
}
