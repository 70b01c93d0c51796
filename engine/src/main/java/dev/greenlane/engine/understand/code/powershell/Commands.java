package dev.greenlane.engine.understand.code.powershell;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.understand.code.WindowsPrograms;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Does what commands and methods do: tells it, and gives what comes back. One for each piece of code. */
final class Commands {

    private static final Pattern CALL = Pattern.compile("(?s).*(?:\\.|::)[A-Za-z]\\w*");
    private static final Pattern STATIC = Pattern.compile("\\[([\\w.]+(?:\\[[^\\]]*])?)]::\\w+$");
    private static final Pattern NUMBER = Pattern.compile("[\\d.]+(?:kb|mb|gb|l|d)?");
    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "else",
            "elseif",
            "while",
            "do",
            "until",
            "for",
            "foreach",
            "switch",
            "try",
            "catch",
            "finally",
            "function",
            "filter",
            "%",
            "in",
            "begin",
            "process",
            "end",
            "class",
            "using",
            "trap");
    /** Commands that hand on some of what they get. */
    private static final Set<String> PASSING =
            Set.of("where-object", "where", "?", "sort-object", "sort", "select-object", "select");

    private final CodeSink sink;
    private final EntryEffects effects;
    /** Functions of the code itself; their bodies are followed where they stand. */
    private final Set<String> functions = new HashSet<>();

    private boolean connects;
    private boolean runsInput;
    private Value address = Value.EMPTY;

    Commands(CodeSink sink) {
        this.sink = sink;
        this.effects = new EntryEffects(sink);
    }

    /** Tells what was noticed, when all code was gone through. */
    void conclude() {
        if (connects && runsInput) {
            sink.host(EffectKind.NETWORK_SEND, address, Set.of("shell"), Set.of(), Certainty.CERTAIN);
        }
    }

    /** Whether brackets behind this text are the arguments of a method. */
    boolean isCall(String before) {
        return before.length() < 500 && CALL.matcher(before).matches();
    }

    /**
     * Runs a command.
     *
     * @param input what the command before it in the pipeline gives
     * @param first whether it begins a pipeline
     * @param called whether it is called, whatever it is
     */
    Word run(Script script, List<Word> words, Word input, boolean first, boolean called) {
        Word program = words.get(0);
        Optional<String> known = program.value().known();
        if (known.isEmpty() && !called && isPathBehindVariable(program)) {
            sink.notUnderstood(program.value().display(), "is a program whose place is not known before it runs");
            return program;
        }
        if (known.isEmpty() || program.quoted() && !called) {
            return called ? program(words) : program;
        }
        String name = known.get().toLowerCase(Locale.ROOT);
        if (name.equals(".") && words.size() > 1) {
            return run(script, words.subList(1, words.size()), input, first, true);
        }
        if (name.equals("function") && words.size() > 1) {
            functions.add(words.get(1).value().display().toLowerCase(Locale.ROOT));
        }
        if (KEYWORDS.contains(name) || !called && !isProgram(name)) {
            return program;
        }
        if (PASSING.contains(name)) {
            return input;
        }
        Optional<Knowledge.Entry> entry = Knowledge.standard().command(name);
        if (entry.isPresent()) {
            Map<String, Word> bound = Parameters.bind(entry.get(), words.subList(1, words.size()), input, first);
            if (bound.containsKey("whatif")) {
                return EntryEffects.output(name);
            }
            if (name.equals("new-object")) {
                created(bound.getOrDefault("comobject", bound.get("typename")));
                connection(words);
            }
            if (name.equals("join-path") && bound.containsKey("path") && bound.containsKey("childpath")) {
                return Word.of(joined(bound.get("path"), bound.get("childpath")), true);
            }
            Word result = does(script, entry.get(), bound, input, name);
            if (entry.get().takes().size() == 1) {
                words.stream()
                        .skip(1)
                        .filter(word -> word.parameter().isEmpty() && !bound.containsValue(word))
                        .forEach(word -> {
                            Map<String, Word> further = new HashMap<>(bound);
                            further.put(entry.get().takes().get(0).split("\\|")[0], word);
                            does(script, entry.get(), further, input, name);
                        });
            } else if (!entry.get().runs().isEmpty()
                    && entry.get().runs().get(0).equals("words")) {
                started(words, bound);
            }
            return result;
        }
        if (functions.contains(name)) {
            return EntryEffects.output(name);
        }
        if (Knowledge.standard().isQuiet(name)) {
            return EntryEffects.output(name);
        }
        return program(words);
    }

    private static boolean isPathBehindVariable(Word word) {
        List<Piece> pieces = word.value().pieces();
        return pieces.size() > 1
                && pieces.get(0) instanceof Piece.Hole
                && pieces.get(1) instanceof Piece.Text text
                && text.text().startsWith("\\");
    }

    private static Value joined(Word path, Word child) {
        return path.value().then(Value.of("/")).then(child.value());
    }

    /** What an object can do is known by its type. */
    private void created(@Nullable Word type) {
        if (type != null
                && !type.value().known().filter(Knowledge.standard()::isType).isPresent()) {
            sink.notUnderstood(type.value().display(), "is an object of a kind that nobody described");
        }
    }

    private static boolean isProgram(String name) {
        return !name.isEmpty()
                && !NUMBER.matcher(name).matches()
                && (Character.isLetterOrDigit(name.charAt(0)) || "./\\%?".indexOf(name.charAt(0)) >= 0);
    }

    /** What a command puts out goes into a file. */
    void redirected(Value file, boolean append) {
        if (!file.known().filter(known -> known.equals("null")).isPresent()) {
            sink.path(
                    EffectKind.FILE_WRITE,
                    EntryEffects.path(file),
                    Set.of(append ? "append" : "overwrite"),
                    Certainty.CERTAIN);
        }
    }

    private Word program(List<Word> words) {
        List<Value> values = new ArrayList<>();
        for (Word word : words) {
            values.add(
                    values.isEmpty()
                            ? word.value()
                                    .known()
                                    .map(WindowsPrograms::name)
                                    .map(Value::of)
                                    .orElse(word.value())
                            : word.value());
        }
        sink.command(values);
        return Word.of(Value.unknown("output of a program", "is computed"), true);
    }

    private Word does(Script script, Knowledge.Entry entry, Map<String, Word> bound, Word input, String name) {
        if (!effects.downloads(entry, bound)) {
            effects.tell(entry, bound, input, name);
            if (!entry.runs().isEmpty()) {
                runs(script, entry.runs(), bound, name);
            }
        }
        return EntryEffects.gives(entry, bound, name);
    }

    private void runs(Script script, List<String> runs, Map<String, Word> bound, String name) {
        List<Word> given = runs.subList(1, runs.size()).stream()
                .flatMap(word -> Optional.ofNullable(bound.get(word)).stream())
                .toList();
        if (given.isEmpty() || runs.get(0).equals("words")) {
            if (!given.isEmpty() && bound.containsKey("1")) {
                program(given.stream().flatMap(Commands::split).toList());
            }
            return;
        }
        Word code = given.get(0);
        if (runs.get(0).equals("folder")) {
            sink.folder(EntryEffects.path(code.value()));
            return;
        }
        if (runs.get(0).equals("file")) {
            boolean module = code.value()
                    .known()
                    .filter(text -> text.chars().noneMatch(c -> "/\\.".indexOf(c) >= 0))
                    .isPresent();
            if (!module) {
                sink.command(List.of(EntryEffects.path(code.value())));
            }
            return;
        }
        runsInput = true;
        if (code.fetched()) {
            sink.name(EffectKind.RUNS_FETCHED_CODE, code.value(), Set.of(), Certainty.CERTAIN);
        } else if (code.value().known().isPresent()) {
            script.inside(code.value());
        } else {
            sink.notUnderstood(name, "runs code that is not known");
        }
    }

    private void started(List<Word> words, Map<String, Word> bound) {
        List<Word> line = new ArrayList<>();
        Optional.ofNullable(bound.get("filepath")).ifPresent(line::add);
        Optional.ofNullable(bound.get("argumentlist")).stream()
                .flatMap(Commands::split)
                .forEach(line::add);
        words.stream()
                .skip(1)
                .filter(word -> word.parameter().isEmpty() && !bound.containsValue(word))
                .flatMap(Commands::split)
                .forEach(line::add);
        if (Optional.ofNullable(bound.get("verb"))
                .flatMap(word -> word.value().known())
                .filter("runas"::equalsIgnoreCase)
                .isPresent()) {
            sink.name(EffectKind.PRIVILEGE_CHANGE, Value.of("administrator"), Set.of(), Certainty.CERTAIN);
        }
        if (!line.isEmpty()) {
            program(line);
        }
    }

    /** Arguments that are given to a program in one text. */
    private static Stream<Word> split(Word word) {
        return word.value()
                .known()
                .filter(text -> text.indexOf(' ') > 0 && text.indexOf('\\') < 0 && text.indexOf('"') < 0)
                .map(text -> Stream.of(text.split(" +")).map(part -> Word.of(Value.of(part), true)))
                .orElseGet(() -> Stream.of(word));
    }

    /** Calls a method; {@code before} is what stands before its brackets. */
    Word method(Script script, String before, List<Word> arguments, boolean fetched) {
        String name = before.substring(Math.max(before.lastIndexOf('.'), before.lastIndexOf(':')) + 1)
                .toLowerCase(Locale.ROOT);
        if (before.toLowerCase(Locale.ROOT).contains("tcpclient")) {
            connect(arguments);
        }
        Map<String, Word> bound = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            bound.put(String.valueOf(i + 1), arguments.get(i));
        }
        boolean deletes = name.equals("delete") && arguments.isEmpty();
        Optional<Knowledge.Entry> entry =
                deletes ? Optional.empty() : Knowledge.standard().method(name);
        if (entry.isPresent()) {
            return does(script, entry.get(), bound, Word.of(Value.EMPTY, true), before);
        }
        Matcher type = STATIC.matcher(before);
        if (type.find() && !Knowledge.standard().isType(type.group(1))) {
            sink.notUnderstood(before, "is code that nobody described");
        }
        return new Word(Value.unknown(name + "(…)", "is computed"), true, fetched, Value.EMPTY);
    }

    private void connection(List<Word> words) {
        boolean client = words.stream()
                .anyMatch(word -> word.value().prefix().toLowerCase(Locale.ROOT).contains("tcpclient"));
        if (client) {
            connect(words.stream()
                    .filter(word -> word.parameter().isEmpty())
                    .skip(2)
                    .toList());
        }
    }

    private void connect(List<Word> arguments) {
        connects = true;
        if (arguments.size() > 1) {
            address = arguments
                    .get(0)
                    .value()
                    .then(Value.of(":"))
                    .then(arguments.get(1).value());
            sink.host(EffectKind.NETWORK_FETCH, address, Set.of(), Set.of(), Certainty.CERTAIN);
        }
    }
}
