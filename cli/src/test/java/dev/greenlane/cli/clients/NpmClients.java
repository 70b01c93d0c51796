package dev.greenlane.cli.clients;

import dev.greenlane.cli.drive.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** Real clients, installed from the npm registry into the user's cache folder, once for each version. */
final class NpmClients {
    private static final int PATIENCE_MINUTES = 4;

    private NpmClients() {}

    /**
     * The folder in which the client's command stands.
     *
     * @throws TestAbortedException where npm or the network is missing
     */
    static Path commands(Client client) throws IOException, InterruptedException {
        Path folder = cache().resolve(client.agent() + "-" + client.version());
        Path commands = folder.resolve("node_modules/.bin");
        if (Files.isDirectory(commands)) {
            return commands;
        }
        Files.createDirectories(cache());
        Path fresh = Files.createTempDirectory(cache(), client.agent());
        install(client, fresh);
        Files.move(fresh, folder);
        return commands;
    }

    private static void install(Client client, Path fresh) throws IOException, InterruptedException {
        Path log = cache().resolve(client.agent() + ".log");
        String what = client.npm() + "@" + client.version();
        Process npm;
        try {
            npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--no-progress", what)
                    .directory(Files.writeString(fresh.resolve("package.json"), "{\"private\":true}")
                            .getParent()
                            .toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new TestAbortedException("skipped: " + what + " is installed with npm, which is not here");
        }
        if (!npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new TestAbortedException("skipped: npm could not install " + what + "; see " + log);
        }
    }

    private static Path cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(folder -> folder.startsWith("/"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("greenlane/clients");
    }
}
