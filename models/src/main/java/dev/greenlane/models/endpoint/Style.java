package dev.greenlane.models.endpoint;

import java.util.Locale;

/** The protocol that an endpoint speaks. */
public enum Style {
    /** Anthropic's Messages API. */
    ANTHROPIC("https://api.anthropic.com/v1"),
    /** OpenAI's Chat Completions API, which most local servers speak as well. */
    OPENAI("https://api.openai.com/v1");

    private final String home;

    Style(String home) {
        this.home = home;
    }

    /** The address of who made the protocol. */
    public String home() {
        return home;
    }

    /** The name in settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
