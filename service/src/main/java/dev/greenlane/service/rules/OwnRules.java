package dev.greenlane.service.rules;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Place;
import dev.greenlane.engine.data.Problem;
import dev.greenlane.engine.data.Problems;
import dev.greenlane.engine.data.Yaml;
import dev.greenlane.engine.review.UserRule;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.models.judge.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a file of rules says; {@code docs/judge.md} shows how it is written. Immutable.
 *
 * @param permissions what is matched on calls
 * @param written what only a judge reads
 */
public record OwnRules(UserRules permissions, Written written) {
    /** No rules. */
    public static final OwnRules NONE = new OwnRules(UserRules.NONE, Written.NONE);

    private static final Set<String> LISTS = Set.of("allow", "ask", "deny");
    private static final Set<String> WRITTEN = Set.of("environment", "allow", "soft-deny", "hard-deny");

    /** A file of rules cannot be used; the message says what is wrong and where, one problem a line. */
    public static final class InvalidRules extends Exception {
        private static final long serialVersionUID = 1L;

        private InvalidRules(List<Problem> problems) {
            super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null, false, false);
        }
    }

    /**
     * Reads a file.
     *
     * @param name the file's name, for messages
     */
    public static OwnRules read(String name, String yaml) throws InvalidRules {
        Problems problems = new Problems();
        Map<String, List<String>> permissions = new HashMap<>();
        Map<String, List<String>> written = new HashMap<>();
        Yaml.read(name, yaml, problems).ifPresent(root -> {
            if (!(root instanceof Data.Entries entries)) {
                problems.add(root.place(), "a file of rules has the entries allow, ask, deny and written");
                return;
            }
            for (Data.Entry entry : entries.entries()) {
                if (entry.name().equals("written") && entry.value() instanceof Data.Entries inner) {
                    inner.entries().forEach(each -> put(each, WRITTEN, written, problems));
                } else {
                    put(entry, LISTS, permissions, problems);
                }
            }
        });
        UserRules rules = new UserRules(
                parsed(name, permissions.getOrDefault("deny", List.of()), problems),
                parsed(name, permissions.getOrDefault("ask", List.of()), problems),
                parsed(name, permissions.getOrDefault("allow", List.of()), problems));
        if (!problems.isEmpty()) {
            throw new InvalidRules(problems.list());
        }
        return new OwnRules(
                rules,
                new Written(
                        written.getOrDefault("environment", List.of()),
                        written.getOrDefault("allow", List.of()),
                        written.getOrDefault("soft-deny", List.of()),
                        written.getOrDefault("hard-deny", List.of())));
    }

    /** These and what {@code other} adds. */
    public OwnRules with(OwnRules other) {
        if (other.equals(NONE)) {
            return this;
        }
        return new OwnRules(
                new UserRules(
                        both(permissions.deny(), other.permissions.deny()),
                        both(permissions.ask(), other.permissions.ask()),
                        both(permissions.allow(), other.permissions.allow())),
                written.with(other.written));
    }

    /**
     * What of it can only tighten: what is denied and asked. A file that anybody may have written can be taken in this way; its
     * sentences would speak to the judge.
     */
    public OwnRules onlyTightening() {
        return new OwnRules(new UserRules(permissions.deny(), permissions.ask(), List.of()), Written.NONE);
    }

    private static void put(Data.Entry entry, Set<String> known, Map<String, List<String>> to, Problems problems) {
        if (!known.contains(entry.name())) {
            problems.add(entry.place(), "there is no entry '" + entry.name() + "' here");
            return;
        }
        List<String> texts = new ArrayList<>();
        switch (entry.value()) {
            case Data.Items items ->
                items.items().forEach(item -> {
                    if (item instanceof Data.Text text) {
                        texts.add(text.text());
                    } else {
                        problems.add(item.place(), "'" + entry.name() + "' is a list of texts");
                    }
                });
            case Data.Nothing nothing -> {}
            default -> problems.add(entry.place(), "'" + entry.name() + "' is a list of texts");
        }
        to.put(entry.name(), texts);
    }

    private static List<UserRule> parsed(String name, List<String> texts, Problems problems) {
        List<UserRule> rules = new ArrayList<>();
        for (String text : texts) {
            try {
                rules.add(UserRule.parse(text));
            } catch (IllegalArgumentException e) {
                problems.add(new Place(name, 0), String.valueOf(e.getMessage()));
            }
        }
        return rules;
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }
}
