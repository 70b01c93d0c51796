package dev.greenlane.cli.copy;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.known.KnownAgents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The folder that agents' hooks point to: the hook client, the program that starts the service, and for every agent and event
 * what is printed when the service does not answer.
 */
public final class HookFolder {
    private static final String CLIENT = "greenlane-hook";
    private static final String FAILED = "its service did not answer";
    private static final long COMPILING_SECONDS = 60;

    private final Path folder;

    public HookFolder(Path folder) {
        this.folder = folder;
    }

    /** What agents run. */
    public Path client() {
        return folder.resolve(CLIENT);
    }

    /**
     * Writes everything anew. Hooks that run meanwhile find the old or the new.
     *
     * @param launcher the program that starts the service with the word {@code serve}
     * @return whether the client is native; otherwise it is a script that needs curl
     */
    public boolean write(Path launcher) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        for (Agent agent : KnownAgents.all()) {
            Path answers = Files.createDirectories(folder.resolve("fail").resolve(agent.id()));
            for (String event : agent.events()) {
                answer(answers.resolve(event), agent.failAnswer(event, FAILED));
            }
            answer(answers.resolve("-"), agent.failAnswer("", FAILED));
        }
        boolean compiled = compile();
        if (!compiled) {
            Resources.write("greenlane-hook.sh", client(), true);
        }
        String start = "#!/bin/sh\nexec '" + launcher.toString().replace("'", "'\\''") + "' serve\n";
        Resources.put(folder.resolve("start"), start.getBytes(StandardCharsets.UTF_8), true);
        return compiled;
    }

    private static void answer(Path file, String text) throws IOException {
        String line = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        Resources.put(file, line.getBytes(StandardCharsets.UTF_8), false);
    }

    private boolean compile() throws IOException {
        Path source = folder.resolve(CLIENT + ".c");
        Path fresh = folder.resolve(CLIENT + ".new");
        Resources.write(CLIENT + ".c", source, false);
        try {
            for (String compiler : List.of("cc", "gcc", "clang")) {
                if (compiles(compiler, List.of("-static"), source, fresh)
                        || compiles(compiler, List.of(), source, fresh)) {
                    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
                    Files.move(fresh, client(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    return true;
                }
            }
            return false;
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(fresh);
        }
    }

    private static boolean compiles(String compiler, List<String> options, Path source, Path program) {
        List<String> command = new ArrayList<>(List.of(compiler, "-O2", "-std=c99", "-D_POSIX_C_SOURCE=200809L"));
        command.add("-D_DEFAULT_SOURCE");
        command.addAll(options);
        command.addAll(List.of("-o", program.toString(), source.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(COMPILING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
