package dev.greenlane.engine.understand.code.powershell;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
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

    private static final Set<String> SWITCHES = Set.of(
            "recurse",
            "force",
            "whatif",
            "confirm",
            "verbose",
            "nonewline",
            "append",
            "noclobber",
            "usebasicparsing",
            "passthru",
            "wait",
            "nonewwindow",
            "raw",
            "debug",
            "asjob",
            "allusers",
            "skippublishercheck",
            "usedefaultcredentials",
            "hidden",
            "r",
            "fo");

    private final CodeSink sink;
    /** Functions of the code itself; their bodies are followed where they stand. */
    private final Set<String> functions = new HashSet<>();

    private boolean connects;
    private boolean runsInput;
    private Value address = Value.EMPTY;

    Commands(CodeSink sink) {
        this.sink = sink;
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
            Map<String, Word> bound = bind(entry.get(), words.subList(1, words.size()), input, first);
            if (bound.containsKey("whatif")) {
                return Word.of(Value.unknown(name, "is computed"), true);
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
            return Word.of(Value.unknown(name, "is computed"), true);
        }
        if (Knowledge.standard().isQuiet(name)) {
            return Word.of(Value.unknown(name, "is computed"), true);
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
            sink.path(EffectKind.FILE_WRITE, path(file), Set.of(append ? "append" : "overwrite"), Certainty.CERTAIN);
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

    private static Map<String, Word> bind(Knowledge.Entry entry, List<Word> words, Word input, boolean first) {
        Map<String, Word> bound = new HashMap<>();
        List<Word> positional = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String parameter = words.get(i).parameter();
            if (parameter.isEmpty()) {
                positional.add(words.get(i));
                continue;
            }
            int colon = parameter.indexOf(':');
            String name = colon > 0 ? parameter.substring(0, colon) : parameter;
            boolean value = !isSwitch(name)
                    && i + 1 < words.size()
                    && words.get(i + 1).parameter().isEmpty();
            bound.put(full(entry, name), value ? words.get(++i) : words.get(i));
        }
        int index = 0;
        for (String parameter : entry.takes()) {
            String name = parameter.split("\\|")[0];
            if (!bound.containsKey(name) && index < positional.size()) {
                bound.put(name, positional.get(index++));
            }
        }
        if (!first && !entry.takes().isEmpty()) {
            String name = entry.takes().get(0).split("\\|")[0];
            boolean writes =
                    entry.takes().size() > 1 && entry.takes().get(1).equals("value") || name.equals("filepath");
            if (!bound.containsKey(name) && !writes) {
                bound.put(name, input);
            }
        }
        return bound;
    }

    private static boolean isSwitch(String name) {
        return SWITCHES.contains(name) || "recurse".startsWith(name) && name.length() > 2;
    }

    /** Parameters may be cut short. */
    private static String full(Knowledge.Entry entry, String name) {
        if (name.equals("r") || name.equals("rec")) {
            return "recurse";
        }
        Set<String> names = new HashSet<>(entry.body());
        entry.takes().forEach(parameter -> names.addAll(List.of(parameter.split("\\|"))));
        entry.does().forEach(effect -> names.addAll(effect.target()));
        names.addAll(entry.http());
        return names.stream()
                .filter(full -> full.startsWith(name) && name.length() > 2)
                .findFirst()
                .orElse(name);
    }

    private Word does(Script script, Knowledge.Entry entry, Map<String, Word> bound, Word input, String name) {
        if (downloads(entry, bound)) {
            return gives(entry, bound, name);
        }
        for (Knowledge.Does effect : entry.does()) {
            effect.target().stream()
                    .flatMap(target -> target.startsWith("=")
                            ? Optional.of(Value.of(target.substring(1).replace('_', ' '))).stream()
                            : Optional.ofNullable(bound.get(target)).map(Word::value).stream())
                    .findFirst()
                    .ifPresent(target -> effect(effect, target, bound));
        }
        if (!entry.http().isEmpty()) {
            Optional.ofNullable(bound.get(entry.http().get(1)))
                    .ifPresent(url -> request(entry, url.value(), bound, input));
        }
        entry.unclear().ifPresent(reason -> sink.notUnderstood(name, reason));
        if (!entry.runs().isEmpty()) {
            runs(script, entry.runs(), bound, name);
        }
        return gives(entry, bound, name);
    }

    private void effect(Knowledge.Does effect, Value target, Map<String, Word> bound) {
        Set<String> traits = new HashSet<>(effect.traits());
        if (bound.containsKey("recurse")) {
            traits.add("recursive");
        }
        if (effect.provider()) {
            Optional<List<Value>> other =
                    Providers.command(effect.kind(), target, bound.get("name"), bound.get("value"));
            if (other.isPresent()) {
                other.filter(words -> !words.isEmpty()).ifPresent(sink::command);
                return;
            }
        }
        if (Effect.OnPath.KINDS.contains(effect.kind())) {
            sink.path(effect.kind(), path(target), traits, Certainty.CERTAIN);
        } else if (Effect.OnHost.KINDS.contains(effect.kind())) {
            Set<DataLabel> carries = effect.sends() ? Set.of(DataLabel.UNKNOWN) : Set.of();
            sink.host(effect.kind(), target, traits, carries, Certainty.CERTAIN);
        } else {
            sink.name(effect.kind(), target, traits, Certainty.CERTAIN);
        }
    }

    /** A path with the slashes of other systems. */
    private static Value path(Value path) {
        Value slashes = Value.EMPTY;
        for (Piece piece : path.pieces()) {
            slashes = slashes.then(
                    piece instanceof Piece.Text text
                            ? Wildcards.in(text.text().replace('\\', '/'))
                            : new Value(List.of(piece)));
        }
        return slashes;
    }

    private void request(Knowledge.Entry entry, Value url, Map<String, Word> bound, Word input) {
        Optional<String> method = Optional.ofNullable(bound.get("method"))
                .flatMap(word -> word.value().known());
        List<Word> body = new ArrayList<>();
        entry.body().stream()
                .flatMap(parameter -> Optional.ofNullable(bound.get(parameter)).stream())
                .forEach(body::add);
        boolean sends = method.map(known -> !Set.of("get", "head").contains(known.toLowerCase(Locale.ROOT)))
                .orElse(!body.isEmpty());
        if (!sends) {
            sink.host(EffectKind.NETWORK_FETCH, url, Set.of(), Set.of(), Certainty.CERTAIN);
            return;
        }
        body.add(input);
        Set<DataLabel> carries = new HashSet<>();
        for (Word word : body) {
            carries.addAll(
                    !word.file().equals(Value.EMPTY)
                            ? sink.dataIn(path(word.file()))
                            : word.value().known().isEmpty() ? Set.of(DataLabel.UNKNOWN) : Set.of());
        }
        Optional.ofNullable(bound.get("infile")).ifPresent(file -> carries.addAll(sink.dataIn(path(file.value()))));
        sink.host(EffectKind.NETWORK_SEND, url, Set.of(), carries, Certainty.CERTAIN);
    }

    /** Gets a file, as {@code curl} does, so that it is known where it came from. */
    private boolean downloads(Knowledge.Entry entry, Map<String, Word> bound) {
        List<String> from = new ArrayList<>(entry.http());
        List<String> to = new ArrayList<>();
        for (Knowledge.Does effect : entry.does()) {
            if (effect.kind() == EffectKind.NETWORK_FETCH) {
                from.addAll(effect.target());
            } else if (effect.kind() == EffectKind.FILE_WRITE) {
                to.addAll(effect.target());
            }
        }
        Optional<Word> url = first(from, bound);
        Optional<Word> file = first(to, bound);
        boolean gets =
                url.isPresent() && file.isPresent() && entry.body().stream().noneMatch(bound::containsKey);
        if (gets) {
            sink.command(List.of(
                    Value.of("curl"),
                    Value.of("-o"),
                    path(file.get().value()),
                    url.get().value()));
        }
        return gets;
    }

    private static Optional<Word> first(List<String> parameters, Map<String, Word> bound) {
        return parameters.stream()
                .flatMap(parameter -> Optional.ofNullable(bound.get(parameter)).stream())
                .findFirst();
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
            sink.folder(path(code.value()));
            return;
        }
        if (runs.get(0).equals("file")) {
            boolean module = code.value()
                    .known()
                    .filter(text -> text.chars().noneMatch(c -> "/\\.".indexOf(c) >= 0))
                    .isPresent();
            if (!module) {
                sink.command(List.of(path(code.value())));
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

    private Word gives(Knowledge.Entry entry, Map<String, Word> bound, String name) {
        Word result = Word.of(Value.unknown(name, "is computed"), true);
        if (entry.gives().isEmpty()) {
            return result;
        }
        Optional<Word> about = List.of(entry.gives().get(1).split("\\|")).stream()
                .flatMap(parameter -> Optional.ofNullable(bound.get(parameter)).stream())
                .findFirst();
        if (about.isEmpty()) {
            return entry.gives().get(0).equals("inside") ? names(bound) : result;
        }
        if (entry.gives().get(0).equals("inside")) {
            String below = bound.containsKey("recurse") ? "**" : "*";
            Value inside =
                    path(about.get().value()).then(new Value(List.of(new Piece.Text("/"), new Piece.Glob(below))));
            return Word.of(inside, true);
        }
        Value shown = Value.unknown(about.get().value().display(), "is known only when it runs");
        return entry.gives().get(0).equals("fetched")
                ? new Word(shown, true, true, Value.EMPTY)
                : new Word(shown, true, false, about.get().value());
    }

    /** The names in the folder that the script is in. */
    private static Word names(Map<String, Word> bound) {
        return Word.of(new Value(List.of(new Piece.Glob(bound.containsKey("recurse") ? "**" : "*"))), true);
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
