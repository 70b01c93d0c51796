package dev.greenlane.world;

import dev.greenlane.engine.look.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders of this machine. Thread-safe. */
public final class RealTrees implements Trees {

    private static final int MOST_LOOKED_AT = 50_000;

    private final Duration limit;

    /** @param limit how long one question may take; what was not seen by then is not told */
    public RealTrees(Duration limit) {
        this.limit = limit;
    }

    @Override
    public Optional<Extent> below(String absolutePath, int most) {
        return path(absolutePath).flatMap(path -> {
            Counting counting = new Counting();
            boolean complete = new Walk(most, limit).from(path, counting);
            boolean nothing = counting.files == 0 && counting.folders == 0;
            return nothing ? Optional.empty() : Optional.of(counting.extent(complete));
        });
    }

    @Override
    public Optional<List<String>> matching(String folder, String names, boolean deep, int most) {
        return path(folder).filter(path -> !names.contains("/")).flatMap(path -> {
            NamePattern pattern = new NamePattern(names);
            List<String> found = new ArrayList<>();
            boolean complete = new Walk(MOST_LOOKED_AT, limit).from(real(path), (entry, isFolder, bytes) -> {
                Path name = entry.getFileName();
                boolean isBelow = entry.getNameCount() > path.getNameCount();
                if (isBelow && name != null && pattern.matches(name.toString())) {
                    found.add(entry.toString());
                }
                return found.size() <= most && (deep || !isBelow);
            });
            return complete && found.size() <= most
                    ? Optional.of(found.stream().sorted().toList())
                    : Optional.empty();
        });
    }
}
