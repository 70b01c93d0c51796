package dev.greenlane.engine.provenance;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.look.Files.Kind;
import dev.greenlane.engine.look.Trees;
import dev.greenlane.engine.provenance.Works.Changed;
import dev.greenlane.engine.provenance.Works.Made;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.understand.trail.Content;
import dev.greenlane.engine.understand.trail.Trail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts one executed call into the works of its session, command by command. Not thread-safe; one per call. */
final class Fold {

    /** Fails where something stands already, so what stands there afterwards was made. */
    static final String EXCLUSIVE = "exclusive";

    private static final int MOST_COPIES = 32;
    private static final int MOST_CONTENTS = 8;

    /** Stands for any file. */
    private static final String ANYTHING = "";

    private final Optional<String> home;
    private final Before before;
    private final boolean trusting;
    private final Optional<String> result;
    private final Set<String> notOwn = new LinkedHashSet<>();
    private PathMap<Made> made;
    private PathMap<Changed> changed;
    private PathMap<Boolean> read;
    private PathMap<String> fetched;
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
        this.made = works.made();
        this.changed = works.changed();
        this.read = works.read();
        this.fetched = works.fetched();
        this.things = works.things();
    }

    Works of(Understanding executed, Trail earlier) {
        Map<String, Content> put = Targets.put(executed, earlier, home);
        for (String path : before.foreign()) {
            made = made.without(path);
            changed = changed.without(path);
        }
        Set<String> copies = new LinkedHashSet<>();
        executed.effects().stream()
                .filter(effect -> effect.kind() == EffectKind.FILE_READ && Targets.isHere(effect))
                .forEach(effect -> read(effect, copies));
        for (List<Effect> command : Commands.of(executed)) {
            follow(command, copies);
        }
        put.forEach((path, content) -> {
            if (before.kind(path) == Kind.MISSING && made.atOrAbove(path).isEmpty() && Targets.isFetched(content)) {
                make(path, Set.of());
            }
            fetched = Targets.isFetched(content)
                    ? fetched.with(path, from(content))
                    : fetched.at(path).isPresent() ? fetched.without(path) : fetched;
        });
        executed.effects().stream()
                .filter(Fold::deletesThing)
                .forEach(effect -> things = things.without(effect.target()));
        return new Works(made, changed, read, fetched, things, Expectations.of(executed, things));
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
                        Targets.exact(effect, home).ifPresent(to -> move(moved, to));
                        moved.clear();
                    }
                }
                case VCS_LOCAL_LOSS -> lost(ANYTHING);
                default -> {
                    // Touches no files.
                }
            }
        }
        moved.forEach(this::forget);
    }

    private void read(Effect effect, Set<String> copies) {
        Optional<String> path = Targets.exact(effect, home);
        path.ifPresent(file -> read = read.at(file).isPresent() ? read : read.with(file, true));
        String source = path.or(() -> Targets.exactOrAround(effect, home)).orElse(ANYTHING);
        if (source.equals(ANYTHING) || made.atOrAbove(source).isEmpty()) {
            copies.add(source);
        }
    }

    /** Whether an effect removes what this session has not made: then what is made beside it may be the only copy of it. */
    private boolean takesAway(Effect effect) {
        return effect.kind() == EffectKind.FILE_DELETE
                && Targets.exact(effect, home).flatMap(made::atOrAbove).isEmpty();
    }

    private void delete(Effect effect) {
        String path = Targets.exactOrAround(effect, home).orElse(ANYTHING);
        if (path.equals(ANYTHING) || made.atOrAbove(path).isEmpty()) {
            lost(path);
        }
        if (!path.equals(ANYTHING)) {
            forget(path);
        }
    }

    /** What was copied from something that is gone may now be the only one. */
    private void lost(String path) {
        if (made.byPath().values().stream().anyMatch(each -> comesFrom(each, path))) {
            made = made.changed(all -> all.values().removeIf(each -> comesFrom(each, path)));
        }
    }

    private static boolean comesFrom(Made made, String path) {
        return made.copies().stream()
                .anyMatch(source -> source.equals(ANYTHING)
                        || path.equals(ANYTHING)
                        || Trees.isAtOrBelow(source, path)
                        || Trees.isAtOrBelow(path, source));
    }

    private void forget(String path) {
        made = made.without(path);
        changed = changed.without(path);
        fetched = fetched.without(path);
        read = read.without(path);
    }

    private void move(Set<String> sources, String to) {
        for (String source : sources) {
            String target = before.kind(to) == Kind.FOLDER ? Before.inside(to, source) : to;
            if (made.atOrAbove(target).isEmpty()) {
                lost(target);
            }
            Optional<Made> own = made.atOrAbove(source).flatMap(made::at);
            boolean within = made.at(source).isEmpty() && own.isPresent();
            if (own.isEmpty()) {
                notOwn.add(target);
                made.atOrAbove(target).ifPresent(this::disown);
            }
            boolean arrives = before.kind(target) == Kind.MISSING
                    || trusting
                    || made.at(target).isPresent();
            made = arrives ? made.moved(source, target) : made.without(source);
            if (within && arrives) {
                made = made.with(target, own.get().stamped(Optional.empty()));
            }
            changed = changed.without(target).without(source);
            fetched = fetched.moved(source, target);
            read = read.moved(source, target);
        }
    }

    private void write(Effect effect, boolean takesAway, Set<String> copies) {
        Optional<String> exact = Targets.exact(effect, home);
        if (exact.isEmpty()) {
            Targets.exactOrAround(effect, home).ifPresent(this::reopen);
            return;
        }
        String path = exact.get();
        Set<String> from = effect.circumstances().traits().contains("create") ? Set.of() : copies;
        Optional<String> own = made.atOrAbove(path);
        if (own.isPresent()) {
            rewrite(own.get(), path, takesAway, from);
        } else if (isNew(effect, path)) {
            if (takesAway) {
                notOwn.add(path);
            } else {
                make(path, from);
            }
        } else {
            if (!isChangedOnly(effect)) {
                lost(path);
            }
            change(path);
            reopen(path);
            copies.forEach(source -> copyInto(path, source, takesAway));
        }
    }

    /** A copy that is put into a folder which was there before. */
    private void copyInto(String folder, String source, boolean takesAway) {
        String path = Before.inside(folder, source);
        if (before.kind(path) == Kind.MISSING && !takesAway) {
            make(path, Set.of(source));
        }
    }

    /** Whether what was in a file is there afterwards, but for a part. */
    private static boolean isChangedOnly(Effect effect) {
        Set<String> traits = effect.circumstances().traits();
        return traits.contains("in-place") || traits.contains("append") || traits.contains("create");
    }

    /** Writes to a path that is the session's own, or below one. */
    private void rewrite(String own, String path, boolean takesAway, Set<String> copies) {
        if (takesAway) {
            disown(own);
            return;
        }
        Made known = made.byPath().get(own);
        if (known != null && !known.copies().containsAll(copies)) {
            Set<String> all = new LinkedHashSet<>(known.copies());
            all.addAll(copies);
            made = made.with(own, new Made(known.stamp(), few(all)));
        }
        reopen(path);
    }

    private void disown(String own) {
        notOwn.add(own);
        made = made.changed(all -> all.remove(own));
    }

    private static Set<String> few(Set<String> copies) {
        return copies.size() <= MOST_COPIES ? copies : Set.of(ANYTHING);
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

    private void make(String path, Set<String> copies) {
        Before.Stood stood = before.stood().get(path);
        String top = stood == null ? path : stood.top();
        if (notOwn.stream().noneMatch(each -> Trees.isAtOrBelow(each, top))) {
            made = made.with(top, new Made(Optional.empty(), few(copies)));
        }
    }

    private void change(String path) {
        Before.Stood stood = before.stood().get(path);
        if (stood == null || stood.content().isEmpty()) {
            return;
        }
        Optional<Changed> known = changed.at(path).filter(each -> each.stamp().isPresent());
        List<String> contents = new ArrayList<>(known.map(Changed::contents).orElse(List.of()));
        contents.remove(stood.content().get());
        contents.add(stood.content().get());
        List<String> last = contents.subList(Math.max(0, contents.size() - MOST_CONTENTS), contents.size());
        changed = changed.with(path, new Changed(Optional.empty(), last));
    }

    /** Files at or below a path are written to: what they are like afterwards is not known yet. */
    private void reopen(String path) {
        made = reopened(made, path, each -> each.stamped(Optional.empty()));
        changed = reopened(changed, path, each -> each.stamped(Optional.empty()));
    }

    private static <V> PathMap<V> reopened(PathMap<V> map, String path, UnaryOperator<V> open) {
        if (map.byPath().isEmpty()) {
            return map;
        }
        Map<String, V> again = new LinkedHashMap<>();
        map.byPath().forEach((each, known) -> {
            if (Trees.isAtOrBelow(each, path)) {
                again.put(each, open.apply(known));
            }
        });
        return again.isEmpty() ? map : map.changed(all -> all.putAll(again));
    }
}
