package dev.greenlane.engine.understand.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Variables of a makefile, and what text with them is for a shell. What make does not set stays a variable of the shell, of
 * which the call may know more; what a command would give stands there as {@code $(command)}. Not thread-safe.
 */
final class MakeVariables {

    private static final int DEEPEST = 20;
    private static final int LONGEST = 1 << 14;
    private static final int MOST_STEPS = 8_000;

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> given = new HashSet<>();
    private int steps;

    MakeVariables(String folder) {
        values.putAll(Map.of(
                "MAKE", "make", "RM", "rm -f", "CC", "cc", "CXX", "c++", "AR", "ar", "CURDIR", folder, "SHELL",
                "/bin/sh"));
    }

    /**
     * What stands for the names in a rule.
     *
     * @param stem what the pattern of the rule left open
     */
    record Automatic(String target, List<String> needed, String stem) {}

    /** A variable of the command line, which nothing in the file changes. */
    void given(String name, String value) {
        values.put(name, value);
        given.add(name);
    }

    void set(String name, String operator, String value) {
        if (given.contains(name)) {
            return;
        }
        switch (operator) {
            case "?=" -> values.putIfAbsent(name, value);
            case "+=" -> values.merge(name, value, (before, more) -> bounded(before + " " + more));
            case "!=" -> values.put(name, "$(shell " + value + ")");
            case ":=", "::=", ":::=" ->
                values.put(name, expand(value, Optional.empty()).replace("$", "$$"));
            default -> values.put(name, value);
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A variable's value in full. */
    String value(String name) {
        return expand(values.getOrDefault(name, ""), Optional.empty());
    }

    /** Expanded text, split at blanks. */
    List<String> words(String text) {
        String expanded = expand(text, Optional.empty()).strip();
        return expanded.isEmpty() ? List.of() : List.of(expanded.split("\\s+"));
    }

    /** {@code text} for a shell. */
    String expand(String text, Optional<Automatic> automatic) {
        return expand(text, automatic, 0);
    }

    private String expand(String text, Optional<Automatic> automatic, int depth) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length() && out.length() < LONGEST) {
            char c = text.charAt(at);
            if (c != '$' || at + 1 >= text.length()) {
                out.append(c);
                at++;
                continue;
            }
            char next = text.charAt(at + 1);
            if (next == '$') {
                out.append('$');
                at += 2;
            } else if (next == '(' || next == '{') {
                int end = closing(text, at + 1);
                out.append(reference(text.substring(at + 2, end), automatic, depth));
                at = end + 1;
            } else {
                out.append(reference(String.valueOf(next), automatic, depth));
                at += 2;
            }
        }
        return out.toString();
    }

    /** Where the bracket at {@code open} is closed; the end of the text where it is not. */
    private static int closing(String text, int open) {
        char opening = text.charAt(open);
        char closing = opening == '(' ? ')' : '}';
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == opening ? 1 : c == closing ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private String reference(String inner, Optional<Automatic> automatic, int depth) {
        if (depth > DEEPEST || ++steps > MOST_STEPS) {
            return unknown("too_deep");
        }
        String automaticName = automatic.map(names -> automatic(inner, names)).orElse("");
        if (!automaticName.isEmpty()) {
            return automaticName;
        }
        int blank = inner.indexOf(' ');
        if (blank > 0) {
            return function(inner.substring(0, blank), inner.substring(blank + 1), automatic, depth + 1);
        }
        int colon = inner.indexOf(':');
        int equals = inner.indexOf('=');
        if (colon > 0 && equals > colon) {
            return replaced(
                    reference(inner.substring(0, colon), automatic, depth + 1),
                    inner.substring(colon + 1, equals),
                    inner.substring(equals + 1));
        }
        String name = expand(inner, automatic, depth + 1);
        String value = values.get(name);
        if (value != null) {
            return expand(value, automatic, depth + 1);
        }
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "${" + name + "}" : name.isEmpty() ? "" : unknown(name);
    }

    private static String automatic(String name, Automatic names) {
        String needed = String.join(" ", names.needed());
        String first = names.needed().isEmpty() ? "" : names.needed().get(0);
        return switch (name) {
            case "@" -> names.target();
            case "<" -> first;
            case "^", "+", "?" -> needed;
            case "*" -> names.stem();
            case "@D" -> folder(names.target());
            case "@F" -> file(names.target());
            case "<D" -> folder(first);
            case "<F" -> file(first);
            default -> "";
        };
    }

    private String function(String name, String rest, Optional<Automatic> automatic, int depth) {
        return switch (name) {
            case "shell" -> "$(" + expand(rest, automatic, depth) + ")";
            case "info", "warning", "error" -> "";
            case "wildcard", "strip", "abspath", "realpath", "sort" ->
                expand(rest, automatic, depth).strip();
            case "notdir" -> mapped(rest, automatic, depth, MakeVariables::file);
            case "dir" -> mapped(rest, automatic, depth, word -> folder(word) + "/");
            case "basename" -> mapped(rest, automatic, depth, word -> word.replaceFirst("\\.[^./]*$", ""));
            case "addprefix" -> {
                String[] two = rest.split(",", 2);
                String prefix = expand(two[0], automatic, depth);
                yield two.length < 2 ? "" : mapped(two[1], automatic, depth, word -> prefix + word);
            }
            case "addsuffix" -> {
                String[] two = rest.split(",", 2);
                String suffix = expand(two[0], automatic, depth);
                yield two.length < 2 ? "" : mapped(two[1], automatic, depth, word -> word + suffix);
            }
            case "patsubst", "subst" -> {
                String[] three = rest.split(",", 3);
                yield three.length < 3
                        ? ""
                        : replaced(expand(three[2], automatic, depth), three[0].strip(), three[1].strip());
            }
            case "if" -> expand(rest.substring(rest.indexOf(',') + 1).replace(',', ' '), automatic, depth);
            case "or" -> expand(rest.replace(',', ' '), automatic, depth);
            case "call" -> call(rest, automatic, depth);
            default -> unknown(name);
        };
    }

    private String call(String rest, Optional<Automatic> automatic, int depth) {
        String[] parts = rest.split(",");
        String body = values.getOrDefault(parts[0].strip(), "");
        for (int i = 1; i < parts.length && i < 10; i++) {
            body = body.replace("$(" + i + ")", parts[i])
                    .replace("${" + i + "}", parts[i])
                    .replace("$" + i, parts[i]);
        }
        return expand(bounded(body), automatic, depth);
    }

    private String mapped(
            String text, Optional<Automatic> automatic, int depth, java.util.function.UnaryOperator<String> change) {
        List<String> words = new ArrayList<>();
        for (String word : expand(text, automatic, depth).strip().split("\\s+")) {
            words.add(change.apply(word));
        }
        return bounded(String.join(" ", words));
    }

    /** {@code $(X:.c=.o)} and its kin, word by word. */
    private static String replaced(String text, String from, String to) {
        List<String> words = new ArrayList<>();
        int percent = from.indexOf('%');
        String before = percent < 0 ? "" : from.substring(0, percent);
        String behind = percent < 0 ? from : from.substring(percent + 1);
        for (String word : text.strip().split("\\s+")) {
            boolean fits = word.length() >= before.length() + behind.length()
                    && word.startsWith(before)
                    && word.endsWith(behind);
            String stem = fits ? word.substring(before.length(), word.length() - behind.length()) : "";
            words.add(!fits ? word : percent < 0 ? stem + to : to.replace("%", stem));
        }
        return bounded(String.join(" ", words));
    }

    private static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String unknown(String name) {
        return "${make_" + name.replaceAll("[^A-Za-z0-9_]", "_") + "}";
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
