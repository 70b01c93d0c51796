package dev.greenlane.models.endpoint;

import java.util.Optional;

/**
 * Where a model is.
 *
 * @param address the front of its addresses: {@code https://api.anthropic.com/v1}
 * @param model its name there
 * @param key what is shown to be let in; empty where nothing is
 */
public record Endpoint(Style style, String address, String model, Optional<String> key, Price price) {
    /** Without the key. */
    @Override
    public String toString() {
        return model + " at " + address;
    }
}
