package dev.greenlane.engine.understand;

import dev.greenlane.engine.look.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A few files by their absolute paths, and links between them. */
final class Tree implements Files {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    Tree with(String path, String text) {
        texts.put(path, text);
        return this;
    }

    /** A link at {@code path}, to a file or a folder. */
    Tree link(String path, String target) {
        links.put(path, target);
        return this;
    }

    @Override
    public Kind kind(String absolutePath) {
        return texts.containsKey(absolutePath) ? Kind.FILE : Kind.MISSING;
    }

    @Override
    public Optional<String> text(String absolutePath, int limit) {
        return Optional.ofNullable(texts.get(absolutePath)).filter(text -> text.length() <= limit);
    }

    @Override
    public Optional<String> leadsTo(String absolutePath) {
        return links.entrySet().stream()
                .filter(link -> absolutePath.equals(link.getKey()) || absolutePath.startsWith(link.getKey() + "/"))
                .map(link ->
                        link.getValue() + absolutePath.substring(link.getKey().length()))
                .findFirst();
    }
}
