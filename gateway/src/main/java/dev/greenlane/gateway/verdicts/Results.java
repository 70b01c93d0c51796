package dev.greenlane.gateway.verdicts;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json;
import dev.greenlane.gateway.messages.Safeguards;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of checks as the client reads them: one entry of the known type, with one verdict for each use. Stateless. */
public final class Results {
    private Results() {}

    /** Whether an API has brought verdicts. */
    public static boolean areVerdicts(Optional<Object> theirs) {
        return theirs.flatMap(Results::verdicts).isPresent();
    }

    /**
     * The results where the API may have brought its own.
     *
     * @param theirs what it brought
     * @return JSON text; empty where its own stay as they are
     */
    public static Optional<String> of(Map<String, PerCall> ours, Optional<Object> theirs, Voice voice) {
        Optional<Map<String, Object>> said = theirs.flatMap(Results::verdicts);
        if (said.isEmpty() || voice == Voice.OURS) {
            return Optional.of(Json.line(with(theirs, plain(ours))));
        }
        if (voice == Voice.UPSTREAM && said.get().keySet().containsAll(ours.keySet())) {
            return Optional.empty();
        }
        Map<String, Object> both = new LinkedHashMap<>(plain(ours));
        said.get().forEach((id, their) -> {
            PerCall our = ours.get(id);
            if (our == null || voice == Voice.UPSTREAM || isStricter(Fields.of(their), our)) {
                both.put(id, their);
            }
        });
        return Optional.of(Json.line(with(theirs, both)));
    }

    /** A use that was skipped was not looked at. */
    private static boolean isStricter(Fields their, PerCall our) {
        boolean flagged = their.anyText("outcome").equals("flagged");
        boolean open = their.anyText("type").equals("unavailable");
        return switch (our) {
            case PerCall.NotFlagged fine -> flagged || open;
            case PerCall.Unavailable unavailable -> flagged;
            case PerCall.Flagged flaggedByUs -> false;
        };
    }

    /** The verdicts in results; empty where there are none that could count. */
    private static Optional<Map<String, Object>> verdicts(Object results) {
        List<Fields> entries = entries(results);
        if (entries.size() != 1) {
            return Optional.empty();
        }
        Fields status = entries.get(0).object("status");
        return status.anyText("type").equals("available")
                ? Optional.of(status.object("tool_uses").all())
                : Optional.empty();
    }

    private static List<Fields> entries(Object results) {
        return results instanceof List<?> list
                ? list.stream()
                        .map(Fields::of)
                        .filter(entry -> entry.anyText("type").equals(Safeguards.TYPE))
                        .toList()
                : List.of();
    }

    /** Results of other types stay. */
    private static List<Object> with(Optional<Object> theirs, Map<String, Object> verdicts) {
        List<Object> all = new ArrayList<>(List.of(entry(verdicts)));
        theirs.filter(List.class::isInstance).map(List.class::cast).ifPresent(list -> {
            for (Object other : (List<?>) list) {
                if (!Fields.of(other).anyText("type").equals(Safeguards.TYPE)) {
                    all.add(other);
                }
            }
        });
        return all;
    }

    private static Map<String, Object> entry(Map<String, Object> verdicts) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("type", "available");
        status.put("tool_uses", verdicts);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", Safeguards.TYPE);
        entry.put("status", status);
        return entry;
    }

    private static Map<String, Object> plain(Map<String, PerCall> verdicts) {
        Map<String, Object> plain = new LinkedHashMap<>();
        verdicts.forEach((id, verdict) -> plain.put(id, verdict.json()));
        return plain;
    }
}
