package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Program;
import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import dev.greenlane.syntax.shell.Assignment;
import dev.greenlane.syntax.shell.Command;
import dev.greenlane.syntax.shell.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Simple commands: expands the words, finds out what their first one names (a function, a builtin, a program, a file), and
 * follows it.
 */
final class SimpleCommands {

    /** Greenlane's own programs, which are what they are wherever they lie. */
    private static final Set<String> GATE = Set.of("greenlane", "greenlane-hook");

    private static final Set<String> PROMPTS = Set.of("PROMPT_COMMAND", "PS0", "PS1", "PS2", "PS4");
    private static final String NOT_FOUND = "command_not_found_handle";

    /** Scripts that Windows finds in the folder that the command runs in. */
    private static final Pattern SCRIPT = Pattern.compile("(?i).+\\.(?:bat|cmd|ps1)");

    private final ShellInterpreter interpreter;
    private final Work work;
    private final Builtins builtins;
    private final Programs programs;
    private final CodeRunner code;
    private final ShellHistory history;

    SimpleCommands(ShellInterpreter interpreter, Work work) {
        this.interpreter = interpreter;
        this.work = work;
        this.code = new CodeRunner(interpreter, work);
        this.history = new ShellHistory(work);
        this.builtins = new Builtins(interpreter, work, code);
        this.programs = new Programs(interpreter, work, code);
    }

    /** Runs a command of the tree, once for each combination of what its variables may be. */
    Flow run(Command.Simple command, Statement statement, ShellState state, Flow input, Scene scene) {
        List<Alternatives.Choice> choices = Alternatives.of(command, statement, state);
        if (choices.isEmpty()) {
            return once(command, statement, state, input, scene);
        }
        Flow output = Flow.EMPTY;
        for (Alternatives.Choice choice : choices) {
            choice.apply(state);
            output = output.then(once(command, statement, state, input, scene));
        }
        Alternatives.restore(choices, state);
        return output;
    }

    private Flow once(Command.Simple command, Statement statement, ShellState state, Flow input, Scene scene) {
        WordExpander expander = interpreter.expander(state, scene);
        Redirections redirections = Redirections.open(statement.redirects(), interpreter, state, input, scene);
        if (command.words().isEmpty()) {
            for (Assignment assignment : command.assignments()) {
                Assignments.assign(assignment, expander, state);
                means(assignment, state, scene);
            }
            return redirections.close(Flow.EMPTY);
        }
        List<Argument> words = expander.fields(command.words());
        if (words.isEmpty()) {
            return redirections.close(Flow.EMPTY);
        }
        if (command.assignments().isEmpty()) {
            return redirections.close(run(words, command.span(), state, redirections.input(), scene));
        }
        ShellState before = state.copy();
        for (Assignment assignment : command.assignments()) {
            Assignments.assign(assignment, expander, state);
            means(assignment, state, scene);
            code.environment(assignment.name(), state.get(assignment.name()), assignment.span(), state, scene);
        }
        Flow output = run(words, command.span(), state, redirections.input(), scene);
        for (Assignment assignment : command.assignments()) {
            state.setAlternatives(
                    assignment.name(),
                    before.alternatives(assignment.name()).isEmpty()
                            ? List.of(Value.unknown("$" + assignment.name(), "is not set in this call"))
                            : before.alternatives(assignment.name()));
        }
        return redirections.close(output);
    }

    /** What a variable means to the shell: text that it expands or runs by each command, the place of its record. */
    private void means(Assignment assignment, ShellState state, Scene scene) {
        history.assigned(assignment.name(), state.get(assignment.name()), assignment.span(), scene);
        Optional<Value> value = PROMPTS.contains(assignment.name()) ? state.get(assignment.name()) : Optional.empty();
        if (value.isEmpty()) {
            return;
        }
        if (assignment.name().equals("PROMPT_COMMAND")) {
            code.text(new Argument(value.get(), assignment.span()), "shell", state.copy(), Flow.NONE, scene);
        } else {
            new Evaluation(interpreter, state.copy(), scene).follow(value.get());
        }
    }

    /** Runs expanded words. */
    Flow run(List<Argument> words, Span span, ShellState state, Flow input, Scene scene) {
        int mark = work.log().size();
        int place = work.begins();
        Flow output = dispatch(words, span, state, input, scene);
        List<Value> values = new ArrayList<>(words.size());
        words.forEach(word -> values.add(word.value()));
        work.ended(place, new Invocation(values, scene.inCall(span), work.log().since(mark)));
        return output;
    }

    private Flow dispatch(List<Argument> words, Span span, ShellState state, Flow input, Scene scene) {
        Argument first = words.get(0);
        Optional<String> known = first.value().known();
        if (known.isEmpty()) {
            return guessed(words, span, state, input, scene);
        }
        String name = known.get();
        List<Argument> arguments = words.subList(1, words.size());
        boolean plain = first.span().length() == name.length();
        Optional<String> alias = plain ? state.alias(name) : Optional.empty();
        if (alias.isPresent() && !work.running().contains("alias " + name)) {
            return alias(name, alias.get(), words, span, state, input, scene);
        }
        Optional<Statement> function = state.function(name);
        if (function.isPresent()) {
            return call(name, function.get(), arguments, span, state, input, scene);
        }
        Optional<Flow> builtin = builtins.run(name, words, span, state, input, scene);
        if (builtin.isPresent()) {
            return builtin.get();
        }
        if (name.indexOf('/') < 0) {
            SearchPath path = new SearchPath(work, state, scene);
            Optional<Value> shadow = path.shadows(name);
            if (shadow.isPresent()) {
                return code.file(first.with(shadow.get()), arguments, "", state, input, scene);
            }
            path.unseen(name)
                    .ifPresent(folder -> interpreter.notUnderstood(
                            first, "may be a program in a folder for temporary files, " + folder, scene));
            return program(first, arguments, span, state, input, scene);
        }
        if (CommandNames.deceives(name)) {
            interpreter.notUnderstood(first, "has characters that cannot be seen in the name of a command", scene);
            return Flow.UNKNOWN;
        }
        Optional<String> installed = work.programAt(name)
                .or(() -> work.programAt(
                        scene.paths().read(first.value(), state.folder()).text()));
        if (installed.isPresent()) {
            return program(first.with(Value.of(installed.get())), arguments, span, state, input, scene);
        }
        return file(first, name.substring(name.lastIndexOf('/') + 1), arguments, span, state, input, scene);
    }

    /** A command whose name is not known: what it may well be is followed, too. */
    private Flow guessed(List<Argument> words, Span span, ShellState state, Flow input, Scene scene) {
        Argument first = words.get(0);
        CommandNames guess = CommandNames.of(first.value(), work.catalogue());
        if (!guess.sure()) {
            interpreter.notUnderstood(first, "is the name of a command and is not known before it runs", scene);
        }
        Flow output = Flow.UNKNOWN;
        for (String name : guess.names()) {
            List<Argument> all = new ArrayList<>(words);
            all.set(0, first.with(Value.of(name)));
            output = dispatch(all, span, state, input, guess.sure() ? scene : scene.less(Certainty.LIKELY));
        }
        return guess.sure() ? output : Flow.UNKNOWN.withLabels(output.labels());
    }

    private Flow program(
            Argument name, List<Argument> arguments, Span span, ShellState state, Flow input, Scene scene) {
        Optional<Program> program = name.value().known().flatMap(work.catalogue()::program);
        if (program.isPresent()) {
            Work.Repeat repeat = new Work.Repeat(name, arguments, state.folder(), input, scene);
            String called = name.value().display();
            return work.unlessRepeated(
                    repeat, () -> programs.run(called, program.get(), arguments, span, state, input, scene));
        }
        Optional<Statement> handler = state.function(NOT_FOUND);
        if (handler.isPresent()) {
            call(NOT_FOUND, handler.get(), List.of(name), span, state, input, scene);
        }
        if (name.value().known().filter(text -> SCRIPT.matcher(text).matches()).isPresent()) {
            Argument here = name.with(Value.of("./").then(name.value()));
            return code.file(here, arguments, "", state, input, scene);
        }
        if (!Builtins.asksForHelp(arguments)) {
            interpreter.notUnderstood(name, "is a program that is not in the catalogue", scene);
        }
        return Flow.UNKNOWN.withLabels(input.labels());
    }

    /** A command that is named by a path outside the usual folders. */
    private Flow file(
            Argument first,
            String base,
            List<Argument> arguments,
            Span span,
            ShellState state,
            Flow input,
            Scene scene) {
        boolean gate = GATE.contains(base);
        boolean installed =
                gate || first.value().display().contains("/bin/") || base.equals("gradlew") || base.equals("mvnw");
        Optional<Program> program = installed ? work.catalogue().program(base) : Optional.empty();
        if (program.isPresent() && (gate || isToolOfThisCall(first.value(), state, scene))) {
            return programs.run(base, program.get(), arguments, span, state, input, scene);
        }
        return code.file(first, arguments, "", state, input, scene);
    }

    /** A tool in the project or the home, or in a folder that this call has made. */
    private boolean isToolOfThisCall(Value path, ShellState state, Scene scene) {
        PathTarget target = scene.paths().read(path, state.folder());
        int folder = target.text().lastIndexOf("/bin/");
        return target.scope() == Scope.WORKSPACE
                || target.scope() == Scope.HOME
                || folder > 0
                        && work.files()
                                .written(Value.of(target.text().substring(0, folder)), FileAccess.From.of(state, scene))
                                .isPresent();
    }

    /** An alias may not be active, so that what its name means without it is followed, too. */
    private Flow alias(
            String name, String text, List<Argument> words, Span span, ShellState state, Flow input, Scene scene) {
        work.running().add("alias " + name);
        Flow output;
        if (text.chars().anyMatch(c -> ";|&<>(){}$`'\"\\\n".indexOf(c) >= 0)) {
            Value line = Value.of(text);
            for (Argument word : words.subList(1, words.size())) {
                line = line.then(Value.of(" ")).then(word.value());
            }
            output = code.text(new Argument(line, span), "shell", state, input, scene);
        } else {
            List<Argument> all = new ArrayList<>();
            Fields fields = new Fields();
            fields.unquoted(Value.of(text));
            fields.finish().forEach(value -> all.add(words.get(0).with(value)));
            all.addAll(words.subList(1, words.size()));
            output = interpreter.words(all, state, input, scene);
        }
        if (work.catalogue().program(name).isPresent()) {
            dispatch(words, span, state, input, scene);
        }
        work.running().remove("alias " + name);
        return output;
    }

    private Flow call(
            String name,
            Statement body,
            List<Argument> arguments,
            Span span,
            ShellState state,
            Flow input,
            Scene scene) {
        boolean again = work.running().contains(name);
        if (again ? work.startsItselfApart(name) : ForkBomb.is(name, body)) {
            interpreter.forkBomb(span, scene);
            return Flow.UNKNOWN;
        }
        if (again) {
            return Flow.UNKNOWN;
        }
        List<Value> outer = state.positional();
        List<Value> values = new ArrayList<>(arguments.size());
        arguments.forEach(argument -> values.add(argument.value()));
        state.positional(values);
        work.running().add(name);
        Flow output = scene.depth() >= Work.DEEPEST
                ? Flow.UNKNOWN
                : interpreter.statement(body, state, input, scene.inside(scene.inCall(span), scene.offset()));
        work.running().remove(work.running().size() - 1);
        state.positional(outer);
        return output;
    }
}
