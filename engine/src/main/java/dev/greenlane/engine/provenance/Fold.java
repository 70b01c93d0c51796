package dev.greenlane.engine.provenance;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.look.Files.Kind;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.understand.trail.Content;
import dev.greenlane.engine.understand.trail.Trail;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts one executed call into the works of its session, command by command. Not thread-safe; one per call. */
final class Fold {

    /** Fails where something stands already, so what stands there afterwards was made. */
    static final String EXCLUSIVE = "exclusive";

    private final Optional<String> home;
    private final Before before;
    private final boolean trusting;
    private final Optional<String> result;
    private final Draft draft;
    private Things things;

    /** Of a call before which somebody looked. */
    Fold(Works works, Optional<String> home, Before before) {
        this(works, home, before, false, Optional.empty());
    }

    /** Of a call before which nobody looked: a command that fails where something stands is taken to have made it. */
    Fold(Works works, Optional<String> home, Optional<String> result) {
        this(works, home, Before.UNSEEN, true, result);
    }

    private Fold(Works works, Optional<String> home, Before before, boolean trusting, Optional<String> result) {
        this.home = home;
        this.before = before;
        this.trusting = trusting;
        this.result = result;
        this.draft = new Draft(works, before, trusting);
        this.things = works.things();
    }

    Works of(Understanding executed, Trail earlier) {
        Map<String, Content> put = Targets.put(executed, earlier, home);
        before.foreign().forEach(draft::foreign);
        Set<String> copies = new LinkedHashSet<>();
        executed.effects().stream()
                .filter(effect -> effect.kind() == EffectKind.FILE_READ && Targets.isHere(effect))
                .forEach(effect -> read(effect, copies));
        for (List<Effect> command : Commands.of(executed)) {
            follow(command, copies);
        }
        put.forEach((path, content) -> {
            if (!Targets.isFetched(content)) {
                draft.notFetched(path);
                return;
            }
            if (before.kind(path) == Kind.MISSING && draft.own(path).isEmpty()) {
                draft.make(path, Set.of());
            }
            draft.fetch(path, from(content));
        });
        executed.effects().stream()
                .filter(Fold::deletesThing)
                .forEach(effect -> things = things.without(effect.target()));
        return draft.works(things, Expectations.of(executed, things));
    }

    private static boolean deletesThing(Effect effect) {
        return switch (effect.kind()) {
            case PROCESS_CONTROL -> true;
            case VCS_LOCAL_CHANGE, VCS_LOCAL_LOSS, VCS_REMOTE_CHANGE, CLOUD_DESTROY ->
                effect.circumstances().traits().contains("delete") || effect.kind() == EffectKind.CLOUD_DESTROY;
            default -> false;
        };
    }

    private static String from(Content content) {
        return content.origins().isEmpty() ? "outside" : content.origins().get(0);
    }

    private void follow(List<Effect> command, Set<String> copies) {
        Set<String> moved = new LinkedHashSet<>();
        boolean takesAway = command.stream().anyMatch(this::takesAway);
        List<Effect> here = command.stream().filter(Targets::isHere).toList();
        for (Effect effect : here) {
            switch (effect.kind()) {
                case FILE_DELETE -> {
                    if (effect.circumstances().traits().contains("move")) {
                        Targets.exact(effect, home).ifPresentOrElse(moved::add, () -> delete(effect));
                    } else {
                        delete(effect);
                    }
                }
                case FILE_WRITE -> {
                    if (moved.isEmpty()) {
                        write(effect, takesAway, copies);
                    } else {
                        Targets.exact(effect, home).ifPresent(to -> draft.move(moved, to));
                        moved.clear();
                    }
                }
                case VCS_LOCAL_LOSS -> draft.lost(Draft.ANYTHING);
                default -> {
                    // Touches no files.
                }
            }
        }
        moved.forEach(draft::forget);
    }

    private void read(Effect effect, Set<String> copies) {
        Optional<String> path = Targets.exact(effect, home);
        path.ifPresent(draft::read);
        String source = path.or(() -> Targets.exactOrAround(effect, home)).orElse(Draft.ANYTHING);
        if (source.equals(Draft.ANYTHING) || draft.own(source).isEmpty()) {
            copies.add(source);
        }
    }

    /** Whether an effect removes what this session has not made: then what is made beside it may be the only copy of it. */
    private boolean takesAway(Effect effect) {
        return effect.kind() == EffectKind.FILE_DELETE
                && Targets.exact(effect, home).flatMap(draft::own).isEmpty();
    }

    private void delete(Effect effect) {
        String path = Targets.exactOrAround(effect, home).orElse(Draft.ANYTHING);
        if (path.equals(Draft.ANYTHING) || draft.own(path).isEmpty()) {
            draft.lost(path);
        }
        if (!path.equals(Draft.ANYTHING)) {
            draft.forget(path);
        }
    }

    private void write(Effect effect, boolean takesAway, Set<String> copies) {
        Optional<String> exact = Targets.exact(effect, home);
        if (exact.isEmpty()) {
            Targets.exactOrAround(effect, home).ifPresent(draft::reopen);
            return;
        }
        String path = exact.get();
        Set<String> from = effect.circumstances().traits().contains("create") ? Set.of() : copies;
        Optional<String> own = draft.own(path);
        if (own.isPresent()) {
            draft.rewrite(own.get(), path, takesAway, from);
        } else if (isNew(effect, path)) {
            if (takesAway) {
                draft.notOwn(path);
            } else {
                draft.make(path, from);
            }
        } else {
            if (!isChangedOnly(effect)) {
                draft.lost(path);
            }
            draft.change(path);
            draft.reopen(path);
            copies.forEach(source -> copyInto(path, source, takesAway));
        }
    }

    /** A copy that is put into a folder which was there before. */
    private void copyInto(String folder, String source, boolean takesAway) {
        String path = Before.inside(folder, source);
        if (before.kind(path) == Kind.MISSING && !takesAway) {
            draft.make(path, Set.of(source));
        }
    }

    /** Whether what was in a file is there afterwards, but for a part. */
    private static boolean isChangedOnly(Effect effect) {
        Set<String> traits = effect.circumstances().traits();
        return traits.contains("in-place") || traits.contains("append") || traits.contains("create");
    }

    private boolean isNew(Effect effect, String path) {
        return switch (before.kind(path)) {
            case MISSING -> true;
            case UNKNOWN ->
                trusting
                        && effect.circumstances().traits().contains(EXCLUSIVE)
                        && effect.circumstances().certainty() == Certainty.CERTAIN
                        && result.filter(Expected::tellsOfFailure).isEmpty();
            case FILE, FOLDER, OTHER -> false;
        };
    }
}
