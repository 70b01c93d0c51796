package dev.greenlane.engine.understand.code;

import dev.greenlane.engine.data.DataLines;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How programs are named on Windows: {@code windows.yaml}. Immutable. */
public final class WindowsPrograms {

    private static final Pattern ENDING = Pattern.compile("\\.(?:exe|com)$");
    private static final Pattern DRIVE = Pattern.compile("^[a-z]:");
    private static final List<Pattern> INSTALLED =
            DataLines.load("understand/code/windows.yaml").getOrDefault("installed", List.of()).stream()
                    .flatMap(line -> List.of(line.fields().getOrDefault("", "").split(" ")).stream())
                    .map(WindowsPrograms::pattern)
                    .toList();

    private WindowsPrograms() {}

    private static Pattern pattern(String folder) {
        String plain = Pattern.quote(folder.replace("**", "")).replace("?", "\\E \\Q");
        return Pattern.compile(folder.endsWith("**") ? plain + ".*" : plain);
    }

    /**
     * The name of a program as a command gives it: in lower case without its ending where it is in one of the usual folders, or
     * in none; else its path, with slashes.
     */
    public static String name(String word) {
        String path = word.replace('\\', '/');
        String lower = path.toLowerCase(Locale.ROOT);
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return ENDING.matcher(lower).replaceFirst("");
        }
        String folder = DRIVE.matcher(lower.substring(0, slash + 1)).replaceFirst("");
        boolean installed =
                INSTALLED.stream().anyMatch(pattern -> pattern.matcher(folder).matches());
        return installed ? ENDING.matcher(lower.substring(slash + 1)).replaceFirst("") : path;
    }
}
