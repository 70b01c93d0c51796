package dev.greenlane.agents.claudecode.wire;

import dev.greenlane.agents.input.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a hook tells Claude Code. */
public sealed interface HookAnswer {

    /** The text for standard output, one line of JSON; empty for an answer that says nothing. */
    String text();

    /** No opinion: the client goes on as if there were no hook. */
    record Silent() implements HookAnswer {
        @Override
        public String text() {
            return "";
        }
    }

    /** A decision on a tool that is about to be used. */
    record Decision(Permission permission, String reason) implements HookAnswer {
        @Override
        public String text() {
            Map<String, Object> decision = new LinkedHashMap<>();
            decision.put("hookEventName", "PreToolUse");
            decision.put("permissionDecision", permission.word);
            if (!reason.isEmpty()) {
                decision.put("permissionDecisionReason", shortened(reason));
            }
            return Json.line(Map.of("hookSpecificOutput", decision));
        }

        /** The client cuts what a hook says at 10,000 characters, which would cut the JSON. */
        private static String shortened(String reason) {
            return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
        }
    }

    /** Longest reason that is handed on, in characters; escapes can make six of each. */
    int LONGEST_REASON = 1_500;

    /** What the client does with the call. */
    enum Permission {
        ALLOW("allow"),
        ASK("ask"),
        DENY("deny");

        private final String word;

        Permission(String word) {
            this.word = word;
        }
    }
}
