package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.understand.edit.Contents;
import dev.greenlane.engine.understand.target.NormalPath.Root;
import dev.greenlane.engine.understand.target.PathClasses.PathClass;
import dev.greenlane.engine.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads values as paths: where they lie, seen from the working directory of the session, and what they are. Pure: works on
 * the text alone. Immutable.
 */
public final class PathReader {

    private static final String REGENERABLE = "regenerable";

    private final PathClasses classes;
    private final NormalPath workspace;
    private final Optional<NormalPath> home;
    private final PathForms forms;
    private final Scopes scopes;
    private final Links links;

    /**
     * @param workspace the working directory of the session, absolute; empty where it is not known
     * @param home the user's home, absolute; empty where it is not known
     */
    public PathReader(PathClasses classes, Optional<String> workspace, Optional<String> home) {
        PathForms plain = new PathForms(classes, Optional.empty(), false);
        this.classes = classes;
        this.links = new Links(Files.NONE);
        this.home = home.map(path -> plain.normal(Value.of(path), Value.EMPTY));
        this.forms = new PathForms(classes, this.home, false);
        this.workspace = workspace
                .map(path -> forms.normal(Value.of(path), Value.EMPTY))
                .orElse(NormalPath.exact(Root.WORKSPACE, List.of()));
        this.scopes = new Scopes(this.workspace, this.home);
    }

    private PathReader(PathReader same, PathForms forms, Links links) {
        this.classes = same.classes;
        this.home = same.home;
        this.workspace = same.workspace;
        this.scopes = same.scopes;
        this.forms = forms;
        this.links = links;
    }

    /** The same, for commands of Windows, where a backslash parts folders. */
    public PathReader windows() {
        return forms.windows() ? this : new PathReader(this, new PathForms(classes, home, true), links);
    }

    /** The same, where links are followed. */
    public PathReader through(Links others) {
        return new PathReader(this, forms, others);
    }

    /** Notes a link that the call makes: from here on its path means {@code target}. */
    public void link(Value path, Value target, Value folder) {
        NormalPath from = forms.normal(path, folder);
        NormalPath to = forms.normal(target, folder);
        if (from.knowledge() == Knowledge.EXACT && to.knowledge() == Knowledge.EXACT) {
            links.make(from.text(), to.text());
        }
    }

    /** The same knowledge for another machine, of which neither the home nor the working directory is known. */
    public PathReader elsewhere() {
        PathReader other = new PathReader(classes, Optional.empty(), Optional.empty());
        return forms.windows() ? other.windows() : other;
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
        return followed(forms.normal(path, folder)).text();
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
        return located(followed(forms.normal(path, folder)));
    }

    /** As {@link #locate}, for what is done to a link itself and not to what it leads to. */
    Located locateLink(Value path, Value folder) {
        NormalPath normal = forms.normal(path, folder);
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
        NormalPath real = asUsual(forms.normal(Value.of(target.get()), Value.EMPTY));
        return real.equals(front) ? path : real.under(path, known);
    }

    /** A path inside the real place of the workspace or the home, as a path inside the workspace or the home. */
    private NormalPath asUsual(NormalPath real) {
        NormalPath found = inside(real, workspace);
        return found.equals(real) && home.isPresent() ? inside(real, home.get()) : found;
    }

    private NormalPath inside(NormalPath real, NormalPath base) {
        Optional<NormalPath> place = links.follow(base.text()).map(text -> forms.normal(Value.of(text), Value.EMPTY));
        return place.filter(at -> at.root() == real.root()
                        && Scopes.isWithin(real, real.segments().size(), at))
                .map(at -> base.under(real, at.segments().size()))
                .orElse(real);
    }

    private Located located(NormalPath normal) {
        Set<PathClass> all = new LinkedHashSet<>(classes.of(normal));
        NormalPath below = scopes.fromHome(normal);
        if (!below.equals(normal)) {
            all.addAll(classes.of(below));
        }
        List<PathClass> found = all.stream()
                .filter(one -> !one.name().equals(REGENERABLE) || one.holds(scopes.fromWorkspace(normal)))
                .toList();
        Set<String> names = new LinkedHashSet<>();
        found.forEach(one -> names.add(one.name()));
        if (normal.root() == Root.SYSTEM && normal.segments().size() == 1) {
            names.add("top-level");
        }
        return new Located(new PathTarget(normal.text(), normal.knowledge(), scopes.of(normal), names), found);
    }

    /** {@code path} in normal form, to stand for a folder later. */
    public Value resolve(Value path, Value folder) {
        NormalPath normal = forms.normal(path, folder);
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
        NormalPath normal = forms.normal(path, folder);
        if (normal.knowledge() != Knowledge.EXACT) {
            return Optional.empty();
        }
        return switch (normal.root()) {
            case SYSTEM -> Optional.of(normal.text());
            case HOME -> home.map(at -> at.text() + normal.text().substring(1));
            case WORKSPACE, NOWHERE -> Optional.empty();
        };
    }
}
