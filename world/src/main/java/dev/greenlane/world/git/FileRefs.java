package dev.greenlane.world.git;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** References in files of their own, or together in {@code packed-refs}. */
record FileRefs(Place place) implements Refs {

    private static final int LONGEST = 8_192;
    private static final int MOST_PACKED = 64 << 20;
    private static final int MOST_STEPS = 5;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final Pattern OF_ONE_TREE = Pattern.compile("(?!refs/).*|refs/(?:bisect|worktree|rewritten)/.*");

    @Override
    public boolean areKnown() {
        return content("HEAD").isPresent();
    }

    @Override
    public Optional<String> target(String name) {
        return content(name)
                .filter(text -> text.startsWith("ref:"))
                .map(text -> text.substring("ref:".length()).strip());
    }

    @Override
    public Optional<String> commit(String name) {
        Optional<String> at = Optional.of(name);
        for (int step = 0; step < MOST_STEPS && at.isPresent(); step++) {
            Optional<String> content = at.flatMap(this::content);
            if (content.filter(ID.asMatchPredicate()).isPresent()) {
                return content;
            }
            at = at.flatMap(this::target);
        }
        return Optional.empty();
    }

    private Optional<String> content(String name) {
        if (name.contains("..") || name.startsWith("/") || name.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        Path folder = OF_ONE_TREE.matcher(name).matches() ? place.gitFolder() : place.commonFolder();
        return Texts.path(name)
                .flatMap(path -> Texts.of(folder.resolve(path), LONGEST))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .or(() -> packed(name));
    }

    private Optional<String> packed(String name) {
        return Texts.of(place.commonFolder().resolve("packed-refs"), MOST_PACKED)
                .flatMap(all -> {
                    int end = all.indexOf(" " + name + "\n");
                    return end < 0 ? Optional.empty() : Optional.of(all.substring(all.lastIndexOf('\n', end) + 1, end));
                });
    }
}
