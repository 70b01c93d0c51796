package dev.greenlane.world.git;

import java.util.List;
import java.util.Optional;

/** References in a form that only git reads. */
record AskedRefs(Git git, Place place) implements Refs {

    @Override
    public boolean areKnown() {
        return target("HEAD").isPresent() || commit("HEAD").isPresent();
    }

    @Override
    public Optional<String> target(String name) {
        return git.line(place, List.of("symbolic-ref", "-q", "--end-of-options", name));
    }

    @Override
    public Optional<String> commit(String name) {
        return git.line(place, List.of("rev-parse", "-q", "--verify", "--end-of-options", name));
    }
}
