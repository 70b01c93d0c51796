package dev.greenlane.engine.facts;

import dev.greenlane.engine.data.DataLines;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.provenance.Provenance;
import dev.greenlane.engine.value.Globs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows what makes things again, from {@code makers.yaml}. Immutable, thread-safe. */
public final class Makers {

    private static final Makers STANDARD = new Makers(DataLines.load("facts/makers.yaml"));
    private static final int MOST_FOLDERS = 40;
    private static final int MOST_MATCHES = 100;

    private final Map<String, List<String>> byName = new HashMap<>();
    private final List<String> keptByNobody = new ArrayList<>();

    private Makers(Map<String, List<DataLines.Line>> sections) {
        for (DataLines.Line line : sections.getOrDefault("made", List.of())) {
            List<String> makers =
                    List.of(line.fields().getOrDefault("", "").replace("'", "").split(" "));
            line.names().forEach(name -> byName.put(name, makers));
        }
        sections.getOrDefault("kept-by-nobody", List.of()).forEach(line -> keptByNobody.addAll(line.names()));
    }

    /** The ones that come with Greenlane. */
    public static Makers standard() {
        return STANDARD;
    }

    /**
     * What makes a path again, or a folder above it: the file that says so, or a word for it; empty where nothing does. A file that
     * the session made says nothing.
     *
     * @param within the folder above which nobody looks
     */
    public Optional<String> of(String path, String within, World world, Provenance provenance) {
        String at = path;
        for (int up = 0; up < MOST_FOLDERS && at.length() > within.length() && at.startsWith(within); up++) {
            String name = at.substring(at.lastIndexOf('/') + 1);
            String folder = at.substring(0, at.lastIndexOf('/'));
            if (keptByNobody.stream().anyMatch(pattern -> Globs.matches(pattern, name))) {
                return Optional.of("nobody keeps " + name);
            }
            Optional<String> maker = byName.containsKey(name)
                    ? standing(byName.get(name), folder, within, world, provenance)
                    : Optional.empty();
            if (maker.isPresent()) {
                return maker;
            }
            at = folder;
        }
        return Optional.empty();
    }

    private static Optional<String> standing(
            List<String> makers, String from, String within, World world, Provenance provenance) {
        String folder = from;
        for (int up = 0; up < MOST_FOLDERS && !folder.isEmpty(); up++) {
            for (String maker : makers) {
                if (stands(folder, maker, world, provenance)) {
                    return Optional.of(maker + " makes it again");
                }
            }
            if (folder.equals(within)) {
                return Optional.empty();
            }
            folder = folder.substring(0, folder.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    private static boolean stands(String folder, String maker, World world, Provenance provenance) {
        if (maker.indexOf('*') < 0) {
            String file = folder + "/" + maker;
            return world.files().kind(file) == Files.Kind.FILE && !provenance.made(file);
        }
        return world.trees()
                .matching(folder, maker, false, MOST_MATCHES)
                .filter(found -> found.stream().anyMatch(file -> !provenance.made(file)))
                .isPresent();
    }
}
