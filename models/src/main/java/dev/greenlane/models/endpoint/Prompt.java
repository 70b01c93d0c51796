package dev.greenlane.models.endpoint;

/**
 * What a model is asked.
 *
 * @param system who it is and what holds; the same for many prompts, and cached by endpoints that can
 * @param content what this one is about
 * @param form of the answer; an endpoint that cannot be told it has to take it from the text
 * @param longest the answer is cut off after so many tokens
 */
public record Prompt(String system, String content, Form form, int longest) {}
