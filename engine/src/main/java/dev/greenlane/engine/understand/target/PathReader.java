package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.understand.edit.Contents;
import dev.greenlane.engine.understand.target.NormalPath.Root;
import dev.greenlane.engine.understand.target.PathClasses.PathClass;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads values as paths: where they lie, seen from the working directory of the session, and what they are. Pure: works on
 * the text alone. Immutable.
 */
public final class PathReader {

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

    private static final String REGENERABLE = "regenerable";

    private final PathClasses classes;
    private final NormalPath workspace;
    private final Optional<NormalPath> home;
    /** Whether paths are written as Windows writes them, with backslashes. */
    private final boolean windows;

    private final Links links;

    /**
     * @param workspace the working directory of the session, absolute; empty where it is not known
     * @param home the user's home, absolute; empty where it is not known
     */
    public PathReader(PathClasses classes, Optional<String> workspace, Optional<String> home) {
        this.classes = classes;
        this.windows = false;
        this.links = new Links(Files.NONE);
        this.home = home.map(path -> normalise(Value.of(path), Value.EMPTY));
        this.workspace = workspace
                .map(path -> normalise(Value.of(path), Value.EMPTY))
                .orElse(NormalPath.exact(Root.WORKSPACE, List.of()));
    }

    private PathReader(PathReader same, boolean windows, Links links) {
        this.links = links;
        this.classes = same.classes;
        this.home = same.home;
        this.workspace = same.workspace;
        this.windows = windows;
    }

    /** The same, for commands of Windows, where a backslash parts folders. */
    public PathReader windows() {
        return windows ? this : new PathReader(this, true, links);
    }

    /** The same, where links are followed. */
    public PathReader through(Links others) {
        return new PathReader(this, windows, others);
    }

    /** Notes a link that the call makes: from here on its path means {@code target}. */
    public void link(Value path, Value target, Value folder) {
        NormalPath from = normalise(path, folder);
        NormalPath to = normalise(target, folder);
        if (from.knowledge() == Knowledge.EXACT && to.knowledge() == Knowledge.EXACT) {
            links.make(from.text(), to.text());
        }
    }

    /** The same knowledge for another machine, of which neither the home nor the working directory is known. */
    public PathReader elsewhere() {
        PathReader other = new PathReader(classes, Optional.empty(), Optional.empty());
        return windows ? other.windows() : other;
    }

    /** The working directory of the session, as a value to change from. */
    public Value workspace() {
        return Value.of(workspace.text());
    }

    /**
     * Reads {@code path} as seen from {@code folder}, the folder that the command runs in.
     *
     * @param folder a value that this reader gave out as a path, or {@link #workspace()}
     */
    public PathTarget read(Value path, Value folder) {
        return locate(path, folder).target();
    }

    /** The text of {@link #read}, for who wants to know only which path it is. */
    public String place(Value path, Value folder) {
        return followed(normalise(path, folder)).text();
    }

    /** A path with the classes it belongs to. */
    public record Located(PathTarget target, List<PathClass> classes) {

        /** What the file's content is read as; empty where it is of no special kind. */
        public Optional<Contents> contents() {
            return classes.stream().flatMap(found -> found.contents().stream()).findFirst();
        }
    }

    /** Reads a path that a command gives, with the classes it belongs to. */
    public Located locate(Value path, Value folder) {
        return located(followed(normalise(path, folder)));
    }

    /** As {@link #locate}, for what is done to a link itself and not to what it leads to. */
    Located locateLink(Value path, Value folder) {
        NormalPath normal = normalise(path, folder);
        if (normal.segments().isEmpty() || !normal.drive().isEmpty()) {
            return located(normal);
        }
        NormalPath parent = normal.parent();
        NormalPath real = normal.firstOpen() < parent.segments().size() ? parent : followed(asKnown(parent));
        return real.equals(parent) || real.equals(asKnown(parent)) ? located(normal) : located(real.child(normal));
    }

    private static NormalPath asKnown(NormalPath path) {
        return path.open().isEmpty() ? NormalPath.exact(path.root(), path.segments()) : path;
    }

    /** The path that {@code path} leads to; itself where no link is on the way, or where it leads to the same kind of place. */
    private NormalPath followed(NormalPath path) {
        int known = path.firstOpen();
        if (path.root() == Root.NOWHERE || known == 0 || !path.drive().isEmpty()) {
            return path;
        }
        NormalPath front = NormalPath.exact(path.root(), path.segments().subList(0, known));
        Optional<String> target = links.follow(front.text());
        if (target.isEmpty()) {
            return path;
        }
        NormalPath real = asUsual(normalise(Value.of(target.get()), Value.EMPTY));
        return real.equals(front) ? path : real.under(path, known);
    }

    /** A path inside the real place of the workspace or the home, as a path inside the workspace or the home. */
    private NormalPath asUsual(NormalPath real) {
        NormalPath found = inside(real, workspace);
        return found.equals(real) && home.isPresent() ? inside(real, home.get()) : found;
    }

    private NormalPath inside(NormalPath real, NormalPath base) {
        Optional<NormalPath> place = links.follow(base.text()).map(text -> normalise(Value.of(text), Value.EMPTY));
        return place.filter(at -> at.root() == real.root()
                        && isWithin(real, real.segments().size(), at))
                .map(at -> base.under(real, at.segments().size()))
                .orElse(real);
    }

    private Located located(NormalPath normal) {
        Set<PathClass> all = new LinkedHashSet<>(classes.of(normal));
        NormalPath below = fromHome(normal);
        if (!below.equals(normal)) {
            all.addAll(classes.of(below));
        }
        List<PathClass> found = all.stream()
                .filter(one -> !one.name().equals(REGENERABLE) || one.holds(fromWorkspace(normal)))
                .toList();
        Set<String> names = new LinkedHashSet<>();
        found.forEach(one -> names.add(one.name()));
        if (normal.root() == Root.SYSTEM && normal.segments().size() == 1) {
            names.add("top-level");
        }
        return new Located(new PathTarget(normal.text(), normal.knowledge(), scope(normal), names), found);
    }

    /**
     * The path as seen from the working directory where it lies in it. A project in {@code /tmp} or {@code ~/build} is no
     * build output for that.
     */
    private NormalPath fromWorkspace(NormalPath path) {
        int depth = workspace.segments().size();
        return path.root() == workspace.root() && isWithin(path, path.segments().size(), workspace)
                ? path.below(depth, Root.WORKSPACE)
                : path;
    }

    /** The path as seen from the user's home where it lies in it, wherever that home is. */
    private NormalPath fromHome(NormalPath path) {
        return home.filter(at -> path.root() == Root.SYSTEM
                        && isWithin(path, path.segments().size(), at))
                .map(at -> path.below(at.segments().size(), Root.HOME))
                .orElse(path);
    }

    /** {@code path} in normal form, to stand for a folder later. */
    public Value resolve(Value path, Value folder) {
        NormalPath normal = normalise(path, folder);
        if (normal.knowledge() == Knowledge.EXACT) {
            return Value.of(normal.text());
        }
        NormalPath front = NormalPath.exact(normal.root(), normal.segments().subList(0, normal.firstOpen()));
        String rest = String.join(
                "/",
                normal.segments().subList(normal.firstOpen(), normal.segments().size()));
        Value open = Value.unknown(rest, "is a folder that is not known");
        return normal.root() == Root.NOWHERE
                ? open
                : Value.of(front.text() + "/").then(open);
    }

    /** The absolute path, where all of it is known. */
    public Optional<String> absolute(Value path, Value folder) {
        NormalPath normal = normalise(path, folder);
        if (normal.knowledge() != Knowledge.EXACT) {
            return Optional.empty();
        }
        return switch (normal.root()) {
            case SYSTEM -> Optional.of(normal.text());
            case HOME -> home.map(at -> at.text() + normal.text().substring(1));
            case WORKSPACE, NOWHERE -> Optional.empty();
        };
    }

    private NormalPath normalise(Value given, Value folder) {
        boolean drives = windows || WindowsPath.is(given.prefix());
        Value path = drives ? WindowsPath.read(given) : given;
        String prefix = path.prefix();
        if (prefix.equals("~") || prefix.startsWith("~/")) {
            return home.isPresent()
                    ? walk(home.get().drive(), Root.SYSTEM, home.get().segments(), path.withoutPrefix(1))
                    : walk("", Root.HOME, List.of(), path.withoutPrefix(1));
        }
        if (!path.pieces().isEmpty() && path.pieces().get(0) instanceof Piece.Hole) {
            return walk("", Root.NOWHERE, List.of(), path);
        }
        String base = folder.prefix();
        String drive = drives ? WindowsPath.drive(prefix) : "";
        if (!drive.isEmpty()) {
            return walk(drive, Root.SYSTEM, List.of(), path.withoutPrefix(drive.length()));
        }
        String below = WindowsPath.drive(base);
        if (prefix.startsWith("/")) {
            return walk(below, Root.SYSTEM, List.of(), path);
        }
        Value whole = folder.then(Value.of("/")).then(path);
        if (base.isEmpty() && folder.hole().isPresent()) {
            return walk("", Root.NOWHERE, List.of(), whole);
        }
        if (base.startsWith("/") || !below.isEmpty()) {
            return walk(below, Root.SYSTEM, List.of(), whole.withoutPrefix(below.length()));
        }
        return base.startsWith("~")
                ? walk("", Root.HOME, List.of(), whole.withoutPrefix(1))
                : walk("", Root.WORKSPACE, List.of(), whole);
    }

    private NormalPath walk(String drive, Root root, List<String> start, Value path) {
        List<String> segments = new ArrayList<>(start);
        Knowledge knowledge = root == Root.NOWHERE ? Knowledge.UNKNOWN : Knowledge.EXACT;
        SortedSet<Integer> openOnes = new TreeSet<>();
        StringBuilder segment = new StringBuilder();
        boolean open = false;
        for (Piece piece : path.pieces()) {
            switch (piece) {
                case Piece.Text text -> {
                    String part = text.text();
                    int from = 0;
                    for (int slash = part.indexOf('/'); slash >= 0; slash = part.indexOf('/', from)) {
                        segment.append(part, from, slash);
                        end(segments, segment, open, openOnes, root);
                        open = false;
                        from = slash + 1;
                    }
                    segment.append(part, from, part.length());
                }
                case Piece.Glob glob -> {
                    segment.append(glob.pattern());
                    open = true;
                    knowledge = knowledge == Knowledge.EXACT ? Knowledge.PATTERN : knowledge;
                }
                case Piece.Hole hole -> {
                    segment.append(hole.name());
                    open = true;
                    knowledge = knowledge == Knowledge.UNKNOWN ? knowledge : Knowledge.PREFIX;
                }
            }
        }
        end(segments, segment, open, openOnes, root);
        if (windows || !drive.isEmpty()) {
            segments.replaceAll(classes::spelling);
        }
        return new NormalPath(drive, root, segments, openOnes, knowledge);
    }

    /** Ends a segment: adds it to the segments, or goes up for {@code ..}. */
    private static void end(
            List<String> segments, StringBuilder segment, boolean open, SortedSet<Integer> openOnes, Root root) {
        String name = segment.toString();
        segment.setLength(0);
        if (open) {
            openOnes.add(segments.size());
            segments.add(name);
        } else if (name.equals("..")) {
            int last = segments.size() - 1;
            boolean canGoUp = last >= 0 && !segments.get(last).equals("..") && !openOnes.contains(last);
            if (canGoUp) {
                segments.remove(last);
            } else if (last >= 0 || root != Root.SYSTEM) {
                segments.add(name);
            }
        } else if (!name.isEmpty() && !name.equals(".")) {
            segments.add(name);
        }
    }

    private Scope scope(NormalPath path) {
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

    private static boolean isWithin(NormalPath path, int size, NormalPath outer) {
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
}
