package dev.greenlane.engine.listing;

/**
 * What a call has shown, as text.
 *
 * @param call the command line, or the tool's name and arguments as text
 * @param result what it has shown, its beginning
 */
public record Report(String call, String result) {}
