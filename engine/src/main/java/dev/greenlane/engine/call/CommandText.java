package dev.greenlane.engine.call;

import dev.greenlane.engine.call.ToolCall.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes commands that agents give as words, or with a folder beside them, as one command line. */
final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+:,./-]+");
    private static final Pattern RUN_TEXT = Pattern.compile("-[a-z]*c");
    private static final Set<String> POSIX_SHELLS = Set.of("sh", "bash", "zsh", "dash", "ksh");
    private static final Set<String> POWERSHELLS = Set.of("powershell", "pwsh");

    private CommandText() {}

    /** Words as one command line; {@code bash -lc TEXT} and its like become the text itself. */
    static ToolCall.Shell ofWords(String tool, List<String> words) {
        String program = words.get(0)
                .substring(
                        1 + Math.max(words.get(0).lastIndexOf('/'), words.get(0).lastIndexOf('\\')));
        String shell = program.toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
        if (words.size() == 3
                && POSIX_SHELLS.contains(shell)
                && RUN_TEXT.matcher(words.get(1)).matches()) {
            return new ToolCall.Shell(tool, words.get(2), Dialect.POSIX);
        }
        for (int i = 1; i < words.size() - 1; i++) {
            String flag = words.get(i).toLowerCase(Locale.ROOT);
            if (POWERSHELLS.contains(shell) && (flag.equals("-command") || flag.equals("-c"))) {
                return new ToolCall.Shell(tool, rest(words, i), Dialect.POWERSHELL);
            }
            if (shell.equals("cmd") && flag.equals("/c")) {
                return new ToolCall.Shell(tool, rest(words, i), Dialect.CMD);
            }
        }
        return new ToolCall.Shell(tool, line(words), Dialect.POSIX);
    }

    /** A line that runs these words as they stand. */
    static String line(List<String> words) {
        return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    /** The same command, after a change to a folder. */
    static ToolCall.Shell in(String folder, ToolCall.Shell shell) {
        String change = switch (shell.dialect()) {
            case POSIX -> "cd " + quoted(folder);
            case POWERSHELL -> "Set-Location -LiteralPath '" + folder.replace("'", "''") + "'";
            case CMD -> "cd /d \"" + folder + "\"";
        };
        return new ToolCall.Shell(shell.tool(), change + "\n" + shell.command(), shell.dialect());
    }

    /** Python code as input of its interpreter. */
    static String python(String code) {
        String end = "PYTHON";
        while (code.contains(end)) {
            end += "_";
        }
        return "python3 - <<'" + end + "'\n" + code + "\n" + end;
    }

    private static String rest(List<String> words, int flag) {
        return String.join(" ", words.subList(flag + 1, words.size()));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
