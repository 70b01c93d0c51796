package dev.greenlane.service.settings;

import static dev.greenlane.service.settings.Source.MANAGED;
import static dev.greenlane.service.settings.Source.PROJECT;
import static dev.greenlane.service.settings.Source.USER;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be set. */
public enum Key {
    /** The permission mode where nobody chose one for a session. */
    MODE("mode", "auto", "default|acceptEdits|plan|auto|dontAsk|bypassPermissions", USER, PROJECT, MANAGED),
    /** Whether auto mode may be used at all. */
    AUTO_MODE("auto-mode", "allowed", "allowed|off", MANAGED),
    /** Whether the mode bypassPermissions may be used, and reviews be switched off. */
    BYPASS("bypass", "allowed", "allowed|forbidden", MANAGED),
    /** So many denials in a row trip the breaker. */
    DENIALS_IN_A_ROW("denials-in-a-row", "3", "[1-9][0-9]{0,3}", USER, MANAGED),
    /** So many denials in a session trip the breaker. */
    DENIALS_IN_SESSION("denials-in-session", "20", "[1-9][0-9]{0,3}", USER, MANAGED),
    /** The service ends when nothing was asked for so many minutes. */
    IDLE_MINUTES("idle-minutes", "30", "[1-9][0-9]{0,4}", USER, MANAGED),
    /** The port of the loopback address for agents whose hooks speak HTTP; 0 shuts that door. */
    HTTP_PORT("http-port", "0", "[0-9]{1,5}", USER, MANAGED),
    /** Entries of the ledger are kept so many days. */
    LEDGER_DAYS("ledger-days", "90", "[1-9][0-9]{0,4}", USER, MANAGED),
    /** The model that judges what rules cannot decide; none where it is not set. */
    JUDGE_MODEL("judge-model", "", "\\S+", USER, MANAGED),
    /** The protocol of the judge's endpoint. */
    JUDGE_STYLE("judge-style", "anthropic", "anthropic|openai", USER, MANAGED),
    /** The front of the addresses of the judge's endpoint; empty for the one of who made the protocol. */
    JUDGE_ADDRESS("judge-address", "", "https?://\\S+", USER, MANAGED),
    /** Where the key to the judge's endpoint is. */
    JUDGE_KEY("judge-key", "", "env:[A-Za-z_][A-Za-z0-9_]*|file:.+", USER, MANAGED),
    /** What a million tokens of input and of output cost the judge, in US dollars. */
    JUDGE_PRICE("judge-price", "", "[0-9]+(\\.[0-9]+)?/[0-9]+(\\.[0-9]+)?", USER, MANAGED),
    /** The model that is asked where the first one fails. */
    SECOND_JUDGE_MODEL("second-judge-model", "", "\\S+", USER, MANAGED),
    /** As {@link #JUDGE_STYLE}. */
    SECOND_JUDGE_STYLE("second-judge-style", "anthropic", "anthropic|openai", USER, MANAGED),
    /** As {@link #JUDGE_ADDRESS}. */
    SECOND_JUDGE_ADDRESS("second-judge-address", "", "https?://\\S+", USER, MANAGED),
    /** As {@link #JUDGE_KEY}. */
    SECOND_JUDGE_KEY("second-judge-key", "", "env:[A-Za-z_][A-Za-z0-9_]*|file:.+", USER, MANAGED),
    /** As {@link #JUDGE_PRICE}. */
    SECOND_JUDGE_PRICE("second-judge-price", "", "[0-9]+(\\.[0-9]+)?/[0-9]+(\\.[0-9]+)?", USER, MANAGED),
    /** So many seconds a call may be judged in all. */
    JUDGE_SECONDS("judge-seconds", "10", "[1-9]|1[0-5]", USER, MANAGED),
    /** So many US dollars judging may cost in one session. */
    JUDGE_SESSION_DOLLARS("judge-session-dollars", "0.50", "[0-9]{1,6}(\\.[0-9]{1,6})?", USER, MANAGED),
    /** So many US dollars judging may cost on one day. */
    JUDGE_DAY_DOLLARS("judge-day-dollars", "5.00", "[0-9]{1,6}(\\.[0-9]{1,6})?", USER, MANAGED),
    /** So many seconds a question waits for an answer where its agent cannot ask and somebody watches for questions. */
    ASK_WAIT("ask-wait", "15", "[0-9]|1[0-5]", USER, MANAGED),
    /** As {@link #ASK_WAIT}, in sessions in which nobody sits. */
    ASK_WAIT_HEADLESS("ask-wait-headless", "0", "[0-9]|1[0-5]", USER, MANAGED),
    /** An address that is told of questions that wait. */
    ASK_WEBHOOK(
            "ask-webhook",
            "",
            "https://[^\\s@]+|http://(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]{1,5})?(/\\S*)?",
            USER,
            MANAGED),
    /** For what a yes in an agent's own dialog counts from then on. */
    ASK_REMEMBER("ask-remember", "session", "session|off", USER, MANAGED),
    /** Whose verdicts count where the API behind a gateway brings some, too. */
    GATEWAY_VERDICTS("gateway-verdicts", "stricter", "stricter|ours|upstream", USER, MANAGED),
    /** Whether the API behind a gateway understands what Claude Code wants to have checked. */
    GATEWAY_UPSTREAM("gateway-upstream", "auto", "auto|knows|plain", USER, MANAGED),
    /** Whether a gateway answers what Claude Code asks a model about calls, where the API is not its vendor's. */
    GATEWAY_QUESTIONS("gateway-questions", "answer", "answer|pass", USER, MANAGED),
    /** Whether what a call could lose is kept before it runs. */
    SNAPSHOTS("snapshots", "on", "on|off", USER, MANAGED),
    /** So many megabytes are kept for one call. */
    SNAPSHOT_MEGABYTES("snapshot-megabytes", "1000", "[1-9][0-9]{0,5}", USER, MANAGED),
    /** So many milliseconds keeping may take for one call. */
    SNAPSHOT_MILLIS("snapshot-millis", "500", "[1-9][0-9]{0,4}", USER, MANAGED),
    /** What becomes of a call that may run but could lose what cannot be kept. */
    SNAPSHOT_MISSING("snapshot-missing", "ask", "ask|allow", USER, MANAGED),
    /** Snapshots are kept so many days. */
    SNAPSHOT_DAYS("snapshot-days", "14", "[1-9][0-9]{0,4}", USER, MANAGED),
    /** All snapshots together may take so many megabytes; the oldest go first. */
    SNAPSHOT_STORE_MEGABYTES("snapshot-store-megabytes", "10000", "[1-9][0-9]{0,6}", USER, MANAGED),
    /** A policy file, added to the default policy; a path from the folder of the file that names it. */
    POLICY("policy", "", ".+", USER, PROJECT, MANAGED),
    /** A file of rules in words and in the syntax of agents; a path from the folder of the file that names it. */
    RULES("rules", "", ".+", USER, PROJECT, MANAGED);

    private final String id;
    private final String fallback;
    private final Pattern allowed;
    private final Set<Source> sources;

    Key(String id, String fallback, String allowed, Source... sources) {
        this.id = id;
        this.fallback = fallback;
        this.allowed = Pattern.compile(allowed);
        this.sources = Set.of(sources);
    }

    /** The name in files. */
    public String id() {
        return id;
    }

    /** What holds where nobody sets it. */
    public String fallback() {
        return fallback;
    }

    /** Whether it names files: it may have several values, and those of all sources count. */
    public boolean addsUp() {
        return this == POLICY || this == RULES;
    }

    /** Whether a file of this source may set it. */
    public boolean belongsIn(Source source) {
        return sources.contains(source);
    }

    /** Whether it can be set to this. */
    public boolean allows(String value) {
        return allowed.matcher(value).matches();
    }

    /** What it can be set to, as a pattern. */
    public String allowed() {
        return allowed.pattern();
    }

    /** The key with this name. */
    public static Optional<Key> byId(String id) {
        return Arrays.stream(values()).filter(key -> key.id.equals(id)).findFirst();
    }
}
