package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.understand.code.CodeReader;
import dev.greenlane.engine.understand.languages.CodeReaders;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import dev.greenlane.syntax.shell.ShellReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Code inside a call: text given to an interpreter, files that are run, what comes in on standard input. */
final class CodeRunner {

    private static final int LARGEST_FILE = 256 * 1024;

    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("sh", "shell"),
            Map.entry("bash", "shell"),
            Map.entry("zsh", "shell"),
            Map.entry("dash", "shell"),
            Map.entry("ksh", "shell"),
            Map.entry("py", "python"),
            Map.entry("python", "python"),
            Map.entry("python3", "python"),
            Map.entry("js", "javascript"),
            Map.entry("mjs", "javascript"),
            Map.entry("cjs", "javascript"),
            Map.entry("node", "javascript"),
            Map.entry("pl", "perl"),
            Map.entry("perl", "perl"),
            Map.entry("rb", "ruby"),
            Map.entry("ruby", "ruby"),
            Map.entry("php", "php"),
            Map.entry("ps1", "powershell"),
            Map.entry("psm1", "powershell"),
            Map.entry("pwsh", "powershell"),
            Map.entry("bat", "batch"),
            Map.entry("cmd", "batch"));

    /** Languages whose paths are those of Windows. */
    private static final Set<String> OF_WINDOWS = Set.of("powershell", "batch");

    private static final Set<Value> NOTHING = Set.of(Value.EMPTY, Value.of("/dev/null"));

    private static final Set<String> STANDARD_INPUT =
            Set.of("-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0", "/proc/thread-self/fd/0");

    private final ShellInterpreter interpreter;
    private final Work work;

    CodeRunner(ShellInterpreter interpreter, Work work) {
        this.interpreter = interpreter;
        this.work = work;
    }

    /** A variable that is set for one command. */
    void environment(String name, Optional<Value> value, Span span, ShellState state, Scene scene) {
        if (value.isEmpty() || NOTHING.contains(value.get())) {
            return;
        }
        Argument argument = new Argument(value.get(), span);
        Variables variables = Variables.get();
        Optional<String> function = Variables.function(name);
        if (function.isPresent()) {
            ShellReader.read(function.get() + value.get().display())
                    .statements()
                    .forEach(definition -> interpreter.statement(definition, state, Flow.NONE, scene));
            state.export(function.get());
        } else if (variables.areRun(name)) {
            text(argument.with(withoutPipe(value.get())), "shell", state.copy(), Flow.NONE, scene);
        } else if (variables.areLoaded(name, value.get().display())) {
            String path = value.get().display();
            interpreter.notUnderstood(
                    argument.with(Value.of(name + "=" + path)), "makes programs load other code", scene);
        } else if (variables.areSearched(name) && SearchPath.hasFolderOfAnybody(value.get(), state, scene)) {
            interpreter.notUnderstood(
                    argument.with(Value.of(name + "=").then(value.get())),
                    "makes programs load code from a folder for temporary files",
                    scene);
        }
    }

    /** {@code LESSOPEN} says by a bar that it is a command whose output is wanted. */
    private static Value withoutPipe(Value value) {
        return value.prefix().startsWith("|")
                ? value.withoutPrefix(value.prefix().startsWith("||") ? 2 : 1)
                : value;
    }

    /** {@code NAME=VALUE} words that a program sets for the command that it runs. */
    void environment(List<Argument> assignments, ShellState state, Scene scene) {
        for (Argument word : assignments) {
            int equals = word.value().prefix().indexOf('=');
            if (equals > 0) {
                String name = word.value().prefix().substring(0, equals);
                state.set(name, word.value().withoutPrefix(equals + 1));
                environment(name, state.get(name), word.span(), state, scene);
            }
        }
    }

    /** Runs code that stands in the call. */
    Flow text(Argument code, String language, ShellState state, Flow input, Scene scene) {
        return text(code, language, state, input, scene, false);
    }

    private Flow text(Argument code, String language, ShellState state, Flow input, Scene scene, boolean remembered) {
        Optional<String> known = code.value().known();
        boolean nothingKnown = code.value().pieces().stream().allMatch(Piece.Hole.class::isInstance);
        Flow outputs = work.outputsIn(code.value());
        if (known.isEmpty() && outputs.labels().contains(DataLabel.FETCHED)) {
            return fetched(outputs, code.span(), scene);
        }
        if (known.isEmpty() && nothingKnown) {
            interpreter.notUnderstood(code, "is run as code and is not known", scene);
            return Flow.UNKNOWN;
        }
        if (scene.depth() >= Work.DEEPEST) {
            interpreter.notFollowed(code, "is nested too deeply to follow", scene);
            return Flow.UNKNOWN;
        }
        Scene inside = scene.inside(scene.inCall(code.span()), offset(code, known, scene));
        if (language.equals("shell")) {
            String text = known.orElseGet(() -> withVariables(code.value(), state));
            return interpreter.script(ShellReader.read(text), state, input, inside);
        }
        Optional<CodeReader> reader = CodeReaders.forLanguage(language);
        if (reader.isEmpty()) {
            interpreter.notUnderstood(code, "is code in a language that is not read: " + language, scene);
            return Flow.UNKNOWN;
        }
        Scene scenery = OF_WINDOWS.contains(language) ? inside.windows() : inside;
        CodeEffects effects = new CodeEffects(interpreter, this, state, input, scenery, code.span(), remembered);
        reader.get().read(code.value(), code.span(), effects);
        return effects.data().connected() ? effects.data() : Flow.UNKNOWN;
    }

    /** Where the code stands letter by letter in the call; -1 where it does not. */
    private static int offset(Argument code, Optional<String> known, Scene scene) {
        if (known.isEmpty() || scene.offset() < 0) {
            return -1;
        }
        int quotes = code.span().length() - known.get().length();
        return quotes == 0 || quotes == 2 ? scene.offset() + code.span().start() + quotes / 2 : -1;
    }

    /** Shell text in which unknown parts are variables that hold them. */
    private static String withVariables(Value value, ShellState state) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (Piece piece : value.pieces()) {
            switch (piece) {
                case Piece.Text known -> text.append(known.text());
                case Piece.Glob glob -> text.append(glob.pattern());
                case Piece.Hole hole -> {
                    String name = "__unknown_" + count++;
                    state.set(name, new Value(List.of(hole)));
                    text.append("${").append(name).append('}');
                }
            }
        }
        return text.toString();
    }

    private Flow fetched(Flow source, Span span, Scene scene) {
        return fetched(source, source.through().isEmpty() ? Set.of() : Set.of("saved"), span, scene);
    }

    private Flow fetched(Flow source, Set<String> traits, Span span, Scene scene) {
        work.log()
                .name(
                        EffectKind.RUNS_FETCHED_CODE,
                        Value.of(source.origin().orElse("what was fetched")),
                        scene.circumstances(EffectKind.RUNS_FETCHED_CODE, span, traits));
        return Flow.UNKNOWN;
    }

    /** Runs what comes in on standard input. */
    Flow input(String language, String program, Span span, ShellState state, Flow input, Scene scene) {
        if (!input.connected()) {
            return Flow.UNKNOWN.asShell();
        }
        Argument in = new Argument(Value.of("standard input of " + program), span);
        if (input.labels().contains(DataLabel.FETCHED)) {
            return fetched(input, span, scene);
        }
        if (input.text().isPresent()) {
            return text(new Argument(input.text().get(), span), language, state, Flow.NONE, scene);
        }
        if (input.labels().equals(Set.of(DataLabel.PROJECT)) && !input.origins().isEmpty()) {
            Scene inside = scene.inside(scene.inCall(span), -1);
            return Flow.all(input.origins().stream()
                    .map(file -> new Argument(Value.of(file), span))
                    .map(file -> file(file, List.of(), language, state, Flow.NONE, inside))
                    .toList());
        }
        interpreter.notUnderstood(in, "is run as code and is not known", scene);
        return Flow.UNKNOWN.asShell();
    }

    /**
     * Runs a file.
     *
     * @param language empty where the file itself says it
     */
    Flow file(Argument path, List<Argument> arguments, String language, ShellState state, Flow input, Scene scene) {
        Optional<String> name = path.value().known();
        if (name.filter(text -> STANDARD_INPUT.contains(text)).isPresent()) {
            return input(language.isEmpty() ? "shell" : language, name.get(), path.span(), state, input, scene);
        }
        Optional<Flow> substituted = name.flatMap(work::substituted).or(() -> name.flatMap(state::openFile));
        if (substituted.isPresent()) {
            return input(language, "a process substitution", path.span(), state, substituted.get(), scene);
        }
        if (scene.depth() >= Work.DEEPEST) {
            interpreter.notFollowed(path, "is nested too deeply to follow", scene);
            return Flow.UNKNOWN;
        }
        PathTarget target = scene.paths().read(path.value(), state.folder());
        FileAccess.From from = FileAccess.From.of(state, scene);
        if (work.files().isBuilt(path.value(), from)) {
            Circumstances circumstances = scene.circumstances(EffectKind.RUNS_PROJECT_CODE, path.span());
            work.log().name(EffectKind.RUNS_PROJECT_CODE, Value.of(target.text()), circumstances);
            return Flow.UNKNOWN;
        }
        Optional<Flow> written = work.files().written(path.value(), from);
        if (written.isPresent() && written.get().labels().contains(DataLabel.FETCHED)) {
            return work.files().isChecked(path.value(), from)
                    ? fetched(written.get(), Set.of("saved", "checked"), path.span(), scene)
                    : fetched(written.get(), path.span(), scene);
        }
        if (written.isEmpty()) {
            work.foreign().runs(path.value(), path.span(), state, scene);
        }
        if (work.files().writtenNow(path.value(), from).isPresent()) {
            return input(
                    languageOf(language, target.text(), ""),
                    target.text(),
                    path.span(),
                    withArguments(state, arguments),
                    written.get(),
                    scene);
        }
        Optional<Value> found = scene.paths()
                .absolute(path.value(), state.folder())
                .flatMap(at -> scene.files().text(at, LARGEST_FILE))
                .map(Value::of);
        Optional<Value> text = found.or(() -> written.flatMap(Flow::text));
        boolean own = isOfTheProject(target, scene);
        if (own) {
            Circumstances circumstances = scene.circumstances(EffectKind.RUNS_PROJECT_CODE, path.span());
            work.log().name(EffectKind.RUNS_PROJECT_CODE, Value.of(target.text()), circumstances);
        }
        String tongue = text.map(content -> languageOf(language, target.text(), content.prefix()))
                .orElse("");
        if (text.isPresent()
                && (tongue.equals("shell") || CodeReaders.forLanguage(tongue).isPresent())) {
            Argument content = new Argument(text.get(), path.span());
            return text(
                    content,
                    tongue,
                    withArguments(state, arguments),
                    input,
                    scene.started(path.span(), own && written.isEmpty()),
                    own && found.isEmpty());
        }
        if (!own) {
            String reason = "is a program outside the project that was not read";
            if (target.knowledge() == PathTarget.Knowledge.EXACT) {
                interpreter.notFollowed(path, reason, scene);
            } else {
                interpreter.notUnderstood(path, reason, scene);
            }
        }
        return Flow.UNKNOWN;
    }

    /** Runs a script whose first line says its language. */
    Flow script(Argument content, ShellState state, Flow input, Scene scene) {
        String language = languageOf("", "", content.value().display());
        return text(content, language.isEmpty() ? "unknown" : language, state, input, scene);
    }

    /** A file above a working directory that nobody knows is taken for one of the same project. */
    private static boolean isOfTheProject(PathTarget target, Scene scene) {
        boolean oneWord = target.text().chars().noneMatch(Character::isWhitespace);
        boolean above = target.text().startsWith("../") && scene.place() == Place.HERE;
        return oneWord && (target.scope() == Scope.WORKSPACE || target.scope() == Scope.WORKSPACE_ROOT || above);
    }

    private static ShellState withArguments(ShellState state, List<Argument> arguments) {
        ShellState inside = state.copy();
        List<Value> values = new ArrayList<>(arguments.size());
        arguments.forEach(argument -> values.add(argument.value()));
        inside.positional(values);
        return inside;
    }

    private static String languageOf(String given, String path, String content) {
        if (!given.isEmpty()) {
            return given;
        }
        if (content.startsWith("#!")) {
            int end = content.indexOf('\n');
            String line = end < 0 ? content : content.substring(0, end);
            String[] words = line.substring(2).strip().split("[\\s/]+");
            return LANGUAGES.getOrDefault(words[words.length - 1].toLowerCase(Locale.ROOT), "");
        }
        int dot = path.lastIndexOf('.');
        String ending = dot < 0 ? "" : path.substring(dot + 1);
        return LANGUAGES.getOrDefault(ending, dot < 0 || ending.indexOf('/') >= 0 ? "shell" : "");
    }
}
