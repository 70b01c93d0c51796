package dev.greenlane.cli.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence about the environment trusts by name.
 *
 * @param key the list of a policy's environment that the names belong in
 * @param whole whether nothing else of substance is said
 */
record Trusted(String key, List<String> names, boolean whole) {
    private static final Pattern LABELLED = Pattern.compile("^([^:]{3,60}):\\s+(.+)$", Pattern.DOTALL);
    private static final Pattern DENIAL = Pattern.compile(
            "\\b(not|never|no|none|don't|doesn't|except|but|untrusted|external|outside|unless|only)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile(
            "(?<![\\w./@*-])(?:https?://)?((?:\\*\\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,})(?::\\d+)?(?![\\w/@-])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REPOSITORY = Pattern.compile(
            "(?<![\\w./@-])(?:https?://)?((?:[a-z0-9-]+\\.)+[a-z]{2,}(?:/[\\w.-]+){1,3})/?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BUCKET = Pattern.compile("(?<!\\w)((?:s3|gs|az|r2)://[\\w./-]*[\\w/])");
    private static final int WORDS_OF_SUBSTANCE = 3;

    Trusted {
        names = List.copyOf(names);
    }

    /** What a sentence trusts; empty where it does not say so in a way that code can be sure of. */
    static Optional<Trusted> in(String sentence) {
        Matcher parts = LABELLED.matcher(sentence.strip());
        if (!parts.matches() || DENIAL.matcher(sentence).find()) {
            return Optional.empty();
        }
        String label = parts.group(1).toLowerCase(Locale.ROOT);
        if (label.contains("bucket")) {
            return named("buckets", BUCKET, parts.group(2));
        }
        if (label.contains("source control") || label.contains("trusted repo")) {
            return named("repositories", REPOSITORY, parts.group(2));
        }
        if (label.contains("registry") || label.contains("registries")) {
            return named("registries", HOST, parts.group(2));
        }
        if (label.contains("trusted") && label.contains("domain") || label.contains("internal services")) {
            return named("hosts", HOST, parts.group(2));
        }
        return Optional.empty();
    }

    private static Optional<Trusted> named(String key, Pattern name, String text) {
        List<String> names = new ArrayList<>();
        StringBuilder rest = new StringBuilder();
        Matcher found = name.matcher(text);
        while (found.find()) {
            names.add(key.equals("buckets") ? found.group(1) : found.group(1).toLowerCase(Locale.ROOT));
            found.appendReplacement(rest, " ");
        }
        found.appendTail(rest);
        long words =
                Pattern.compile("[\\p{L}\\p{N}]{2,}").matcher(rest).results().count();
        return names.isEmpty() ? Optional.empty() : Optional.of(new Trusted(key, names, words <= WORDS_OF_SUBSTANCE));
    }
}
