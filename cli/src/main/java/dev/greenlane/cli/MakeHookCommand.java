package dev.greenlane.cli;

import dev.greenlane.cli.copy.HookFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code greenlane make-hook}: for the launcher of a checkout. */
@Command(name = "make-hook", hidden = true, header = "Write what agents' hooks start into a folder.")
final class MakeHookCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        try {
            new HookFolder(folder.toAbsolutePath()).write(Path.of(System.getProperty(Resident.LAUNCHER, "greenlane")));
            return Exit.OK;
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "the hook cannot be written: " + e.getMessage() + ".");
        }
    }
}
