package dev.greenlane.cli.imports;

import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.imports.Fate.Kind;
import dev.greenlane.engine.review.UserRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** What Claude Code's settings become: what code can be sure of, rules; the rest, sentences for the judge. Not thread-safe. */
public final class Imported {
    private static final String HEAD = "# Made by: greenlane import claude-settings. The next import writes it anew.\n";

    private final List<Fate> fates = new ArrayList<>();
    private final Map<String, SequencedSet<String>> permissions = new LinkedHashMap<>();
    private final Map<String, SequencedSet<String>> written = new LinkedHashMap<>();
    private final Map<String, SequencedSet<String>> environment = new LinkedHashMap<>();

    /** Translates the settings. */
    public Imported(ClaudeSettings settings) {
        settings.allow().forEach(rule -> permission("allow", rule));
        settings.ask().forEach(rule -> permission("ask", rule));
        settings.deny().forEach(rule -> permission("deny", rule));
        settings.environment().forEach(this::environment);
        settings.autoAllow()
                .forEach(line -> sentence("allow", "allow", line, "allow", NamedCommands.allowed(line), "Bash(%s)"));
        settings.softDeny()
                .forEach(line ->
                        sentence("soft_deny", "soft-deny", line, "ask", NamedCommands.forbidden(line), "Bash(%s:*)"));
        settings.hardDeny()
                .forEach(line ->
                        sentence("hard_deny", "hard-deny", line, "deny", NamedCommands.forbidden(line), "Bash(%s:*)"));
    }

    /** What became of each line, in the order of the settings. */
    public List<Fate> fates() {
        return List.copyOf(fates);
    }

    /** The text of the file of rules. */
    public String rules() {
        StringBuilder yaml = new StringBuilder(HEAD);
        lists(yaml, permissions, "");
        if (!written.isEmpty()) {
            yaml.append("# Only a judge reads these.\nwritten:\n");
            lists(yaml, written, "  ");
        }
        return permissions.isEmpty() && written.isEmpty()
                ? yaml.append("allow: []\n").toString()
                : yaml.toString();
    }

    /** The text of the policy file. */
    public String policy() {
        StringBuilder yaml = new StringBuilder(HEAD);
        if (environment.isEmpty()) {
            return yaml.append("rules: []\n").toString();
        }
        yaml.append("environment:\n");
        lists(yaml, environment, "  ");
        return yaml.toString();
    }

    /** Whether anything stands in the policy file. */
    public boolean hasPolicy() {
        return !environment.isEmpty();
    }

    private void permission(String list, String rule) {
        String from = "permissions." + list;
        if (list.equals("allow") && NamedCommands.runsAnything(rule)) {
            fates.add(new Fate(
                    Kind.LEFT_OUT, from, rule, "it lets any code run; Claude Code does not count it in auto mode"));
            return;
        }
        try {
            UserRule.parse(rule);
            put(permissions, list, rule);
            fates.add(new Fate(Kind.RULE, from, rule, list));
        } catch (IllegalArgumentException e) {
            fates.add(new Fate(Kind.LEFT_OUT, from, rule, String.valueOf(e.getMessage())));
        }
    }

    private void environment(String line) {
        String from = "autoMode.environment";
        Trusted trusted = Trusted.in(line).orElse(null);
        if (trusted == null) {
            put(written, "environment", line);
            fates.add(new Fate(Kind.JUDGE, from, line, ""));
            return;
        }
        trusted.names().forEach(name -> put(environment, trusted.key(), name));
        fates.add(new Fate(
                Kind.RULE, from, line, "trusted " + trusted.key() + ": " + String.join(", ", trusted.names())));
        if (!trusted.whole()) {
            put(written, "environment", line);
            fates.add(new Fate(Kind.JUDGE, from, line, "also"));
        }
    }

    private void sentence(String list, String key, String line, String decision, List<String> commands, String rule) {
        String from = "autoMode." + list;
        if (commands.isEmpty()) {
            put(written, key, line);
            fates.add(new Fate(Kind.JUDGE, from, line, ""));
            return;
        }
        List<String> rules = commands.stream().map(rule::formatted).toList();
        rules.forEach(each -> put(permissions, decision, each));
        fates.add(new Fate(Kind.RULE, from, line, decision + " " + String.join(", ", rules)));
    }

    private static void put(Map<String, SequencedSet<String>> lists, String key, String text) {
        lists.computeIfAbsent(key, each -> new LinkedHashSet<>()).add(text);
    }

    /** JSON texts are YAML texts. */
    private static void lists(StringBuilder yaml, Map<String, SequencedSet<String>> lists, String indent) {
        lists.forEach((key, texts) -> {
            yaml.append(indent).append(key).append(":\n");
            texts.forEach(text ->
                    yaml.append(indent).append("  - ").append(Json.line(text)).append('\n'));
        });
    }
}
