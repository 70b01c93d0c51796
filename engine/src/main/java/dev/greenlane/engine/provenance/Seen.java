package dev.greenlane.engine.provenance;

import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.look.World;
import java.util.Optional;

/** The works of a session, seen by one who looks whether others have changed something since. */
record Seen(Works works, World world) implements Provenance {

    @Override
    public boolean made(String path) {
        return works.made()
                .atOrAbove(path)
                .filter(at -> works.made()
                        .at(at)
                        .filter(made -> isAsLeft(at, made.stamp())
                                && made.copies().stream().allMatch(this::isThere))
                        .isPresent())
                .isPresent();
    }

    @Override
    public boolean changed(String path) {
        Works.Changed changed = works.changed().byPath().get(path);
        return changed != null
                && isAsLeft(path, changed.stamp())
                && world.repositories()
                        .holding(path)
                        .flatMap(repository -> repository.committed(path))
                        .filter(changed.contents()::contains)
                        .isPresent();
    }

    private boolean isAsLeft(String path, Optional<String> left) {
        return left.isEmpty() || world.files().stamp(path).equals(left);
    }

    private boolean isThere(String source) {
        return world.files().kind(source) != Files.Kind.MISSING;
    }

    @Override
    public boolean hasRead(String path) {
        return works.hasRead(path);
    }

    @Override
    public Optional<String> fetchedFrom(String path) {
        return works.fetchedFrom(path);
    }

    @Override
    public boolean made(Thing kind, String name) {
        return works.made(kind, name);
    }
}
