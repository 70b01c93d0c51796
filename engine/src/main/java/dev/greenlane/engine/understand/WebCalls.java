package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.EffectKind;

/** Calls that get something from the web. */
final class WebCalls {

    private WebCalls() {}

    static Understanding fetch(ToolCall.Fetch call) {
        CallLog log = new CallLog(call);
        log.host(EffectKind.NETWORK_FETCH, call.url());
        return log.understanding();
    }

    static Understanding search(ToolCall.WebSearch call) {
        return new CallLog(call).understanding();
    }
}
