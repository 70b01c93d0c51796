package dev.greenlane.api;

/** The service's addresses. A change that an old client would not survive gets another version. */
public final class Routes {
    /** {@code POST /v1/hook/AGENT/EVENT}: one event of an agent's hook; the answer is what the hook prints. */
    public static final String HOOK = "/v1/hook";

    /** {@code GET}: what runs, since when, how much it has done. */
    public static final String STATUS = "/v1/status";

    /** {@code GET ?session=}: the permission mode and where it comes from. {@code POST ?session=&mode=}: sets it. */
    public static final String MODE = "/v1/mode";

    /** {@code POST}: ends the service when what it does is done. */
    public static final String STOP = "/v1/stop";

    private Routes() {}
}
