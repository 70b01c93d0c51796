package dev.greenlane.api;

/** The service's addresses. A change that an old client would not survive gets another version. */
public final class Routes {
    /** {@code POST /v1/hook/AGENT/EVENT}: one event of an agent's hook; the answer is what the hook prints. */
    public static final String HOOK = "/v1/hook";

    /**
     * {@code POST /v1/review/AGENT?run=}: tells what is new in a session and asks about uses of tools, in JSON; the answer has
     * a verdict for each use.
     */
    public static final String REVIEW = "/v1/review";

    /** {@code GET}: what runs, since when, how much it has done. */
    public static final String STATUS = "/v1/status";

    /** {@code GET ?session=}: the permission mode and where it comes from. {@code POST ?session=&mode=}: sets it. */
    public static final String MODE = "/v1/mode";

    /** {@code GET ?session=}: what a session has made, changed, read and fetched; without an id the last one. */
    public static final String SESSION = "/v1/session";

    /**
     * {@code POST ?entry=&scope=&rule=&until=}: approves a call that was stopped. {@code DELETE ?id=}: takes a grant back. The
     * answer is the grant.
     */
    public static final String GRANTS = "/v1/grants";

    /**
     * {@code GET ?wait=}: the questions that wait for a person, after so many seconds at most. {@code POST ?ask=&answer=}:
     * answers one with {@code once}, {@code session}, {@code project} or {@code no}.
     */
    public static final String ASKS = "/v1/asks";

    /**
     * {@code POST}: {@code greenlane undo}, carried here because the service is warm; over the socket alone. The body is what the
     * person's terminal tells and the arguments, the answer what is to be printed. 409 where it is for another build.
     */
    public static final String UNDO = "/v1/undo";

    /** {@code POST}: ends the service when what it does is done. */
    public static final String STOP = "/v1/stop";

    private Routes() {}
}
