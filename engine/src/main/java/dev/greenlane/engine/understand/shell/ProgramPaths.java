package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.value.Globs;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which paths name the programs that the catalogue describes. */
final class ProgramPaths {

    /** Folders whose programs are the ones the catalogue describes. */
    private static final Set<String> FOLDERS = Set.of(
            "/bin/",
            "/sbin/",
            "/usr/bin/",
            "/usr/sbin/",
            "/usr/local/bin/",
            "/usr/local/sbin/",
            "/opt/homebrew/bin/",
            "/lib64/",
            "/lib/",
            "/snap/bin/",
            "/run/current-system/sw/bin/");

    private static final Pattern ROOT_OF_PROCESS = Pattern.compile("/proc/[^/]+/root(?=/)");
    private static final Pattern EXECUTABLE_OF_PROCESS = Pattern.compile("/proc/[^/]+/exe");

    private ProgramPaths() {}

    /** The name of the program at an absolute path without dots; empty where it is no place for programs. */
    static Optional<String> program(String path) {
        if (EXECUTABLE_OF_PROCESS.matcher(path).matches()) {
            return Optional.of("bash");
        }
        Matcher root = ROOT_OF_PROCESS.matcher(path);
        String plain = root.lookingAt() ? path.substring(root.end()) : path;
        int slash = plain.lastIndexOf('/');
        return slash >= 0 && FOLDERS.contains(plain.substring(0, slash + 1)) && slash + 1 < plain.length()
                ? Optional.of(plain.substring(slash + 1))
                : Optional.empty();
    }

    /** Whether a pattern of folders can mean one of the usual ones. */
    static boolean isFolder(String pattern) {
        return FOLDERS.stream().anyMatch(folder -> Globs.matches(pattern, folder));
    }
}
