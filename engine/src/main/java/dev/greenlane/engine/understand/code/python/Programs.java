package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.python.Origins.Origin;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs and code that Python starts. */
final class Programs {

    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "zsh", "dash", "ksh", "ash", "cmd", "cmd.exe", "powershell", "powershell.exe", "pwsh");
    private static final Set<String> INTERPRETERS = Set.of(
            "sh", "bash", "zsh", "dash", "ksh", "ash", "python", "python3", "perl", "ruby", "node", "php", "source",
            ".");
    private static final Set<String> SQL_WORDS = Set.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "DROP",
            "TRUNCATE",
            "CREATE",
            "ALTER",
            "REPLACE",
            "MERGE",
            "GRANT",
            "REVOKE",
            "WITH",
            "PRAGMA",
            "VACUUM",
            "COPY",
            "SHOW",
            "DESCRIBE",
            "EXPLAIN",
            "BEGIN",
            "COMMIT",
            "ROLLBACK",
            "SET",
            "USE",
            "CALL",
            "EXEC",
            "ATTACH",
            "ANALYZE");

    private final Report report;
    private final Wires wires;
    /** Files whose content came from the network. */
    private final Set<String> fetched = new HashSet<>();

    Programs(Report report, Wires wires) {
        this.report = report;
        this.wires = wires;
    }

    /** The code writes what it got from the network into this file. */
    void fetchedInto(Value path) {
        path.known().filter(known -> known.length() > 1).ifPresent(fetched::add);
    }

    /** Starts what a description says; the first word is the sort, the others are parameters. */
    void run(List<String> runs, Map<String, Thing> bound, Arguments arguments, String shown) {
        Runnable start = () -> start(runs, bound, arguments, shown);
        Optional<Thing> folder = arguments.named("cwd").filter(thing -> !Things.isNone(thing));
        if (folder.isPresent()) {
            report.in(Things.value(folder.get()), start);
        } else {
            start.run();
        }
    }

    private void start(List<String> runs, Map<String, Thing> bound, Arguments arguments, String shown) {
        Thing what = bound.getOrDefault(
                runs.get(runs.get(0).equals("code") || runs.get(0).equals("prefix") ? 2 : 1), Thing.NONE);
        if (Things.isNone(what)) {
            return;
        }
        for (Thing choice : Things.choices(what)) {
            switch (runs.get(0)) {
                case "shell" -> shell(choice);
                case "command" -> command(choice, arguments);
                case "words" -> words(all(runs.subList(1, runs.size()), bound), arguments);
                case "argv" -> {
                    List<Thing> words = new ArrayList<>(List.of(choice));
                    words.addAll(Elements.of(bound.getOrDefault(runs.get(2), Thing.NONE))
                            .known());
                    if (words.size() > 1) {
                        words.remove(1);
                    }
                    words(words, arguments);
                }
                case "prefix" -> {
                    List<Thing> words = new ArrayList<>(List.of(Things.text(runs.get(1))));
                    words.addAll(choice instanceof Thing.Row row ? row.elements : List.of(choice));
                    words(words, arguments);
                }
                case "code" -> code(runs.get(1), choice);
                case "file" -> words(List.of(Things.text("python3"), choice), arguments);
                case "module" -> words(List.of(Things.text("python3"), Things.text("-m"), choice), arguments);
                case "loads" -> loads(choice, shown);
                default -> throw new IllegalStateException("python.yaml: nothing runs " + runs);
            }
        }
    }

    private static List<Thing> all(List<String> parameters, Map<String, Thing> bound) {
        List<Thing> all = new ArrayList<>();
        for (String parameter : parameters) {
            Thing thing = bound.get(parameter);
            if (thing instanceof Thing.Row row) {
                all.addAll(row.elements);
            } else if (thing != null) {
                all.add(thing);
            }
        }
        return all;
    }

    /** A command line for the shell. */
    void shell(Thing line) {
        if (line instanceof Thing.Content content) {
            report.command(List.of(Value.of("sh"), content.path()));
            return;
        }
        Value value = Things.value(line);
        Origins origins = Things.origins(line);
        runsFetched(value, origins, origins.has(Origin.NETWORK) && value.known().isEmpty());
        if (origins.has(Origin.SOCKET)) {
            wires.commanded();
        }
        value.known().ifPresent(known -> {
            if (SHELLS.contains(Report.program(List.of(Value.of(known.strip().split("\\s")[0])))
                    .orElse(""))) {
                wires.shell(
                        known.strip().split("\\s").length == 1 || known.strip().endsWith(" -i"));
            }
            for (String path : fetched) {
                if (isRun(known, path)) {
                    report.name(EffectKind.RUNS_FETCHED_CODE, Value.of(path), Set.of(), Certainty.CERTAIN);
                }
            }
        });
        report.shell(value);
    }

    /** Whether a command line runs the file, and does not only name it. */
    private static boolean isRun(String line, String path) {
        int at = line.indexOf(path);
        if (at < 0) {
            return false;
        }
        String before = line.substring(0, at).stripTrailing();
        String word = before.substring(Math.max(before.lastIndexOf(' '), before.lastIndexOf(';')) + 1);
        return before.isEmpty()
                || before.endsWith("./")
                || before.endsWith("&&")
                || before.endsWith(";")
                || before.endsWith("|")
                || INTERPRETERS.contains(word.substring(word.lastIndexOf('/') + 1));
    }

    /** What {@code subprocess} takes: a list of words, or a text, for the shell where {@code shell=True}. */
    private void command(Thing what, Arguments arguments) {
        boolean shell = arguments.named("shell").flatMap(Things::truth).orElse(false);
        if (what instanceof Thing.Row row) {
            if (shell && !row.elements.isEmpty()) {
                shell(row.elements.get(0));
            } else {
                List<Thing> words = new ArrayList<>(row.elements);
                if (row.open) {
                    words.add(Things.unknown("more words", "are computed"));
                }
                words(words, arguments);
            }
            return;
        }
        boolean oneWord = what instanceof Thing.Made
                || Things.known(what).filter(known -> known.indexOf(' ') < 0).isPresent();
        if (!shell && oneWord) {
            words(List.of(what), arguments);
        } else {
            shell(what);
        }
    }

    private void words(List<Thing> words, Arguments arguments) {
        if (words.isEmpty()) {
            return;
        }
        List<List<Value>> variants = new ArrayList<>(List.of(List.of()));
        boolean network = false;
        for (Thing word : words) {
            Origins origins = Things.origins(word);
            network |= origins.has(Origin.NETWORK) && Things.known(word).isEmpty();
            if (origins.has(Origin.SOCKET)) {
                wires.commanded();
            }
            List<Thing> choices = Things.choices(word);
            if (choices.size() * variants.size() > Things.MOST_CHOICES) {
                choices = List.of(Things.unknown("one of several", "depends on what is not known"));
            }
            List<List<Value>> longer = new ArrayList<>();
            for (List<Value> variant : variants) {
                for (Thing choice : choices) {
                    List<Value> next = new ArrayList<>(variant);
                    next.add(Things.value(choice));
                    longer.add(next);
                }
            }
            variants = longer;
        }
        for (List<Value> variant : variants) {
            started(variant, network, arguments);
        }
    }

    private void started(List<Value> words, boolean network, Arguments arguments) {
        String program = Report.program(words).orElse("");
        boolean interpreter = INTERPRETERS.contains(program) || SHELLS.contains(program);
        if (network && (interpreter || words.get(0).known().isEmpty())) {
            runsFetched(words.get(words.size() - 1), Origins.NONE, true);
        }
        for (Value word : words.subList(0, interpreter ? Math.min(2, words.size()) : 1)) {
            word.known()
                    .filter(fetched::contains)
                    .ifPresent(path ->
                            report.name(EffectKind.RUNS_FETCHED_CODE, Value.of(path), Set.of(), Certainty.CERTAIN));
        }
        if (SHELLS.contains(program)) {
            wires.shell(words.size() == 1
                    || words.size() == 2
                            && words.get(1).known().filter("-i"::equals).isPresent());
            arguments.named("stdin").filter(Wires::isConnection).ifPresent(socket -> wires.duplicated());
        }
        report.command(words);
        arguments.named("input").ifPresent(input -> input(program, words.size(), input));
    }

    /** What an interpreter without a script is given on its standard input. */
    private void input(String program, int count, Thing input) {
        if (count > 2) {
            return;
        }
        if (SHELLS.contains(program)) {
            shell(input);
        } else if (program.startsWith("python")) {
            report.code("python", Things.value(input));
        }
    }

    private void runsFetched(Value what, Origins origins, boolean certain) {
        if (certain && !origins.has(Origin.SOCKET)) {
            report.name(EffectKind.RUNS_FETCHED_CODE, what, Set.of(), Certainty.CERTAIN);
        }
    }

    private void code(String language, Thing code) {
        if (!language.equals("sql")) {
            report.code(language, Things.value(code));
        } else if (code instanceof Thing.Text text) {
            String front = text.value().prefix().strip();
            String word = front.split("[^A-Za-z]", 2)[0].toUpperCase(java.util.Locale.ROOT);
            if (SQL_WORDS.contains(word) || front.startsWith("--") || front.startsWith("/*")) {
                report.code(language, text.value());
            }
        }
    }

    /** Data that runs code when it is loaded. */
    private void loads(Thing data, String shown) {
        Origins origins = Things.origins(data);
        if (origins.has(Origin.NETWORK) || origins.has(Origin.SOCKET)) {
            report.name(EffectKind.RUNS_FETCHED_CODE, Value.of(shown), Set.of(), Certainty.CERTAIN);
        } else if (Things.isKnown(data)) {
            report.notUnderstood(shown, "loads code that stands there as data");
        }
    }
}
