package dev.greenlane.engine.understand;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.catalogue.Catalogue;
import dev.greenlane.engine.look.BoundedFiles;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.secrets.SecretScanner;
import dev.greenlane.engine.understand.shell.ShellUnderstanding;
import dev.greenlane.engine.understand.target.Links;
import dev.greenlane.engine.understand.target.PathClasses;
import dev.greenlane.engine.understand.target.PathReader;
import dev.greenlane.engine.understand.trail.Trail;
import java.util.Map;

/**
 * Turns calls into their effects. Thread-safe, never throws: what goes wrong inside is an effect that was not understood.
 */
public final class Understander {

    private final ShellCalls shells;
    private final FileCalls files;
    private final WebCalls web;
    private final OtherCalls others;
    private final PathClasses classes;

    public Understander(Catalogue catalogue, PathClasses classes, SecretScanner secrets) {
        ShellUnderstanding shell = new ShellUnderstanding(catalogue, secrets);
        this.shells = new ShellCalls(shell);
        this.files = new FileCalls(shell);
        this.web = new WebCalls(secrets);
        this.others = new OtherCalls(shells, web, secrets);
        this.classes = classes;
    }

    /** With the knowledge that comes with Greenlane. */
    public static Understander load() {
        return new Understander(Catalogue.load(), PathClasses.load(), SecretScanner.load());
    }

    /**
     * What {@code call} would do.
     *
     * @param look sight of the files where the call is made
     */
    public Understanding understand(ToolCall call, Surroundings surroundings, Files look) {
        return understand(call, surroundings, look, Trail.NONE);
    }

    /**
     * What {@code call} would do behind others of its session.
     *
     * @param look sight of the files where the call is made
     * @param earlier what the calls before it have left
     */
    public Understanding understand(ToolCall call, Surroundings surroundings, Files look, Trail earlier) {
        try {
            Files bounded = new BoundedFiles(look);
            PathReader paths = new PathReader(classes, surroundings.workingDirectory(), surroundings.home())
                    .through(new Links(bounded));
            Sight sight = new Sight(paths, bounded, earlier);
            Understanding found = understand(call, sight);
            return call instanceof ToolCall.Shell ? found : found.leaving(LeftFiles.by(call, sight));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            CallLog log = new CallLog(call);
            log.notUnderstood(
                    "could not be followed to its end (" + e.getClass().getSimpleName() + ")");
            return log.understanding().leaving(earlier.after(Map.of()));
        }
    }

    private Understanding understand(ToolCall call, Sight sight) {
        return switch (call) {
            case ToolCall.Shell shell -> shells.run(shell, sight);
            case ToolCall.ReadFile read -> files.read(read, sight);
            case ToolCall.WriteFile write -> files.write(write, sight);
            case ToolCall.Patch patch -> files.patch(patch, sight);
            case ToolCall.Search search -> files.search(search, sight);
            case ToolCall.Fetch fetch -> web.fetch(fetch, sight);
            case ToolCall.WebSearch search -> WebCalls.search(search);
            case ToolCall.Mcp tool -> others.mcp(tool, sight);
            case ToolCall.Unknown tool -> others.unknown(tool, sight);
            case ToolCall.Malformed tool -> OtherCalls.malformed(tool);
            case ToolCall.Spawn spawn -> new CallLog(spawn).understanding();
            case ToolCall.Internal internal -> new CallLog(internal).understanding();
        };
    }
}
