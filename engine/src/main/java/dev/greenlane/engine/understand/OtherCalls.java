package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall;

/** Calls of tools that others brought: of MCP servers, and tools that nobody described. */
final class OtherCalls {

    private OtherCalls() {}

    static Understanding mcp(ToolCall.Mcp call) {
        return undescribed(call);
    }

    static Understanding unknown(ToolCall.Unknown call) {
        return undescribed(call);
    }

    static Understanding malformed(ToolCall.Malformed call) {
        CallLog log = new CallLog(call);
        log.notUnderstood("has an input that cannot be read: " + call.reason());
        return log.understanding();
    }

    private static Understanding undescribed(ToolCall call) {
        CallLog log = new CallLog(call);
        log.notUnderstood("is a tool whose effects nobody described");
        return log.understanding();
    }
}
