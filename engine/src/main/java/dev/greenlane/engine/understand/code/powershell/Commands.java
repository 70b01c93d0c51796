package dev.greenlane.engine.understand.code.powershell;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeSink;
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
import java.util.regex.Pattern;

/** Does what commands and methods do: tells it, and gives what comes back. One for each piece of code. */
final class Commands {

    private static final Pattern CALL = Pattern.compile("(?s).*(?:\\.|::)[A-Za-z]\\w*");
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
        if (known.isEmpty() || program.quoted() && !called) {
            return called ? program(words) : program;
        }
        String name = known.get().toLowerCase(Locale.ROOT);
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
                connection(words);
            }
            Word result = does(script, entry.get(), bound, name);
            if (entry.get().takes().size() == 1) {
                words.stream()
                        .skip(1)
                        .filter(word -> word.parameter().isEmpty() && !bound.containsValue(word))
                        .forEach(word -> {
                            Map<String, Word> further = new HashMap<>(bound);
                            further.put(entry.get().takes().get(0).split("\\|")[0], word);
                            does(script, entry.get(), further, name);
                        });
            } else if (!entry.get().runs().isEmpty()
                    && entry.get().runs().get(0).equals("words")) {
                program(words.stream()
                        .skip(1)
                        .filter(word -> word.parameter().isEmpty())
                        .toList());
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
        sink.command(words.stream().map(Word::value).toList());
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

    private Word does(Script script, Knowledge.Entry entry, Map<String, Word> bound, String name) {
        for (Knowledge.Does effect : entry.does()) {
            effect.target().stream()
                    .flatMap(target -> target.startsWith("=")
                            ? Optional.of(Value.of(target.substring(1).replace('_', ' '))).stream()
                            : Optional.ofNullable(bound.get(target)).map(Word::value).stream())
                    .findFirst()
                    .ifPresent(target -> effect(effect, target, bound));
        }
        if (!entry.http().isEmpty()) {
            Optional.ofNullable(bound.get(entry.http().get(1))).ifPresent(url -> request(entry, url.value(), bound));
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
        return path.known().map(known -> Value.of(known.replace('\\', '/'))).orElse(path);
    }

    private void request(Knowledge.Entry entry, Value url, Map<String, Word> bound) {
        Optional<String> method = Optional.ofNullable(bound.get("method"))
                .flatMap(word -> word.value().known());
        boolean body = entry.body().stream().anyMatch(bound::containsKey);
        boolean sends = method.map(known -> !Set.of("get", "head").contains(known.toLowerCase(Locale.ROOT)))
                .orElse(body);
        Set<DataLabel> carries = body ? Set.of(DataLabel.UNKNOWN) : Set.of();
        Optional<Word> file = Optional.ofNullable(bound.get("infile"));
        if (file.isPresent()) {
            carries = sink.dataIn(path(file.get().value()));
        }
        sink.host(
                sends ? EffectKind.NETWORK_SEND : EffectKind.NETWORK_FETCH,
                url,
                Set.of(),
                sends ? carries : Set.of(),
                Certainty.CERTAIN);
    }

    private void runs(Script script, List<String> runs, Map<String, Word> bound, String name) {
        List<Word> given = runs.subList(1, runs.size()).stream()
                .flatMap(word -> Optional.ofNullable(bound.get(word)).stream())
                .toList();
        if (given.isEmpty() || runs.get(0).equals("words")) {
            if (!given.isEmpty() && bound.containsKey("1")) {
                program(given);
            }
            return;
        }
        Word code = given.get(0);
        runsInput = true;
        if (code.fetched()) {
            sink.name(EffectKind.RUNS_FETCHED_CODE, code.value(), Set.of(), Certainty.CERTAIN);
        } else if (code.value().known().isPresent()) {
            script.inside(code.value());
        } else {
            sink.notUnderstood(name, "runs code that is not known");
        }
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
            return does(script, entry.get(), bound, before);
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
