package dev.greenlane.engine.understand.edit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that are programs. */
final class Scripts {

    private static final Pattern VERSION = Pattern.compile("[0-9.]+$");

    private static final Map<String, String> BY_INTERPRETER = Map.ofEntries(
            Map.entry("sh", "shell"),
            Map.entry("bash", "shell"),
            Map.entry("zsh", "shell"),
            Map.entry("dash", "shell"),
            Map.entry("ksh", "shell"),
            Map.entry("python", "python"),
            Map.entry("node", "javascript"),
            Map.entry("perl", "perl"),
            Map.entry("ruby", "ruby"),
            Map.entry("php", "php"));

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("sh", "shell"),
            Map.entry("bash", "shell"),
            Map.entry("zsh", "shell"),
            Map.entry("py", "python"),
            Map.entry("js", "javascript"),
            Map.entry("mjs", "javascript"),
            Map.entry("cjs", "javascript"),
            Map.entry("ts", "javascript"),
            Map.entry("pl", "perl"),
            Map.entry("rb", "ruby"),
            Map.entry("php", "php"),
            Map.entry("ps1", "powershell"),
            Map.entry("psm1", "powershell"));

    private Scripts() {}

    /** Start-up files: those of shells are code, those of editors and the linker are not read. */
    static List<Meaning> startup(String path, String text) {
        String name = name(path);
        boolean shell =
                name.contains("sh") || name.contains("profile") || name.startsWith(".x") || name.equals(".envrc");
        return shell && !path.contains("/fish/") ? List.of(new Meaning.Runs(text, "shell", Moment.LATER)) : List.of();
    }

    /** Hooks: in the language that their first line names; a shell's where it names none. */
    static List<Meaning> hook(String path, String text) {
        String language = language(text).or(() -> byEnding(path)).orElse("shell");
        return List.of(new Meaning.Runs(text, language, Moment.LATER));
    }

    /** Any other file; empty where nothing says that it is a program. */
    static List<Meaning> plain(String path, String text) {
        return byEnding(path)
                .or(() -> language(text))
                .<Meaning>map(language -> new Meaning.Runs(text, language, Moment.IF_RUN))
                .stream()
                .toList();
    }

    private static Optional<String> language(String text) {
        if (!text.startsWith("#!")) {
            return Optional.empty();
        }
        int end = text.indexOf('\n');
        String program = "";
        for (String word :
                text.substring(2, end < 0 ? text.length() : end).strip().split("[\\s/]+")) {
            program = word.startsWith("-") ? program : word;
        }
        return Optional.ofNullable(BY_INTERPRETER.get(VERSION.matcher(program).replaceFirst("")));
    }

    private static Optional<String> byEnding(String path) {
        String name = name(path);
        int dot = name.lastIndexOf('.');
        return dot <= 0
                ? Optional.empty()
                : Optional.ofNullable(BY_ENDING.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
