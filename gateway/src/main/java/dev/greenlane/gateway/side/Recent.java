package dev.greenlane.gateway.side;

import dev.greenlane.agents.input.Json;
import dev.greenlane.engine.bounded.Bounded;
import dev.greenlane.gateway.messages.ToolUse;
import dev.greenlane.gateway.side.Question.Deed;
import dev.greenlane.gateway.verdicts.Judge.Scene;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tools that models wanted to use of late, by session: a question about one shows only a part of its input. Thread-safe. */
public final class Recent {
    private static final int KEPT_SESSIONS = 256;
    private static final int KEPT_USES = 64;
    private static final int LONGEST = 256 * 1024;
    private static final int COMPARED = 200;
    private static final int DEEPEST = 8;

    /** A use, and where it stood. */
    public record Seen(Scene scene, ToolUse use) {}

    private final Map<String, Deque<Seen>> sessions = Bounded.byUse(KEPT_SESSIONS);

    /** A model wants to use a tool. */
    public synchronized void saw(String session, Seen seen) {
        if (seen.use().input() != null && Json.line(seen.use().input()).length() > LONGEST) {
            return;
        }
        Deque<Seen> uses = sessions.computeIfAbsent(session, name -> new ArrayDeque<>());
        // Of uses that are the same only the last counts: what was approved since is approved.
        uses.removeIf(known -> known.use().name().equals(seen.use().name())
                && java.util.Objects.equals(known.use().input(), seen.use().input()));
        uses.addLast(seen);
        if (uses.size() > KEPT_USES) {
            uses.removeFirst();
        }
    }

    /** The uses that a transcript may show as this deed: those of whose input it shows most. */
    public synchronized List<Seen> like(String session, Deed deed) {
        List<Seen> best = new ArrayList<>();
        int most = 0;
        for (Seen seen : sessions.getOrDefault(session, new ArrayDeque<>())) {
            int shown = seen.use().name().equals(deed.tool()) ? shown(seen.use().input(), deed.text(), 0) : 0;
            if (shown > most) {
                best.clear();
                most = shown;
            }
            if (shown == most && shown > 0) {
                best.add(seen);
            }
        }
        return best;
    }

    private static int shown(@Nullable Object value, String text, int depth) {
        if (value instanceof String part) {
            String begin = part.substring(0, Math.min(COMPARED, part.length()));
            return !begin.isBlank() && text.contains(begin) ? begin.length() : 0;
        }
        if (depth > DEEPEST) {
            return 0;
        }
        if (value instanceof List<?> parts) {
            return parts.stream().mapToInt(part -> shown(part, text, depth + 1)).sum();
        }
        return value instanceof Map<?, ?> members
                ? members.values().stream()
                        .mapToInt(member -> shown(member, text, depth + 1))
                        .sum()
                : 0;
    }
}
