package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.secrets.Secret;
import dev.greenlane.engine.understand.edit.Contents;
import dev.greenlane.engine.understand.edit.Meaning;
import dev.greenlane.engine.understand.edit.Moment;
import dev.greenlane.engine.understand.edit.StateChanges;
import dev.greenlane.engine.understand.target.EffectLog;
import dev.greenlane.engine.understand.target.PathReader;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.shell.ShellReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Text that is put into a file, by an edit, a redirection or a program: the secrets in it, and what it would do when it runs.
 * What stood there before is taken off, so that only what is new counts.
 */
final class WrittenText {

    /** How much of a text is read. */
    static final int LARGEST = 64 * 1024;

    /** How many pieces of written code inside each other are followed. */
    private static final int MOST_LAYERS = 3;

    /** What says nothing of code that does not run now. */
    private static final Set<EffectKind> NOT_TOLD = EnumSet.of(
            EffectKind.UNKNOWN,
            EffectKind.FILE_READ,
            EffectKind.RUNS_GIVEN_CODE,
            EffectKind.RUNS_PROJECT_CODE,
            EffectKind.VCS_LOCAL_CHANGE);

    private static final Set<String> SECRETS = Set.of("ssh-key", "credential-file", "system-auth", "shell-history");

    private final Work work;
    private final Scene scene;
    private final Circumstances writing;

    /** @param writing the circumstances of the write */
    WrittenText(Work work, Scene scene, Circumstances writing) {
        this.work = work;
        this.scene = scene;
        this.writing = writing;
    }

    /**
     * Takes {@code after} as the content of the file that a command writes or adds to.
     *
     * @param known what the call itself has put there before
     */
    void by(Value path, FileAccess.From from, String known, String after) {
        boolean append = writing.traits().contains("append");
        Optional<String> onDisk = append
                ? Optional.empty()
                : scene.paths()
                        .absolute(path, from.folder())
                        .flatMap(at -> scene.files().text(at, LARGEST));
        into(scene.paths().locate(path, from.folder()), onDisk.orElse(known), after);
    }

    /** Takes {@code after} as the content of {@code file} where {@code before} was. */
    void into(PathReader.Located file, String before, String after) {
        if (file.target().scope() == Scope.STREAM || before.equals(after)) {
            return;
        }
        secrets(file, before, after);
        records(file, before, after);
        if (work.layers() < MOST_LAYERS && work.follows(file.target().text(), after)) {
            Set<Effect> fresh = new LinkedHashSet<>(effects(file, cut(after)));
            if (!fresh.isEmpty() && !before.isEmpty()) {
                effects(file, cut(before)).forEach(fresh::remove);
            }
            work.log().written(List.copyOf(fresh));
        }
    }

    /** What the edit stands in for, where the file holds records of things that a tool looks after. */
    private void records(PathReader.Located file, String before, String after) {
        Set<String> classes = file.target().classes();
        boolean state = classes.contains("state-record");
        if (classes.contains("sample-data")
                || file.contents().isPresent()
                || !state && !StateChanges.mayStandIn(file.target().text())) {
            return;
        }
        for (Meaning.Sets change : StateChanges.between(file.target().text(), before, after, state)) {
            work.log().name(change.kind(), Value.of(change.target()), circumstances(change.kind(), change.traits()));
        }
    }

    private static String cut(String text) {
        return text.length() <= LARGEST ? text : text.substring(0, LARGEST);
    }

    private void secrets(PathReader.Located file, String before, String after) {
        boolean settings = file.target().classes().contains("env-file");
        Set<String> traits = settings ? Set.of("settings") : Set.of();
        for (Secret secret : work.secrets().find(after)) {
            String value = after.substring(secret.span().start(), secret.span().end());
            if (!before.contains(value)) {
                work.log()
                        .name(
                                EffectKind.SECRET_IN_CONTENT,
                                Value.of(
                                        secret.format() + " in " + file.target().text()),
                                circumstances(EffectKind.SECRET_IN_CONTENT, traits));
            }
        }
    }

    private List<Effect> effects(PathReader.Located file, String text) {
        String path = file.target().text();
        List<Meaning> meanings =
                file.contents().map(contents -> contents.read(path, text)).orElseGet(() -> Contents.ofAny(path, text));
        List<Effect> effects = new ArrayList<>();
        for (Meaning meaning : meanings) {
            effects.addAll(
                    switch (meaning) {
                        case Meaning.Runs runs -> run(runs);
                        case Meaning.Sets sets -> List.of(setting(sets));
                        case Meaning.Points points -> List.of(address(points));
                    });
        }
        return effects;
    }

    private Effect setting(Meaning.Sets sets) {
        Set<String> traits = new HashSet<>(sets.traits());
        traits.add(Moment.LATER.trait());
        return new Effect.OnName(sets.kind(), sets.target(), true, circumstances(sets.kind(), traits));
    }

    private Effect address(Meaning.Points points) {
        Set<String> traits = Set.of(Moment.LATER.trait(), "redirect");
        EffectLog log = new EffectLog();
        log.host(EffectKind.NETWORK_FETCH, Value.of(points.address()), circumstances(EffectKind.NETWORK_FETCH, traits));
        return log.effects().get(0);
    }

    private Circumstances circumstances(EffectKind kind, Set<String> traits) {
        return new Circumstances(
                writing.span(), writing.certainty(), EffectLog.usual(kind), Set.of(), writing.place(), traits);
    }

    private List<Effect> run(Meaning.Runs runs) {
        Work inner = work.inside();
        ShellInterpreter interpreter = new ShellInterpreter(inner);
        Scene there = scene.inside(writing.span(), -1).less(Certainty.LIKELY);
        if (runs.moment() == Moment.IF_RUN_ELSEWHERE) {
            there = there.at(Place.CONTAINER, scene.paths().elsewhere());
        }
        ShellState state = new ShellState(there.paths().workspace());
        if (runs.language().equals("shell")) {
            interpreter.script(ShellReader.read(runs.code()), state, Flow.NONE, there);
        } else {
            new CodeRunner(interpreter, inner)
                    .text(
                            new Argument(Value.of(runs.code()), writing.span()),
                            runs.language(),
                            state,
                            Flow.NONE,
                            there);
        }
        return told(inner.log(), runs.moment());
    }

    private static List<Effect> told(EffectLog log, Moment moment) {
        boolean readsSecrets = log.effects().stream().anyMatch(WrittenText::readsSecret);
        List<Effect> told = new ArrayList<>();
        for (Effect effect : log.effects()) {
            if (!NOT_TOLD.contains(effect.kind())) {
                told.add(at(effect, moment, readsSecrets));
            }
        }
        told.addAll(log.written());
        return told;
    }

    /** Whether it reads a key or a secret that belongs to the person and not to the project. */
    private static boolean readsSecret(Effect effect) {
        return effect instanceof Effect.OnPath path
                && path.kind() == EffectKind.FILE_READ
                && path.path().scope() != Scope.WORKSPACE
                && path.path().classes().stream().anyMatch(SECRETS::contains);
    }

    /**
     * The effect at a later moment.
     *
     * @param secrets whether the code reads secrets that are not its own, so that what it sends may be one; a secret from a
     *     variable is how programs prove who they are
     */
    private static Effect at(Effect effect, Moment moment, boolean secrets) {
        Circumstances now = effect.circumstances();
        Set<String> traits = new HashSet<>(now.traits());
        traits.add(moment.trait());
        Set<DataLabel> carries = new HashSet<>(now.carries());
        if (secrets && carries.contains(DataLabel.UNKNOWN)) {
            carries.add(DataLabel.CREDENTIAL);
        } else if (!secrets && moment != Moment.LATER) {
            carries.remove(DataLabel.CREDENTIAL);
        }
        Circumstances later = now.with(traits).carrying(carries, now.origin());
        return switch (effect) {
            case Effect.OnPath path -> new Effect.OnPath(path.kind(), path.path(), later);
            case Effect.OnHost host -> new Effect.OnHost(host.kind(), host.endpoint(), later);
            case Effect.OnName name -> new Effect.OnName(name.kind(), name.target(), name.known(), later);
            case Effect.NotUnderstood part -> new Effect.NotUnderstood(part.target(), part.reason(), later);
        };
    }
}
