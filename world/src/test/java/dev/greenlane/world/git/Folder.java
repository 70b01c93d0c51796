package dev.greenlane.world.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A throw-away folder with a home of its own, in which tests run the real git. */
record Folder(Path path, Path home) {

    /** The environment in which git knows nothing of this machine's user. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString()));
        environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
        return environment;
    }

    /** A repository with one commit, in which {@code kept} is all there is. */
    static Folder repository(Path under) {
        return new Folder(under.resolve("repository"), under.resolve("home"))
                .init()
                .write("kept", "as it was\n")
                .commit();
    }

    Folder init() {
        mkdir(home);
        mkdir(path);
        return git("init", "-q", "-b", "main");
    }

    Folder in(String name) {
        return new Folder(path.resolve(name), home);
    }

    String of(String name) {
        return path.resolve(name).toString();
    }

    Folder commit() {
        return git("add", "-A").git("commit", "-q", "--allow-empty", "-m", "A step");
    }

    Folder write(String name, String text) {
        try {
            Path file = path.resolve(name);
            mkdir(file.resolveSibling(""));
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs git, as a user would. */
    Folder git(String... words) {
        said(words);
        return this;
    }

    String said(String... words) {
        List<String> all = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Someone",
                "-c",
                "user.email=someone@example.com",
                "-c",
                "protocol.file.allow=always"));
        all.addAll(List.of(words));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(all).directory(path.toFile()).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            builder.environment().put("HOME", home.toString());
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(all + ": " + output);
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void mkdir(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
