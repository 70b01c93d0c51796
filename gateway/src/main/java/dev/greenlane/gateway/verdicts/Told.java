package dev.greenlane.gateway.verdicts;

import dev.greenlane.gateway.messages.Conversation;
import dev.greenlane.gateway.messages.Conversation.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the service was told of sessions, so that it is told only what is new. Thread-safe. */
final class Told {
    private static final int KEPT = 1024;

    private record Mark(String lastCall, int words) {}

    private final Map<String, Mark> marks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mark> eldest) {
            return size() > KEPT;
        }
    };

    /** What is new in a session. */
    synchronized Conversation news(String session, Conversation now) {
        Mark mark = marks.get(session);
        if (mark == null) {
            return now;
        }
        List<Call> calls = now.calls();
        int known = 0;
        for (int i = 0; i < calls.size(); i++) {
            known = calls.get(i).id().equals(mark.lastCall()) ? i + 1 : known;
        }
        return new Conversation(
                now.said().hashCode() == mark.words() ? List.of() : now.said(),
                calls.subList(known, calls.size()),
                now.folder());
    }

    /** All of it was told. */
    synchronized void tell(String session, Conversation now) {
        String last = now.calls().isEmpty() ? "" : now.calls().getLast().id();
        marks.put(session, new Mark(last, now.said().hashCode()));
    }
}
