package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Catalogue;
import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.look.BoundedFiles;
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
     * @param invocations the commands that were followed, outer ones before the ones inside them
     * @param trail what is left for later calls
     */
    public record Followed(Optional<Script> tree, List<Effect> effects, List<Invocation> invocations, Trail trail) {}

    /**
     * Follows a command line from the folder that {@code paths} calls the workspace.
     *
     * @param earlier what earlier calls of the session have left
     */
    public Followed understand(String command, PathReader paths, Files files, Trail earlier) {
        Script script = ShellReader.read(command);
        Work work = new Work(catalogue, secrets, new EffectLog(), earlier);
        Span whole = new Span(0, command.length());
        Scene scene = new Scene(paths, new BoundedFiles(files), Place.HERE, whole, 0, Certainty.CERTAIN, 0, false);
        new ShellInterpreter(work).script(script, new ShellState(paths.workspace()), Flow.NONE, scene);
        return followed(Optional.of(script), work);
    }

    /**
     * Follows a command line in another language.
     *
     * @param language as the catalogue names it: {@code powershell}, {@code batch}
     * @param earlier what earlier calls of the session have left
     */
    public Followed understand(String command, String language, PathReader paths, Files files, Trail earlier) {
        Work work = new Work(catalogue, secrets, new EffectLog(), earlier);
        Span whole = new Span(0, command.length());
        Scene scene = new Scene(paths, new BoundedFiles(files), Place.HERE, whole, 0, Certainty.CERTAIN, 0, false);
        Argument code = new Argument(Value.of(command), whole);
        new CodeRunner(new ShellInterpreter(work), work)
                .text(code, language, new ShellState(paths.workspace()), Flow.NONE, scene);
        return followed(Optional.empty(), work);
    }

    private static Followed followed(Optional<Script> tree, Work work) {
        return new Followed(
                tree,
                work.log().effects(),
                work.invocations(),
                work.files().deposits().left());
    }
}
