package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.understand.target.NormalPath.Root;
import dev.greenlane.engine.value.Globs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where paths lie, seen from the working directory of a session and the home of its user. Immutable.
 *
 * @param home empty where it is not known
 */
record Scopes(NormalPath workspace, Optional<NormalPath> home) {

    private static final Set<String> STREAMS =
            Set.of("null", "stdin", "stdout", "stderr", "tty", "zero", "full", "random", "urandom", "ptmx", "console");
    private static final Set<String> SYSTEM_FOLDERS = Set.of(
            "bin",
            "boot",
            "dev",
            "etc",
            "lib",
            "lib32",
            "lib64",
            "libx32",
            "opt",
            "proc",
            "root",
            "run",
            "sbin",
            "sys",
            "usr",
            "var",
            "home",
            "Users",
            "System",
            "Library",
            "Applications",
            "private",
            "Volumes",
            "cores",
            "snap",
            "srv",
            "lost+found",
            "Windows",
            "Program Files",
            "Program Files (x86)",
            "ProgramData",
            "Recovery",
            "inetpub");

    /** Where a path lies. */
    Scope of(NormalPath path) {
        if (path.root() == Root.NOWHERE) {
            return Scope.UNKNOWN;
        }
        if (path.segments().contains("..") && path.root() != Root.SYSTEM) {
            return path.segments().stream().allMatch(".."::equals) || path.sweeps()
                    ? Scope.ABOVE_WORKSPACE
                    : Scope.ELSEWHERE;
        }
        boolean whole = path.sweeps();
        int size = path.segments().size() - (whole ? 1 : 0);
        Optional<Scope> special = special(path, size);
        if (special.isPresent()) {
            return special.get();
        }
        boolean usable = workspaceIsAProject();
        if (path.root() == workspace.root() && isWithin(path, size, workspace)) {
            if (usable) {
                return size == workspace.segments().size() ? Scope.WORKSPACE_ROOT : Scope.WORKSPACE;
            }
        } else if (usable && path.root() == workspace.root() && isAbove(path, size)) {
            return aboveOrRoot(path, size);
        }
        return general(path, size);
    }

    private static Optional<Scope> special(NormalPath path, int size) {
        if (path.root() != Root.SYSTEM || size < 1 || path.isGlob(0)) {
            return Optional.empty();
        }
        List<String> segments = path.segments();
        if (segments.get(0).equals("dev") && size > 1) {
            String name = segments.get(1);
            boolean stream =
                    STREAMS.contains(name) || name.startsWith("tty") || name.equals("fd") || name.equals("pts");
            return Optional.of(stream ? Scope.STREAM : name.equals("shm") ? Scope.TEMP : Scope.DEVICE);
        }
        if (segments.get(0).equals("proc") && size > 3 && segments.get(2).equals("fd")) {
            return Optional.of(Scope.STREAM);
        }
        return Optional.empty();
    }

    private boolean workspaceIsAProject() {
        if (workspace.root() != Root.SYSTEM) {
            return true;
        }
        Scope own = general(workspace, workspace.segments().size());
        return own != Scope.ROOT
                && own != Scope.HOME_ROOT
                && own != Scope.TEMP_ROOT
                && !(own == Scope.SYSTEM && workspace.segments().size() < 3);
    }

    private Scope aboveOrRoot(NormalPath path, int size) {
        Scope general = general(path, size);
        return general == Scope.ROOT || general == Scope.SYSTEM || general == Scope.HOME_ROOT
                ? general
                : Scope.ABOVE_WORKSPACE;
    }

    private boolean isAbove(NormalPath path, int size) {
        List<String> inner = workspace.segments();
        return size < inner.size()
                && path.drive().equals(workspace.drive())
                && path.firstOpen() >= size
                && inner.subList(0, size).equals(path.segments().subList(0, size));
    }

    /** Whether the first {@code size} segments of a path lead into {@code outer}. */
    static boolean isWithin(NormalPath path, int size, NormalPath outer) {
        int depth = outer.segments().size();
        return size >= depth
                && path.drive().equals(outer.drive())
                && path.firstOpen() >= depth
                && path.segments().subList(0, depth).equals(outer.segments());
    }

    /** Where a path lies, whatever the working directory is. */
    private Scope general(NormalPath absolute, int length) {
        NormalPath path = fromHome(absolute);
        int size = length - (absolute.segments().size() - path.segments().size());
        int home = PathPattern.homeDepth(path);
        if (home >= 0 && size >= home) {
            boolean temp =
                    size > home + 2 && path.segments().subList(home, home + 3).equals(WindowsPath.TEMP);
            return size == home ? Scope.HOME_ROOT : temp ? Scope.TEMP : Scope.HOME;
        }
        if (path.root() != Root.SYSTEM) {
            return size == 0 ? Scope.WORKSPACE_ROOT : Scope.WORKSPACE;
        }
        if (size == 0) {
            return Scope.ROOT;
        }
        List<String> segments = path.segments();
        int temp = tempDepth(segments);
        if (temp > 0 && size >= temp && path.firstOpen() >= temp) {
            return size == temp ? Scope.TEMP_ROOT : Scope.TEMP;
        }
        String first = segments.get(0);
        boolean system = path.isGlob(0)
                ? SYSTEM_FOLDERS.stream().anyMatch(folder -> Globs.overlap(first, folder))
                : SYSTEM_FOLDERS.contains(first);
        return system ? Scope.SYSTEM : Scope.ELSEWHERE;
    }

    private static int tempDepth(List<String> segments) {
        return switch (segments.get(0)) {
            case "tmp" -> 1;
            case "var" ->
                segments.size() > 1
                                && (segments.get(1).equals("tmp")
                                        || segments.get(1).equals("folders"))
                        ? 2
                        : 0;
            case "Temp" -> 1;
            case "Windows" -> segments.size() > 1 && segments.get(1).equals("Temp") ? 2 : 0;
            case "private" -> segments.size() > 1 && segments.get(1).equals("tmp") ? 2 : 0;
            default -> 0;
        };
    }

    /**
     * The path as seen from the working directory where it lies in it. A project in {@code /tmp} or {@code ~/build} is no
     * build output for that.
     */
    NormalPath fromWorkspace(NormalPath path) {
        int depth = workspace.segments().size();
        return path.root() == workspace.root() && isWithin(path, path.segments().size(), workspace)
                ? path.below(depth, Root.WORKSPACE)
                : path;
    }

    /** The path as seen from the user's home where it lies in it, wherever that home is. */
    NormalPath fromHome(NormalPath path) {
        return home.filter(at -> path.root() == Root.SYSTEM
                        && isWithin(path, path.segments().size(), at))
                .map(at -> path.below(at.segments().size(), Root.HOME))
                .orElse(path);
    }
}
