package dev.greenlane.agents.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Greenlane's hooks in the settings of one agent: works out what changes, and changes nothing itself. Doing it twice is the
 * same as doing it once.
 */
public final class Installation {
    private final HookPlace place;
    private final List<String> events;
    private final Path root;
    private final boolean inProject;
    private final HookCommand command;

    private Installation(HookPlace place, List<String> events, Path root, boolean inProject, HookCommand command) {
        this.place = place;
        this.events = List.copyOf(events);
        this.root = root;
        this.inProject = inProject;
        this.command = command;
    }

    /** For all that the user does. */
    public static Installation ofUser(HookPlace place, List<String> events, Path home, HookCommand command) {
        return new Installation(place, events, home, false, command);
    }

    /** For one project; empty where the client has no settings for projects. */
    public static Optional<Installation> ofProject(
            HookPlace place, List<String> events, Path folder, HookCommand command) {
        return place.project().map(file -> new Installation(place, events, folder, true, command));
    }

    /**
     * What changes when the hooks are put in.
     *
     * @throws NotEditable where a file is not in a state to be changed
     */
    public List<FileChange> install() throws IOException, NotEditable {
        Map<Path, FileChange> changes = removal();
        for (String event : events) {
            Path file = file(event);
            FileChange sofar = change(changes, file);
            changes.put(file, new FileChange(file, sofar.before(), Optional.of(with(sofar, event)), place.isProgram()));
        }
        return real(changes);
    }

    /**
     * What changes when the hooks are taken out.
     *
     * @throws NotEditable where a file is not in a state to be changed
     */
    public List<FileChange> uninstall() throws IOException, NotEditable {
        return real(removal());
    }

    /** Settings that hold the hooks and nothing else. */
    public String alone() throws NotEditable {
        if (place.at().isEmpty()) {
            return filled(place.content(), "");
        }
        JsonEditor editor = new JsonEditor("");
        if (place.version().isPresent()) {
            editor = editor.withMember("version", place.version().get());
        }
        for (String event : events) {
            editor = editor.with(path(event), filled(place.content(), event));
        }
        return editor.text();
    }

    /**
     * What changes in another home when it takes over what these settings say about hooks, without the hooks of others. What
     * stands in that home's settings beside it stays.
     *
     * @throws NotEditable where a file is not in a state to be read
     */
    public List<FileChange> inHome(Path home) throws IOException, NotEditable {
        List<FileChange> changes = new ArrayList<>();
        for (Path file : files()) {
            Path to = home.resolve(root.relativize(file).toString());
            Optional<String> here = text(file);
            Optional<String> there = text(to);
            if (here.isPresent()) {
                String text = place.at().isEmpty()
                        ? here.get()
                        : OtherHooks.without(here.get(), place.at().get(0), new JsonEditor(there.orElse("")));
                changes.add(new FileChange(to, there, Optional.of(text), place.isProgram()));
            }
        }
        return changes;
    }

    /**
     * Commands of other hooks that are run for the same events.
     *
     * @throws NotEditable where a file is not in a state to be read
     */
    public List<String> others() throws IOException, NotEditable {
        Set<String> commands = new LinkedHashSet<>();
        for (String event : events) {
            Optional<String> here = place.at().isEmpty() ? Optional.empty() : text(file(event));
            if (here.isPresent()) {
                commands.addAll(OtherHooks.commands(here.get(), path(event)));
            }
        }
        return List.copyOf(commands);
    }

    /** Whether the hooks are in, as they should be for this command. */
    public boolean isInstalled() throws IOException, NotEditable {
        return install().isEmpty();
    }

    /** The files that hold the hooks. */
    public List<Path> files() {
        return events.stream().map(this::file).distinct().toList();
    }

    private Map<Path, FileChange> removal() throws IOException, NotEditable {
        Map<Path, FileChange> changes = new LinkedHashMap<>();
        for (String event : events) {
            Path file = file(event);
            FileChange sofar = change(changes, file);
            changes.put(file, new FileChange(file, sofar.before(), without(sofar, event), place.isProgram()));
        }
        return changes;
    }

    private String with(FileChange sofar, String event) throws NotEditable {
        if (place.at().isEmpty()) {
            if (sofar.after().filter(text -> !HookCommand.isOurs(text)).isPresent()) {
                throw new NotEditable("there is a hook of somebody else's");
            }
            return filled(place.content(), event);
        }
        JsonEditor editor = new JsonEditor(sofar.after().orElse(""));
        if (sofar.after().isEmpty() && place.version().isPresent()) {
            editor = editor.withMember("version", place.version().get());
        }
        return editor.with(path(event), filled(place.content(), event)).text();
    }

    private Optional<String> without(FileChange sofar, String event) throws NotEditable {
        if (sofar.after().isEmpty()) {
            return Optional.empty();
        }
        if (!HookCommand.isOurs(sofar.after().get())) {
            return sofar.after();
        }
        if (place.at().isEmpty()) {
            return Optional.empty();
        }
        String rest = new JsonEditor(sofar.after().get())
                .without(path(event), HookCommand::isOurs)
                .text();
        String bare = rest.replaceAll("\\s", "");
        String empty =
                place.version().map(version -> "{\"version\":" + version + "}").orElse("{}");
        return Optional.of(rest)
                .filter(text ->
                        !bare.equals(empty) || rest.equals(sofar.before().orElse("")));
    }

    private List<String> path(String event) {
        return place.at().stream().map(name -> name.replace("{event}", event)).toList();
    }

    private String filled(String content, String event) {
        return content.replace("[\"GREENLANE_HOOK\"]", command.words(place.agent()))
                .replace("{command}", command.line(place.agent(), event))
                .replace("{event}", event);
    }

    private Path file(String event) {
        String name = (inProject ? place.project().orElseThrow() : place.user().replaceFirst("^~/", ""));
        return root.resolve(name.replace("{event}", event));
    }

    private static FileChange change(Map<Path, FileChange> changes, Path file) throws IOException {
        FileChange known = changes.get(file);
        if (known != null) {
            return known;
        }
        Optional<String> text = text(file);
        return new FileChange(file, text, text, false);
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static List<FileChange> real(Map<Path, FileChange> changes) {
        List<FileChange> real = new ArrayList<>(changes.values());
        real.removeIf(change -> !change.isChange());
        return real;
    }
}
