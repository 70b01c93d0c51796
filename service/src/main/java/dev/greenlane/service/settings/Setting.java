package dev.greenlane.service.settings;

/**
 * A setting that holds.
 *
 * @param origin file and line that set it; empty where it comes with Greenlane
 */
public record Setting(Key key, String value, Source source, String origin) {}
