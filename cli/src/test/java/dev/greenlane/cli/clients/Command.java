package dev.greenlane.cli.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged command {@code greenlane}, run in a process of its own. */
record Command(Path folder, Map<String, String> environment) {
    /** The words that start it. */
    static List<String> words(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-jar", Path.of("target/greenlane.jar").toAbsolutePath().toString()));
        command.addAll(List.of(words));
        return command;
    }

    Ended run(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(words(words)).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    record Ended(int code, String output) {}
}
