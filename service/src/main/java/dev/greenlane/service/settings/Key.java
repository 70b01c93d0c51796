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
    /** A policy file, added to the default policy; a path from the folder of the file that names it. */
    POLICY("policy", "", ".+", USER, PROJECT, MANAGED);

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
