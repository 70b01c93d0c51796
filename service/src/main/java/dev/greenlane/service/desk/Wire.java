package dev.greenlane.service.desk;

/** How a use of a tool comes here. */
enum Wire {
    /** A hook of the agent asks, just before the tool is used. */
    HOOK,
    /** The gateway asks, while the model is still answering. The client cannot ask a person in between. */
    GATEWAY
}
