package dev.greenlane.models.endpoint;

/** A language model that can be asked. Thread-safe; a thread that waits for an answer can be interrupted. */
public interface Model {
    /** Asks, and waits as long as it takes. */
    Reply ask(Prompt prompt) throws ModelFailure;

    /** The model at an endpoint; nothing is sent yet. */
    static Model at(Endpoint endpoint) {
        return new EndpointModel(endpoint);
    }
}
