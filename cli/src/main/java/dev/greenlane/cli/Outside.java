package dev.greenlane.cli;

import dev.greenlane.cli.screen.Terminal;
import dev.greenlane.service.settings.SettingsFiles;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a command sees of the world that started it. Text goes out as UTF-8 whatever the locale is.
 *
 * @param folder the folder the command was started in, absolute
 * @param managed the organisation's file of settings
 * @param isTerminal whether what goes out is seen at a terminal
 */
record Outside(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path folder,
        Path managed,
        BooleanSupplier isTerminal) {
    private static final int BUFFER = 1 << 16;

    /** With the output of this process. */
    Outside(
            InputStream in,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Path folder,
            Path managed) {
        this(in, out, err, environment, folder, managed, () -> Terminal.isTerminal(Terminal.OUT));
    }

    /** With the organisation's file of this system. */
    Outside(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment, Path folder) {
        this(in, out, err, environment, folder, SettingsFiles.managedFile());
    }

    /** The process itself. */
    static Outside ofProcess() {
        return new Outside(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.getenv(),
                Path.of("").toAbsolutePath());
    }

    /** The user's home, by {@code $HOME} alone. */
    Optional<String> home() {
        return Optional.ofNullable(environment.get("HOME")).filter(home -> home.startsWith("/"));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), false, StandardCharsets.UTF_8);
    }
}
