package dev.greenlane.engine.understand.target;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.effect.Reversibility;
import dev.greenlane.engine.understand.target.PathClasses.Implied;
import dev.greenlane.engine.understand.target.PathClasses.PathClass;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The effects that one call is found to have, in the order in which they are found, each once. Adds what follows from a
 * path: reading a key is also access to a credential. Not thread-safe; one per call.
 */
public final class EffectLog {

    private final List<Effect> effects = new ArrayList<>();
    private final Set<Effect> seen = new HashSet<>();
    private final Set<Effect> written = new LinkedHashSet<>();

    /** All effects so far. */
    public List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** What text that the call puts into files would do when it runs. */
    public List<Effect> written() {
        return List.copyOf(written);
    }

    /** Adds what text that the call puts into a file would do when it runs. */
    public void written(List<Effect> found) {
        written.addAll(found);
    }

    public int size() {
        return effects.size();
    }

    /** What was added since {@code size()} was {@code mark}. */
    public List<Effect> since(int mark) {
        return List.copyOf(effects.subList(mark, effects.size()));
    }

    /**
     * Adds what is done to a path, and what follows from it.
     *
     * @param folder the folder that the command runs in
     * @return labels of the data in the file
     */
    public Set<DataLabel> path(
            EffectKind kind, Value path, Value folder, PathReader reader, Circumstances circumstances) {
        boolean isLink = kind == EffectKind.FILE_DELETE
                && !path.known().filter(text -> text.endsWith("/")).isPresent();
        PathReader.Located located = isLink ? reader.locateLink(path, folder) : reader.locate(path, folder);
        return path(kind, located, circumstances, false);
    }

    /**
     * Adds what is done to a path, and what follows from it.
     *
     * @param seen whether what is written there is known, and so what follows from it is found by reading it
     * @return labels of the data in the file
     */
    public Set<DataLabel> path(EffectKind kind, PathReader.Located located, Circumstances circumstances, boolean seen) {
        PathTarget target = located.target();
        if (target.scope() == Scope.STREAM) {
            return Set.of();
        }
        add(new Effect.OnPath(kind, target, circumstances));
        Set<DataLabel> labels = EnumSet.of(labelOf(target.scope()));
        for (PathClass found : located.classes()) {
            Implied implied = found.implied().get(kind);
            if (implied != null) {
                add(implied, target, circumstances);
                if (implied.kind() == EffectKind.CREDENTIAL_ACCESS) {
                    labels.add(DataLabel.CREDENTIAL);
                }
            }
            if (kind == EffectKind.FILE_WRITE && !seen) {
                found.unseen()
                        .ifPresent(unseen ->
                                add(unseen, target, isRead(target) ? with(circumstances, "in-place") : circumstances));
            }
        }
        return labels;
    }

    /** Whether the call has read the file before; what is written to it then is its own content, changed. */
    private boolean isRead(PathTarget file) {
        return effects.stream()
                .anyMatch(effect -> effect instanceof Effect.OnPath path
                        && path.kind() == EffectKind.FILE_READ
                        && path.path().text().equals(file.text()));
    }

    private static Circumstances with(Circumstances base, String trait) {
        Set<String> traits = new HashSet<>(base.traits());
        traits.add(trait);
        return base.with(traits);
    }

    private void add(Implied implied, PathTarget target, Circumstances circumstances) {
        Set<String> traits = new HashSet<>(circumstances.traits());
        traits.addAll(implied.traits());
        add(new Effect.OnName(
                implied.kind(),
                target.text(),
                target.knowledge() == PathTarget.Knowledge.EXACT,
                circumstances.with(traits)));
    }

    /** Labels of the data in a file, by where it lies and what it is. */
    public static Set<DataLabel> dataIn(Value path, Value folder, PathReader reader) {
        PathReader.Located located = reader.locate(path, folder);
        if (located.target().scope() == Scope.STREAM) {
            return Set.of();
        }
        Set<DataLabel> labels = EnumSet.of(labelOf(located.target().scope()));
        for (PathClass found : located.classes()) {
            Implied implied = found.implied().get(EffectKind.FILE_READ);
            if (implied != null && implied.kind() == EffectKind.CREDENTIAL_ACCESS) {
                labels.add(DataLabel.CREDENTIAL);
            }
        }
        return labels;
    }

    /** Whether a file belongs to the gate or to an agent's settings. */
    public static boolean isOfTheGate(Value path, Value folder, PathReader reader) {
        return reader.locate(path, folder).classes().stream()
                .map(found -> found.implied().get(EffectKind.FILE_DELETE))
                .anyMatch(implied -> implied != null && implied.kind() == EffectKind.GUARD_CHANGE);
    }

    /** Adds what is done with a host. */
    public void host(EffectKind kind, Value host, Circumstances circumstances) {
        Set<String> found = EndpointReader.traits(host);
        if (found.isEmpty()) {
            add(new Effect.OnHost(kind, EndpointReader.read(host), circumstances));
            return;
        }
        Set<String> traits = new HashSet<>(circumstances.traits());
        traits.addAll(found);
        add(new Effect.OnHost(kind, EndpointReader.read(host), circumstances.with(traits)));
    }

    /** Adds what is done to a thing with a name. */
    public void name(EffectKind kind, Value name, Circumstances circumstances) {
        add(new Effect.OnName(kind, name.display(), name.known().isPresent(), circumstances));
    }

    /** Adds a part that was not understood. */
    public void notUnderstood(String what, String reason, Circumstances circumstances) {
        add(new Effect.NotUnderstood(what, reason, circumstances));
    }

    /** Adds an effect that was found in another text, at {@code span} of this call. */
    public void add(Effect effect, Span span) {
        Circumstances here = effect.circumstances().at(span);
        add(
                switch (effect) {
                    case Effect.OnPath path -> new Effect.OnPath(path.kind(), path.path(), here);
                    case Effect.OnHost host -> new Effect.OnHost(host.kind(), host.endpoint(), here);
                    case Effect.OnName name -> new Effect.OnName(name.kind(), name.target(), name.known(), here);
                    case Effect.NotUnderstood unknown ->
                        new Effect.NotUnderstood(unknown.target(), unknown.reason(), here);
                });
    }

    private void add(Effect effect) {
        if (seen.add(effect)) {
            effects.add(effect);
        }
    }

    private static DataLabel labelOf(Scope scope) {
        return switch (scope) {
            case WORKSPACE, WORKSPACE_ROOT -> DataLabel.PROJECT;
            case HOME, HOME_ROOT, ABOVE_WORKSPACE -> DataLabel.PRIVATE;
            case ROOT, SYSTEM, DEVICE -> DataLabel.SYSTEM;
            case TEMP, TEMP_ROOT, ELSEWHERE, STREAM, UNKNOWN -> DataLabel.UNKNOWN;
        };
    }

    /** How an effect of this kind can be taken back, where nothing else says so. */
    public static Reversibility usual(EffectKind kind) {
        return switch (kind) {
            case FILE_READ,
                    NETWORK_FETCH,
                    DATABASE_READ,
                    CLOUD_READ,
                    VCS_LOCAL_CHANGE,
                    RUNS_PROJECT_CODE,
                    CREDENTIAL_ACCESS -> Reversibility.REVERSIBLE;
            case FILE_DELETE,
                    DISK_DESTROY,
                    NETWORK_SEND,
                    VCS_LOCAL_LOSS,
                    DATABASE_DESTROY,
                    CLOUD_DESTROY,
                    SECRET_IN_CONTENT,
                    PACKAGE_PUBLISH,
                    COMMUNICATION -> Reversibility.IRREVERSIBLE;
            default -> Reversibility.RECOVERABLE;
        };
    }

    /** Circumstances without anything special, on this machine. */
    public static Circumstances plain(EffectKind kind, dev.greenlane.syntax.Span span) {
        return new Circumstances(span, Certainty.CERTAIN, usual(kind), Set.of(), Place.HERE, Set.of());
    }
}
