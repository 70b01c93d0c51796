package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.secrets.SecretScanner;
import java.util.Locale;
import java.util.Set;

/** Calls that get something from the web. */
final class WebCalls {

    private final SecretScanner secrets;

    WebCalls(SecretScanner secrets) {
        this.secrets = secrets;
    }

    Understanding fetch(ToolCall.Fetch call, Sight sight) {
        CallLog log = new CallLog(call);
        fetch(call.url(), log, sight);
        return log.understanding();
    }

    /** Gets a page, or a file where the address is one of this machine. */
    void fetch(String url, CallLog log, Sight sight) {
        if (url.toLowerCase(Locale.ROOT).startsWith("file:")) {
            String path = url.substring("file:".length()).replaceFirst("^//(?:localhost)?(?=/)", "");
            log.path(EffectKind.FILE_READ, path, sight.paths(), log.whole(), Set.of());
            return;
        }
        log.host(EffectKind.NETWORK_FETCH, url, secrets.find(url).isEmpty() ? Set.of() : Set.of(DataLabel.CREDENTIAL));
    }

    static Understanding search(ToolCall.WebSearch call) {
        return new CallLog(call).understanding();
    }
}
