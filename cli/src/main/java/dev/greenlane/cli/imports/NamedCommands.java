package dev.greenlane.cli.imports;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands in sentences that say of them one thing and nothing else: {@code Never run `terraform apply`.} Stateless. */
final class NamedCommands {
    private static final String COMMANDS = "`[^`]+`(?:(?:,| or| and|, or|, and) `[^`]+`)*";
    private static final Pattern DENIED = Pattern.compile(
            "(?:never|do not|don't|no)(?: ever)?(?: running| run| runs| use| using| execute| call| invoke)? " + COMMANDS
                    + "[.!]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALLOWED = Pattern.compile(
            "(?:(?:always )?allow(?:ed to)?(?: running| run)?|running|you may run|it is fine to run) " + COMMANDS
                    + "(?: is (?:fine|ok|okay|allowed))?[.!]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMAND = Pattern.compile("`([^`]+)`");
    private static final Pattern PLAIN = Pattern.compile("[a-z][\\w.-]*(?: [\\w./:=@-]+)*");

    private NamedCommands() {}

    /** The commands that a sentence forbids; none where it says anything else. */
    static List<String> forbidden(String sentence) {
        return commands(DENIED, sentence);
    }

    /** The commands that a sentence allows; none where it says anything else. */
    static List<String> allowed(String sentence) {
        return commands(ALLOWED, sentence);
    }

    private static List<String> commands(Pattern whole, String sentence) {
        if (!whole.matcher(sentence.strip()).matches()) {
            return List.of();
        }
        List<String> commands = COMMAND.matcher(sentence)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
        return commands.stream().allMatch(command -> PLAIN.matcher(command).matches()) ? commands : List.of();
    }

    /** Whether a rule lets any code run, because what follows is not fixed. */
    static boolean runsAnything(String rule) {
        Matcher parts = WIDE.matcher(rule);
        return parts.matches();
    }

    private static final Pattern WIDE = Pattern.compile(
            "(?:Bash|PowerShell)\\((?:python[\\d.]*|node|deno|bun|ruby|perl|php|lua|bash|sh|zsh|fish|dash|ksh|pwsh|env|sudo|doas|su|xargs|nohup|timeout|eval|exec|ssh|npx|pnpx|uvx|bunx|(?:npm|pnpm|yarn|bun|uv|poetry|cargo|go)"
                + " (?:run|exec|x))(?::\\*| ?\\*)\\)");
}
