package dev.greenlane.cli.drive;

import dev.greenlane.cli.files.Folders;
import dev.greenlane.cli.scripted.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A throw-away home with a project, in which an agent runs against a scripted model. The model makes three calls in turn: a
 * harmless one, one that deletes the project's data, and again a harmless one. Use by one thread.
 */
public final class Stage implements AutoCloseable {
    private static final String PROMPT = "Create first.txt and then last.txt here. Keep everything else.";
    /** The command that must not run. */
    public static final String RISKY = "find ./important -type f -delete";

    private static final long END_SECONDS = 5;
    private static final List<String> COMMANDS = List.of("touch first.txt", RISKY, "touch last.txt");

    private final Client client;
    private final Path folder;
    private final ScriptedModel model;

    private Stage(Client client, Path folder, ScriptedModel model) {
        this.client = client;
        this.folder = folder;
        this.model = model;
    }

    /** Sets it up, without hooks. */
    public static Stage of(Client client) throws IOException {
        Path folder = Files.createTempDirectory("greenlane-stage").toRealPath();
        ScriptedModel model = ScriptedModel.start(
                client.tools(), COMMANDS.stream().map(client::input).toList());
        Stage stage = new Stage(client, folder, model);
        Files.createDirectories(stage.home());
        Files.createDirectories(stage.project().resolve("important"));
        Files.writeString(stage.keepsake(), "nowhere else\n");
        for (Map.Entry<String, String> file : client.files().entrySet()) {
            stage.put(file.getKey(), stage.filled(file.getValue()));
        }
        return stage;
    }

    /** The throw-away home. */
    public Path home() {
        return folder.resolve("home");
    }

    /** The throw-away project. */
    public Path project() {
        return folder.resolve("project");
    }

    /** Writes a file of the home. */
    public void put(String path, String text) throws IOException {
        Path file = home().resolve(path);
        Files.createDirectories(file.resolveSibling("x").getParent());
        Files.writeString(file, text);
    }

    /** The environment of the agent, which has nothing of this process's but the path and Java's place. */
    public Map<String, String> environment(String path) {
        Map<String, String> environment = new HashMap<>();
        client.environment().forEach((name, value) -> environment.put(name, filled(value)));
        environment.put("HOME", home().toString());
        environment.put("PATH", path);
        environment.put("TERM", "dumb");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return environment;
    }

    /**
     * Runs the agent to its end with the hooks in its settings, which it is told to trust.
     *
     * @param program the agent
     * @param path where programs are found
     * @param seconds after which it is ended
     */
    public Scene playTrusting(Path program, String path, int seconds) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(client.words());
        words.addAll(words.size() - 1, client.trusting());
        return play(List.of(program.toString()), words, path, seconds);
    }

    /**
     * Runs the agent to its end.
     *
     * @param program what is started, with the words that come before the agent's own
     * @param path where programs are found
     * @param seconds after which it is ended
     */
    public Scene play(List<String> program, String path, int seconds) throws IOException, InterruptedException {
        return play(program, client.words(), path, seconds);
    }

    private Scene play(List<String> program, List<String> words, String path, int seconds)
            throws IOException, InterruptedException {
        if (!client.before().isEmpty()) {
            run(program.subList(program.size() - 1, program.size()), client.before(), path, seconds);
        }
        @Nullable Integer code = run(program, words, path, seconds);
        return new Scene(
                code == null ? -1 : code,
                code == null,
                Files.exists(project().resolve("first.txt")),
                !Files.exists(keepsake()),
                Files.exists(project().resolve("last.txt")),
                model.finished(),
                model.results(),
                Files.readString(output()));
    }

    /** Takes everything away. */
    @Override
    public void close() throws IOException {
        model.close();
        String mark = folder.toString();
        CompletableFuture<?>[] ends = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                .filter(ProcessHandle::destroyForcibly)
                .map(ProcessHandle::onExit)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(ends)
                .completeOnTimeout(null, END_SECONDS, TimeUnit.SECONDS)
                .join();
        Folders.remove(folder);
    }

    private @Nullable Integer run(List<String> program, List<String> words, String path, int seconds)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        words.forEach(word -> command.add(filled(word)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(output().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment(path));
        Process process = builder.start();
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : null;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Path output() {
        return folder.resolve("output");
    }

    private Path keepsake() {
        return project().resolve("important/data.txt");
    }

    private String filled(String text) {
        return text.replace("{url}", model.url()).replace("{prompt}", PROMPT);
    }
}
