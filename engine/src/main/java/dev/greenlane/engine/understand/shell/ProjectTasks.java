package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Plan.PlannedRun;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.understand.project.Lead;
import dev.greenlane.engine.understand.project.ProjectFile;
import dev.greenlane.engine.understand.project.ProjectFile.Request;
import dev.greenlane.engine.understand.project.ProjectFiles;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tasks that a project describes: finds the file in which they stand and follows what it says they run. */
final class ProjectTasks {

    private static final int LARGEST_FILE = 256 * 1024;
    private static final int MOST_FOLDERS_ABOVE = 16;

    private final ShellInterpreter interpreter;
    private final Work work;
    private final CodeRunner code;

    ProjectTasks(ShellInterpreter interpreter, Work work, CodeRunner code) {
        this.interpreter = interpreter;
        this.work = work;
        this.code = code;
    }

    /** A file that was looked for. */
    private record Found(String folder, String path, Optional<String> text, boolean project) {}

    /**
     * Follows tasks.
     *
     * @param arguments what the call hands on to them
     * @return whether the project describes them
     */
    boolean follow(
            PlannedRun.Task task, List<Argument> arguments, Span span, ShellState state, Flow input, Scene scene) {
        Optional<Flow> stream = task.file().flatMap(path -> stream(path.value(), input));
        if (stream.isPresent() && stream.get().text().flatMap(Value::known).isEmpty()) {
            code.input(task.of(), task.of(), span, state, stream.get(), scene);
            return true;
        }
        Optional<ProjectFile> form = ProjectFiles.of(task.of());
        if (form.isEmpty()) {
            return false;
        }
        Optional<Found> found =
                stream.isPresent() ? streamed(stream.get(), state, scene) : find(form.get(), task, state, scene);
        return found.isPresent() && follow(found.get(), form.get(), task, arguments, span, state, input, scene)
                || form.get().atHome().stream()
                        .flatMap(path -> atHome(path, state, scene).stream())
                        .anyMatch(file -> follow(file, form.get(), task, arguments, span, state, input, scene));
    }

    private boolean follow(
            Found file,
            ProjectFile form,
            PlannedRun.Task task,
            List<Argument> arguments,
            Span span,
            ShellState state,
            Flow input,
            Scene scene) {
        Argument what = new Argument(Value.of(file.path()), span);
        if (file.text().isEmpty()) {
            interpreter.notFollowed(what, "is too large to read, or one file too many", scene);
            return true;
        }
        ShellState inside = state.copy();
        inside.positional(List.of());
        List<String> names = texts(task.names(), false, inside);
        List<String> words = texts(arguments, true, inside);
        List<String> settings = texts(task.settings(), false, inside);
        String running = "task " + file.path() + " " + names + words;
        if (work.running().contains(running)) {
            interpreter.notFollowed(what, "runs itself again", scene);
            return true;
        }
        List<Lead> leads = form.leads(new Request(
                names,
                words,
                file.folder(),
                file.path(),
                file.text().get(),
                settings,
                path -> scene.files().text(path, LARGEST_FILE)));
        if (file.project()) {
            work.foreign().runs(Value.of(file.folder()), span, state, scene);
        }
        work.running().add(running);
        Scene there = scene.started(span, file.project() && settings.stream().noneMatch(ProjectTasks::isAlias));
        leads.forEach(lead -> run(lead, span, inside.copy(), input, there));
        work.running().remove(work.running().size() - 1);
        return !leads.isEmpty();
    }

    /** Whether a setting of the call is a task by itself. */
    private static boolean isAlias(String setting) {
        return setting.regionMatches(true, 0, "alias.", 0, "alias.".length());
    }

    private void run(Lead lead, Span span, ShellState state, Flow input, Scene scene) {
        Scene there =
                lead.inContainer() ? scene.at(Place.CONTAINER, scene.paths().elsewhere()) : scene;
        ShellState inside = lead.inContainer() ? new ShellState(there.paths().workspace()) : state;
        if (!lead.inContainer()) {
            inside.folder(Value.of(lead.folder()));
        }
        switch (lead.code()) {
            case Lead.Code.Shell shell -> code.text(argument(shell.text(), span), "shell", inside, input, there);
            case Lead.Code.Words words ->
                interpreter.words(
                        words.words().stream().map(word -> argument(word, span)).toList(), inside, input, there);
            case Lead.Code.Script script -> code.script(argument(script.text(), span), inside, input, there);
            case Lead.Code.File file -> code.file(argument(file.path(), span), List.of(), "", inside, input, there);
            case Lead.Code.Unread unread ->
                interpreter.notFollowed(argument(unread.what(), span), unread.reason(), scene);
        }
    }

    private static Argument argument(String text, Span span) {
        return new Argument(Value.of(text), span);
    }

    /** What comes in, where the file is standard input or a process substitution. */
    private Optional<Flow> stream(Value path, Flow input) {
        Optional<String> known = path.known();
        return known.filter(name -> name.equals("-") || name.equals("/dev/stdin"))
                        .isPresent()
                ? Optional.of(input)
                : known.flatMap(work::substituted);
    }

    private static Optional<Found> streamed(Flow stream, ShellState state, Scene scene) {
        return scene.paths()
                .absolute(Value.of("."), state.folder())
                .flatMap(folder -> own(Optional.of(stream), folder, folder + "/-"));
    }

    private Optional<Found> find(ProjectFile form, PlannedRun.Task task, ShellState state, Scene scene) {
        Value here = task.folder().map(Argument::value).orElse(Value.of("."));
        Optional<String> start = scene.paths().absolute(here, state.folder());
        if (start.isEmpty()) {
            return Optional.empty();
        }
        if (task.file().isPresent()) {
            return scene.paths()
                    .absolute(task.file().get().value(), Value.of(start.get()))
                    .flatMap(path -> look(form.isAlsoAbove() ? above(path) : start.get(), path, state, scene));
        }
        String folder = start.get();
        for (int up = 0; up < MOST_FOLDERS_ABOVE; up++) {
            for (String name : form.names()) {
                Optional<Found> found =
                        look(folder, folder.equals("/") ? "/" + name : folder + "/" + name, state, scene);
                if (found.isPresent()) {
                    return found;
                }
            }
            if (!form.isAlsoAbove() || folder.equals("/")) {
                break;
            }
            folder = above(folder);
        }
        return task.settings().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Found(start.get(), start.get() + "/" + form.names().get(0), Optional.of(""), false));
    }

    /** A file below the home; what it says runs where the call does. */
    private Optional<Found> atHome(String path, ShellState state, Scene scene) {
        Optional<String> here = scene.paths().absolute(Value.of("."), state.folder());
        return scene.paths()
                .absolute(Value.of(path), state.folder())
                .flatMap(file -> look(here.orElse("/"), file, state, scene));
    }

    /** A file as this call has left it, else as it stands there, else as an earlier call has left it. */
    private Optional<Found> look(String folder, String path, ShellState state, Scene scene) {
        Value name = Value.of(path);
        FileAccess.From from = FileAccess.From.of(state, scene);
        Optional<Found> now = own(work.files().writtenNow(name, from), folder, path);
        if (now.isPresent()) {
            return now;
        }
        Optional<String> text = scene.files().text(path, LARGEST_FILE);
        return text.isPresent() || scene.files().kind(path) == Files.Kind.FILE
                ? Optional.of(new Found(folder, path, text, true))
                : own(work.files().written(name, from), folder, path);
    }

    private static Optional<Found> own(Optional<Flow> written, String folder, String path) {
        return written.flatMap(Flow::text)
                .flatMap(Value::known)
                .map(text -> new Found(folder, path, Optional.of(text), false));
    }

    private static String above(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /** Words as text for a shell; what is not known in them stands there as variables of {@code state}. */
    private static List<String> texts(List<Argument> words, boolean quoted, ShellState state) {
        List<String> texts = new ArrayList<>(words.size());
        for (Argument word : words) {
            StringBuilder text = new StringBuilder();
            for (Piece piece : word.value().pieces()) {
                switch (piece) {
                    case Piece.Text known -> text.append(quoted ? ProjectFiles.quoted(known.text()) : known.text());
                    case Piece.Glob glob -> text.append(glob.pattern());
                    case Piece.Hole hole -> {
                        String name = "__task_" + texts.size() + "_" + text.length();
                        state.set(name, new Value(List.of(hole)));
                        text.append("${").append(name).append('}');
                    }
                }
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
