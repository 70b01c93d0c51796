package dev.greenlane.engine.review;

import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.value.Globs;
import dev.greenlane.engine.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule in the syntax that agents use: {@code Bash(npm test)}, {@code Bash(git push:*)}, {@code Edit(src/**)},
 * {@code WebFetch(domain:example.com)}, {@code mcp__server__tool}, or a tool's name alone. Matched on the call as it was
 * understood: {@code npm test; rm -rf ~} is not {@code npm test}.
 *
 * @param text as the user wrote it
 * @param tool the tool's name
 * @param specifier what stands in the parentheses; empty for the whole tool
 */
public record UserRule(String text, String tool, Optional<String> specifier) {

    private static final Set<String> SHELLS = Set.of("Bash", "Shell", "shell", "run_shell_command");
    private static final Set<String> EDITS = Set.of("Edit", "Write", "MultiEdit", "NotebookEdit");
    private static final Set<String> READS = Set.of("Read", "Glob", "Grep", "LS");

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException with a message for the user if it cannot be read
     */
    public static UserRule parse(String text) {
        String rule = text.strip();
        int open = rule.indexOf('(');
        if (open == 0 || rule.isEmpty() || open > 0 && !rule.endsWith(")")) {
            throw new IllegalArgumentException("not a rule: \"" + text + "\"; write a tool's name, or Tool(what)");
        }
        if (open < 0) {
            return new UserRule(rule, rule, Optional.empty());
        }
        String inside = rule.substring(open + 1, rule.length() - 1).strip();
        boolean everything = inside.isEmpty() || inside.equals("*") || inside.equals(":*");
        return new UserRule(rule, rule.substring(0, open), everything ? Optional.empty() : Optional.of(inside));
    }

    /** Whether the rule speaks of a whole shell tool; such a rule does not count as an allowance in auto mode. */
    boolean isWholeShell() {
        return SHELLS.contains(tool) && specifier.isEmpty();
    }

    /** Whether any part of the call is what the rule speaks of: enough to deny or to ask. */
    boolean touches(ToolCall call, Understanding understanding) {
        if (call instanceof ToolCall.Shell) {
            return SHELLS.contains(tool)
                    && (specifier.isEmpty()
                            || understanding.invocations().stream().anyMatch(this::matches));
        }
        return covers(call, understanding);
    }

    /** Whether the rule speaks of a call that is not shell as a whole. */
    boolean covers(ToolCall call, Understanding understanding) {
        return switch (call) {
            case ToolCall.Shell shell -> false;
            case ToolCall.ReadFile read -> READS.contains(tool) && path(understanding);
            case ToolCall.Search search -> READS.contains(tool) && path(understanding);
            case ToolCall.WriteFile write -> EDITS.contains(tool) && path(understanding);
            case ToolCall.Patch patch -> EDITS.contains(tool) && path(understanding);
            case ToolCall.Fetch fetch -> tool.equals("WebFetch") && host(understanding);
            case ToolCall.WebSearch search -> tool.equals("WebSearch");
            case ToolCall.Mcp mcp -> mcp(mcp);
            case ToolCall.Spawn spawn -> tool.equals(call.tool()) || tool.equals("Agent") || tool.equals("Task");
            case ToolCall.Internal internal -> tool.equals(call.tool());
            case ToolCall.Unknown unknown -> tool.equals(call.tool()) && specifier.isEmpty();
            case ToolCall.Malformed malformed -> false;
        };
    }

    private boolean mcp(ToolCall.Mcp call) {
        return tool.equals(call.tool())
                || tool.equals("mcp__" + call.server())
                || tool.equals("mcp__" + call.server() + "__*");
    }

    private boolean path(Understanding understanding) {
        return specifier.isEmpty()
                || understanding.effects().stream()
                        .filter(Effect.OnPath.class::isInstance)
                        .map(Effect::target)
                        .allMatch(this::pathMatches);
    }

    private boolean pathMatches(String path) {
        String pattern = specifier.orElse("").replaceFirst("^\\./", "").replaceFirst("^//", "/");
        String wide = pattern.replace("**", "*");
        return Globs.matches(wide, path)
                || !pattern.startsWith("/") && !pattern.startsWith("~") && Globs.matches("*/" + wide, path);
    }

    private boolean host(Understanding understanding) {
        if (specifier.isEmpty()) {
            return true;
        }
        String domain = specifier.get().startsWith("domain:") ? specifier.get().substring(7) : specifier.get();
        return understanding.effects().stream()
                .filter(effect -> effect.kind() == EffectKind.NETWORK_FETCH)
                .map(Effect.OnHost.class::cast)
                .allMatch(effect -> Globs.matches(domain, effect.endpoint().host()));
    }

    /** Whether one command of a command line is what the rule speaks of. */
    boolean matches(Invocation invocation) {
        if (!SHELLS.contains(tool)) {
            return false;
        }
        if (specifier.isEmpty()) {
            return true;
        }
        String pattern = specifier.get();
        boolean prefix = pattern.endsWith(":*");
        List<String> wanted = List.of((prefix ? pattern.substring(0, pattern.length() - 2) : pattern)
                .strip()
                .split("\\s+"));
        List<Value> words = invocation.words();
        if (words.size() < wanted.size() && !wanted.get(wanted.size() - 1).equals("*")) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).equals("*") && i == wanted.size() - 1) {
                return true;
            }
            Optional<String> word = i < words.size() ? words.get(i).known() : Optional.empty();
            if (word.isEmpty() || !Globs.matches(wanted.get(i), word.get())) {
                return false;
            }
        }
        return prefix || words.size() == wanted.size();
    }
}
