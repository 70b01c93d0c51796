package dev.greenlane.models.endpoint;

/** What a model answered, and what went through it. */
public record Reply(String text, Tokens tokens) {}
