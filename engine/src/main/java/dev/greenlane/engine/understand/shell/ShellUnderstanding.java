package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Catalogue;
import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.secrets.SecretScanner;
import dev.greenlane.engine.understand.target.EffectLog;
import dev.greenlane.engine.understand.target.PathReader;
import dev.greenlane.engine.understand.trail.Trail;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import dev.greenlane.syntax.shell.Script;
import dev.greenlane.syntax.shell.ShellReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a command line would do. Immutable and thread-safe. */
public final class ShellUnderstanding {

    private final Catalogue catalogue;
    private final SecretScanner secrets;

    public ShellUnderstanding(Catalogue catalogue, SecretScanner secrets) {
        this.catalogue = catalogue;
        this.secrets = secrets;
    }

    /**
     * What following a command line has found.
     *
     * @param tree the command line as it was read; empty where it is not in the language of a POSIX shell
     * @param written what text that it puts into files would do when it runs
     * @param invocations the commands that were followed, outer ones before the ones inside them
     * @param trail what is left for later calls
     */
    public record Followed(
            Optional<Script> tree,
            List<Effect> effects,
            List<Effect> written,
            List<Invocation> invocations,
            Trail trail) {

        /** What this and {@code first}, another reading of the same text, have found, without effects of that one. */
        public Followed behind(Followed first, Predicate<Effect> without) {
            return new Followed(
                    first.tree(),
                    Stream.concat(first.effects().stream().filter(without.negate()), effects.stream())
                            .distinct()
                            .toList(),
                    Stream.concat(first.written().stream(), written.stream()).toList(),
                    Stream.concat(first.invocations().stream(), invocations.stream())
                            .toList(),
                    trail);
        }
    }

    /**
     * Follows a command line from the folder that {@code paths} calls the workspace.
     *
     * @param earlier what earlier calls of the session have left
     */
    public Followed understand(String command, PathReader paths, Files files, Trail earlier) {
        Script script = ShellReader.read(command);
        Work work = new Work(catalogue, secrets, new EffectLog(), earlier);
        Span whole = new Span(0, command.length());
        Scene scene = new Scene(paths, files, Place.HERE, whole, 0, Certainty.CERTAIN, 0, false);
        ShellInterpreter interpreter = new ShellInterpreter(work);
        interpreter.script(script, new ShellState(paths.workspace()), Flow.NONE, scene);
        if (work.files().pipesWereReadTooEarly()) {
            work.invocations().clear();
            interpreter.script(script, new ShellState(paths.workspace()), Flow.NONE, scene);
        }
        return followed(Optional.of(script), command, work);
    }

    /**
     * Follows a command line in another language.
     *
     * @param language as the catalogue names it: {@code powershell}, {@code batch}
     * @param certainty how sure it is that it is in that language
     * @param earlier what earlier calls of the session have left
     */
    public Followed understand(
            String command, String language, Certainty certainty, PathReader paths, Files files, Trail earlier) {
        Work work = new Work(catalogue, secrets, new EffectLog(), earlier);
        Span whole = new Span(0, command.length());
        Scene scene = new Scene(paths, files, Place.HERE, whole, 0, certainty, 0, false);
        Argument code = new Argument(Value.of(command), whole);
        new CodeRunner(new ShellInterpreter(work), work)
                .text(code, language, new ShellState(paths.workspace()), Flow.NONE, scene);
        return followed(Optional.empty(), command, work);
    }

    private static Followed followed(Optional<Script> tree, String command, Work work) {
        CommandSecrets.add(command, work);
        return new Followed(
                tree,
                work.log().effects(),
                work.log().written(),
                work.invocations(),
                work.files().deposits().left());
    }

    /**
     * Adds to {@code log} what it means that text comes into a file.
     *
     * @param file the file
     * @param before what stood there; empty where nothing did, or where it is not known
     * @param after the whole text afterwards, or what comes in the place of {@code before}
     * @param writing the circumstances of the write
     */
    public void written(
            PathReader.Located file,
            String before,
            String after,
            Circumstances writing,
            PathReader paths,
            Files files,
            EffectLog log) {
        Scene scene = new Scene(paths, files, Place.HERE, writing.span(), 0, Certainty.CERTAIN, 0, false);
        new WrittenText(new Work(catalogue, secrets, log, Trail.NONE), scene, writing).into(file, before, after);
    }
}
