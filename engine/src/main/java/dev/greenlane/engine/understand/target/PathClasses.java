package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.data.Prepared;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.PathTarget.Knowledge;
import dev.greenlane.engine.understand.edit.Contents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What files are, told from their path: {@code ssh-key}, {@code shell-startup}, {@code regenerable}, … with the further effect
 * that reading, writing or deleting such a file has. The knowledge is the data file {@code paths.yaml}; its head
 * explains the format. Immutable.
 */
public final class PathClasses {

    private static final String RESOURCE = "paths.bin";
    private static final List<String> ACTS = List.of("read", "write", "delete", "permission");

    private final List<PathClass> classes;

    /** The patterns that need a certain name in a path, by that name. */
    private final Map<String, List<Indexed>> byName = new HashMap<>();

    /** The patterns that need none. */
    private final List<Indexed> nameless = new ArrayList<>();

    /** Names in patterns by themselves and by their lower-case form, for systems that take upper and lower case for the same. */
    private final Map<String, String> spellings = new HashMap<>();

    /** A pattern of the class that stands at {@code index}. */
    private record Indexed(PathPattern pattern, int index) {}

    private PathClasses(List<PathClass> classes) {
        this.classes = List.copyOf(classes);
        for (int i = 0; i < classes.size(); i++) {
            for (PathPattern pattern : classes.get(i).paths()) {
                pattern.segments().forEach(name -> {
                    spellings.put(name, name);
                    spellings.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
                });
                pattern.name()
                        .map(name -> byName.computeIfAbsent(name, first -> new ArrayList<>()))
                        .orElse(nameless)
                        .add(new Indexed(pattern, i));
            }
        }
    }

    /**
     * One class of files.
     *
     * @param implied what else a kind of effect on such a file does
     * @param unseen what else writing such a file does where nobody sees what is written
     * @param contents what its content is read as
     */
    public record PathClass(
            String name,
            Map<EffectKind, Implied> implied,
            Optional<Implied> unseen,
            Optional<Contents> contents,
            List<PathPattern> paths,
            List<PathPattern> except) {

        boolean holds(NormalPath path) {
            return any(paths, path) && !any(except, path);
        }

        private static boolean any(List<PathPattern> patterns, NormalPath path) {
            for (PathPattern pattern : patterns) {
                if (pattern.matches(path)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A further effect, with its trait. */
    public record Implied(EffectKind kind, List<String> traits) {}

    /** The classes that come with Greenlane. */
    public static PathClasses load() {
        try (InputStream in = Objects.requireNonNull(
                PathClasses.class.getResourceAsStream(RESOURCE), RESOURCE + " is missing; build the engine again")) {
            Prepared prepared = Prepared.read(in);
            return read(name -> prepared.find(name).orElseThrow(), prepared.names());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PathClasses read(Function<String, Data> find, Set<String> names) {
        List<PathClass> classes = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            if (find.apply(name) instanceof Data.Entries entries) {
                classes.add(pathClass(name, entries));
            }
        }
        return new PathClasses(classes);
    }

    private static PathClass pathClass(String name, Data.Entries entries) {
        Map<EffectKind, Implied> implied = new EnumMap<>(EffectKind.class);
        for (String act : ACTS) {
            text(entries, act).ifPresent(effect -> implied.put(kind("file-" + act), implied(effect)));
        }
        return new PathClass(
                name,
                implied,
                text(entries, "unseen").map(PathClasses::implied),
                text(entries, "contents").map(PathClasses::contents),
                patterns(entries, "paths"),
                patterns(entries, "except"));
    }

    private static Implied implied(String effect) {
        List<String> parts = List.of(effect.split("\\+"));
        return new Implied(kind(parts.get(0)), parts.subList(1, parts.size()));
    }

    private static Contents contents(String id) {
        return Contents.byId(id).orElseThrow(() -> new IllegalArgumentException("paths.yaml: no contents " + id));
    }

    private static List<PathPattern> patterns(Data.Entries entries, String name) {
        return text(entries, name).stream()
                .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                .map(PathPattern::of)
                .toList();
    }

    private static Optional<String> text(Data.Entries entries, String name) {
        return entries.get(name).filter(Data.Text.class::isInstance).map(data -> ((Data.Text) data).text());
    }

    private static EffectKind kind(String id) {
        return EffectKind.byId(id).orElseThrow(() -> new IllegalArgumentException("paths.yaml: no effect kind " + id));
    }

    /** How the patterns spell a name whose case does not matter, nor blanks behind it. */
    String spelling(String given) {
        String name = given.stripTrailing();
        return spellings.containsKey(name) ? name : spellings.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    /** The classes that a path belongs to; everything in a folder belongs to the folder's classes, too. */
    List<PathClass> of(NormalPath path) {
        BitSet found = matching(path);
        if (path.sweeps()) {
            found.or(matching(path.parent()));
        }
        return found.stream().mapToObj(classes::get).toList();
    }

    private BitSet matching(NormalPath path) {
        BitSet found = new BitSet(classes.size());
        if (!path.open().isEmpty() && path.knowledge() == Knowledge.PATTERN) {
            for (int i = 0; i < classes.size(); i++) {
                found.set(i, PathClass.any(classes.get(i).paths(), path));
            }
        } else {
            match(nameless, path, found);
            for (String segment : path.segments()) {
                match(byName.getOrDefault(segment, List.of()), path, found);
            }
        }
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            found.set(i, !PathClass.any(classes.get(i).except(), path));
        }
        return found;
    }

    private static void match(List<Indexed> patterns, NormalPath path, BitSet found) {
        for (Indexed each : patterns) {
            if (!found.get(each.index()) && each.pattern().matches(path)) {
                found.set(each.index());
            }
        }
    }
}
