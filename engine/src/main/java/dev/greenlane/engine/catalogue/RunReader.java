package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.effect.Circumstances.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads entries of {@code runs:}. */
final class RunReader {

    /** The languages code can be in; {@code unknown} is one that nobody here reads. */
    static final Set<String> LANGUAGES = Set.of(
            "applescript",
            "awk",
            "batch",
            "elixir",
            "fish",
            "go",
            "groovy",
            "java",
            "javascript",
            "jq",
            "julia",
            "lisp",
            "lua",
            "make",
            "perl",
            "php",
            "powershell",
            "powershell-encoded",
            "python",
            "r",
            "ruby",
            "sed",
            "shell",
            "sql",
            "tcl",
            "typescript",
            "unknown");

    /** The forms of files in which projects describe tasks. */
    static final Set<String> PROJECT_FILES = Set.of(
            "cargo-aliases",
            "compose",
            "composer-scripts",
            "deno-tasks",
            "dockerfile",
            "git-aliases",
            "git-hooks",
            "justfile",
            "lefthook",
            "lint-staged",
            "makefile",
            "nox",
            "package-scripts",
            "poe",
            "pre-commit",
            "taskfile",
            "tox");

    private static final List<String> WHAT = List.of("command", "script", "file", "stdin", "task");
    private static final List<String> PROPERTIES = List.of(
            "command",
            "script",
            "file",
            "stdin",
            "task",
            "when",
            "appends",
            "behind",
            "language",
            "of",
            "arguments",
            "folder",
            "from",
            "settings",
            "environment",
            "at",
            "remote",
            "as");

    private final Scope scope;
    private final TermReader terms;

    RunReader(Scope scope) {
        this.scope = scope;
        this.terms = new TermReader(scope);
    }

    Optional<RunSpec> read(Data data) {
        Fields fields = Fields.of(data, "an entry of 'runs'", PROPERTIES, scope.problems());
        if (WHAT.stream().filter(name -> fields.get(name).isPresent()).count() != 1) {
            scope.problems().add(data.place(), "an entry of 'runs' needs one of " + String.join(", ", WHAT));
            return Optional.empty();
        }
        return Optional.of(new RunSpec(
                what(fields),
                fields.texts("when").stream().map(terms::condition).toList(),
                fields.text("at").map(this::place).orElse(Place.HERE),
                fields.text("remote").map(terms::sources).orElse(List.of()),
                fields.get("task").isPresent()
                        ? List.of()
                        : fields.text("folder").map(terms::sources).orElse(List.of()),
                fields.text("as").map(this::otherUser).orElse(false)));
    }

    private RunSpec.What what(Fields fields) {
        Optional<Data.Text> command = fields.text("command");
        if (command.isPresent()) {
            Optional<Data.Text> appends = fields.text("appends");
            boolean input = appends.filter(text -> text.text().equals("stdin")).isPresent();
            if (fields.get("language").isPresent()) {
                scope.problems().add(fields.place(), "'language' does not go with 'command'");
            }
            return new RunSpec.What.Command(
                    terms.sources(command.get()),
                    input ? List.of() : appends.map(terms::sources).orElse(List.of()),
                    input,
                    sources(fields, "environment"));
        }
        if (fields.get("appends").isPresent()) {
            scope.problems().add(fields.place(), "'appends' goes only with 'command'");
        }
        Optional<Data.Text> task = fields.text("task");
        if (task.isPresent()) {
            return task(task.get(), fields);
        }
        String language = language(fields);
        Optional<Data.Text> script = fields.text("script");
        if (script.isPresent()) {
            return new RunSpec.What.Script(
                    terms.sources(script.get()),
                    language,
                    fields.texts("behind").stream()
                            .flatMap(text -> beginning(text).stream())
                            .toList());
        }
        if (fields.get("behind").isPresent()) {
            scope.problems().add(fields.place(), "'behind' goes only with 'script'");
        }
        Optional<Data.Text> file = fields.text("file");
        if (file.isPresent()) {
            return new RunSpec.What.File(terms.sources(file.get()), language);
        }
        if (fields.text("stdin").filter(text -> text.text().equals("yes")).isEmpty()) {
            scope.problems().add(fields.place(), "write 'stdin: yes'");
        }
        return new RunSpec.What.Input(language);
    }

    private RunSpec.What task(Data.Text names, Fields fields) {
        Optional<Data.Text> of = fields.text("of");
        if (of.isEmpty()) {
            scope.problems().add(fields.place(), "a task needs 'of: FORM'");
        }
        return new RunSpec.What.Task(
                terms.sources(names),
                sources(fields, "arguments"),
                of.map(this::projectFile).orElse(""),
                sources(fields, "folder"),
                sources(fields, "from"),
                sources(fields, "settings"));
    }

    /** {@code FORM SETTINGS}, the second where the call can say some of them itself. */
    Usage.Unlisted unlisted(Data.Text text) {
        String[] words = text.text().split(" ", 2);
        return new Usage.Unlisted(
                projectFile(new Data.Text(words[0], text.place())),
                words.length == 1 ? List.of() : terms.sources(new Data.Text(words[1], text.place())));
    }

    private String projectFile(Data.Text form) {
        if (!PROJECT_FILES.contains(form.text())) {
            scope.problems()
                    .add(
                            form.place(),
                            "no project file has the form '" + form.text() + "'; known are "
                                    + String.join(
                                            ", ",
                                            PROJECT_FILES.stream().sorted().toList()));
        }
        return form.text();
    }

    private List<Source> sources(Fields fields, String property) {
        return fields.text(property).map(terms::sources).orElse(List.of());
    }

    private Optional<Glob> beginning(Data.Text text) {
        try {
            return Optional.of(Glob.of(text.text()));
        } catch (IllegalArgumentException e) {
            scope.problems().add(text.place(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private String language(Fields fields) {
        Optional<Data.Text> language = fields.text("language");
        if (language.isEmpty()) {
            scope.problems().add(fields.place(), "'language' is missing");
            return "shell";
        }
        String name = language.get().text();
        if (!LANGUAGES.contains(name)) {
            scope.problems()
                    .add(
                            language.get().place(),
                            "language '" + name + "' is not known; known are "
                                    + String.join(
                                            ", ", LANGUAGES.stream().sorted().toList()));
        }
        return name;
    }

    private Place place(Data.Text text) {
        return switch (text.text()) {
            case "container" -> Place.CONTAINER;
            case "remote" -> Place.REMOTE;
            default -> {
                scope.problems().add(text.place(), "'at' is container or remote");
                yield Place.HERE;
            }
        };
    }

    private boolean otherUser(Data.Text text) {
        if (!text.text().equals("other-user")) {
            scope.problems().add(text.place(), "'as' is other-user");
        }
        return true;
    }
}
