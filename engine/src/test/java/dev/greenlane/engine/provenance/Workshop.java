package dev.greenlane.engine.provenance;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.call.ToolNames;
import dev.greenlane.engine.consent.grant.Grants;
import dev.greenlane.engine.look.RealFiles;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Reviewer;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.session.Session;
import dev.greenlane.engine.understand.Understander;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A throw-away folder in which the calls of a session are reviewed and then really executed. */
final class Workshop {

    private static final Reviewer REVIEWER = new Reviewer(Understander.load(), Policy.defaults());
    private static final World WORLD = World.of(new RealFiles());

    private final Path folder;
    private Session session = Session.NEW;

    Workshop(Path folder) {
        this.folder = folder;
    }

    /** The agent runs commands; only what does not leave the folder is written here. */
    void runs(String command) {
        took(new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX), () -> shell(command));
    }

    /** The agent writes a file. */
    void writes(String name, String text) {
        Path file = folder.resolve(name);
        ToolCall call = ToolNames.standard().call("Write", Map.of("file_path", file.toString(), "content", text));
        took(call, () -> user(name, text));
    }

    /** The user writes a file, and nobody is told. */
    void user(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void shell(String command) {
        try {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it takes too long: " + command);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The agent runs a command of which only the output is known here. */
    void shows(String command, String output) {
        took(new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX), () -> {}, output);
    }

    private void took(ToolCall call, Runnable deed) {
        took(call, deed, "");
    }

    private void took(ToolCall call, Runnable deed, String result) {
        Session before = session;
        Session after = reviewed(call).sessionAfter();
        session = session.after(before, after);
        deed.run();
        session = session.settled(before, after, WORLD.files(), result);
    }

    Review reviewed(ToolCall call) {
        return REVIEWER.review(new Request(
                call,
                new Surroundings(Optional.of(folder.toString()), Optional.of("/nowhere/home")),
                WORLD,
                Mode.AUTO,
                UserRules.NONE,
                List.of(),
                Grants.NONE,
                session,
                List.of()));
    }

    Provenance known() {
        return session.provenance(WORLD);
    }

    Works works() {
        return session.works();
    }

    boolean made(String name) {
        return known().made(folder.resolve(name).toString());
    }
}
