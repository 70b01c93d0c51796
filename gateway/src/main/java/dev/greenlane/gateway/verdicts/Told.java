package dev.greenlane.gateway.verdicts;

import dev.greenlane.engine.bounded.Bounded;
import dev.greenlane.gateway.messages.Conversation;
import dev.greenlane.gateway.messages.Conversation.Call;
import java.util.List;
import java.util.Map;

/** What the service was told of sessions, so that it is told only what is new. Thread-safe. */
final class Told {
    private static final int KEPT = 1024;

    private final Map<String, String> lastCalls = Bounded.byUse(KEPT);
    private final Map<String, List<String>> words = Bounded.byUse(KEPT);

    /** The calls that are new. */
    synchronized List<Call> news(Identity identity, Conversation now) {
        String last = lastCalls.getOrDefault(identity.name(), "");
        List<Call> calls = now.calls();
        int known = 0;
        for (int i = 0; i < calls.size(); i++) {
            known = calls.get(i).id().equals(last) ? i + 1 : known;
        }
        return calls.subList(known, calls.size());
    }

    /** The calls were told. */
    synchronized void tell(Identity identity, Conversation now) {
        if (!now.calls().isEmpty()) {
            lastCalls.put(identity.name(), now.calls().getLast().id());
        }
    }

    /**
     * What the person has said in the session. It is told with every request, for a service that was started anew knows none of
     * it; a subagent's requests do not have it.
     */
    synchronized List<String> words(Identity identity, Conversation now) {
        String session = identity.session().orElse("");
        if (identity.subagent().isEmpty()) {
            words.put(session, now.said());
        }
        return words.getOrDefault(session, List.of());
    }
}
