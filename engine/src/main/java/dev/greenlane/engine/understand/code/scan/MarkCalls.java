package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does what a {@link Mark} says: tells the effects and gives what comes back. One for each piece of code. */
final class MarkCalls {

    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "zsh", "dash", "ksh", "cmd", "cmd.exe", "powershell", "powershell.exe", "pwsh");
    private static final Set<String> FETCHING = Set.of("GET", "HEAD", "OPTIONS");

    private final Language language;
    private final CodeSink sink;
    private final Set<Value> connected = new LinkedHashSet<>();
    private boolean shell;

    MarkCalls(Language language, CodeSink sink) {
        this.language = language;
        this.sink = sink;
    }

    /** Tells what was noticed, when all code was gone through: a shell and a connection belong together. */
    void conclude() {
        if (shell) {
            connected.forEach(address ->
                    sink.host(EffectKind.NETWORK_SEND, address, Set.of("shell"), Set.of(), Certainty.CERTAIN));
        }
    }

    /** A command line for the shell. */
    void shell(Arg line) {
        if (line.fetched() && line.value().known().isEmpty()) {
            sink.name(EffectKind.RUNS_FETCHED_CODE, line.value(), Set.of(), Certainty.CERTAIN);
        }
        shell |= line.value()
                .known()
                .map(known -> isShell(known.strip().split("\\s")[0]))
                .orElse(!connected.isEmpty());
        sink.shell(line.value());
    }

    private static boolean isShell(String program) {
        return SHELLS.contains(program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1));
    }

    /** What a call gives, after telling what it does. */
    Arg call(Walker walker, String name, Arg base, List<Arg> positional, Map<String, Arg> options) {
        if ((name.equals("require") || name.equals("import")) && positional.size() == 1) {
            Optional<String> module = positional.get(0).value().known();
            if (module.isPresent()) {
                return Arg.unknown(module.get()).typed(Imports.module(module.get()));
            }
        }
        if (base.fetched()) {
            positional.forEach(callback -> handedOn(walker, callback, base));
        }
        Optional<Mark> found = language.mark(name);
        Set<DataLabel> labels =
                Arg.union(Arg.union(base.labels(), Arg.labels(positional)), Arg.labels(options.values()));
        if (found.isEmpty() && base.type().equals("fetched")) {
            return base;
        }
        if (found.isEmpty()) {
            return new Arg(Arg.unknown(name + "(…)").value(), List.of(), false, Map.of(), name + "()", labels);
        }
        Mark mark = found.get();
        Call call = new Call(base, positional, options);
        mark.does().forEach(effect -> effect(effect, mark, call));
        if (!mark.http().isEmpty()) {
            request(mark, call);
        }
        if (!mark.listens().isEmpty()) {
            listen(mark.listens(), call);
        }
        mark.connects()
                .ifPresent(target -> call.values(target).stream().findFirst().ifPresent(connected::add));
        if (!mark.runs().isEmpty()) {
            run(mark.runs(), call);
        }
        if (!mark.opens().isEmpty()) {
            open(mark.opens(), call);
        }
        mark.evaluates().ifPresent(target -> call.args(target).forEach(code -> evaluate(walker, name, code)));
        mark.unclear().ifPresent(reason -> sink.notUnderstood(name, reason));
        return gives(mark.gives(), name, call, labels);
    }

    /** What comes from the network is handed to a function that runs it. */
    private void handedOn(Walker walker, Arg callback, Arg fetched) {
        callback.value()
                .hole()
                .map(Piece.Hole::name)
                .filter(name -> language.mark(name).flatMap(Mark::evaluates).isPresent())
                .ifPresent(name -> evaluate(walker, name, fetched));
    }

    /** What a call is given. */
    private record Call(Arg base, List<Arg> positional, Map<String, Arg> options) {

        /** The arguments that a word of a mark names. */
        List<Arg> args(String word) {
            int or = word.indexOf('|');
            if (or > 0) {
                List<Arg> first = args(word.substring(0, or));
                return first.isEmpty() ? args(word.substring(or + 1)) : first;
            }
            if (word.equals("self")) {
                return base.list() ? base.elements() : List.of(base);
            }
            if (Character.isDigit(word.charAt(0))) {
                boolean rest = word.endsWith("...");
                int index = Integer.parseInt(rest ? word.substring(0, word.length() - 3) : word) - 1;
                if (index >= positional.size()) {
                    return List.of();
                }
                List<Arg> all = new ArrayList<>();
                for (Arg arg : rest ? positional.subList(index, positional.size()) : List.of(positional.get(index))) {
                    if (arg.list()) {
                        all.addAll(arg.elements());
                    } else {
                        all.add(arg);
                    }
                }
                return all;
            }
            return Optional.ofNullable(options.get(word)).map(List::of).orElse(List.of());
        }

        List<Value> values(String word) {
            int otherwise = word.indexOf(Mark.TOPIC);
            if (otherwise > 0) {
                List<Value> given = values(word.substring(0, otherwise));
                return given.isEmpty() ? List.of(Value.unknown("$_", "is known only when it runs")) : given;
            }
            if (word.startsWith("=")) {
                return List.of(Value.of(word.substring(1)));
            }
            if (word.indexOf('+') > 0) {
                String[] parts = word.split("\\+");
                Optional<Value> front = args(parts[0]).stream().findFirst().map(Arg::value);
                Optional<Value> back = args(parts[1]).stream().findFirst().map(Arg::value);
                return front
                        .map(value -> back.map(more -> value.then(Value.of(":")).then(more))
                                .orElse(value))
                        .stream()
                        .toList();
            }
            return args(word).stream().map(Arg::value).toList();
        }
    }

    private void effect(Mark.Does effect, Mark mark, Call call) {
        Set<String> traits = new HashSet<>(effect.traits());
        mark.recursive().ifPresent(option -> {
            Arg given = call.options().get(option);
            if (given != null
                    && !given.value()
                            .known()
                            .filter(known -> known.equalsIgnoreCase("false"))
                            .isPresent()) {
                traits.add("recursive");
            }
        });
        for (Value target : call.values(effect.target())) {
            if (Effect.OnPath.KINDS.contains(effect.kind())) {
                sink.path(effect.kind(), target, traits, Certainty.CERTAIN);
            } else if (Effect.OnHost.KINDS.contains(effect.kind())) {
                Set<DataLabel> labels = new HashSet<>();
                effect.carries().forEach(word -> labels.addAll(labels(call.args(word))));
                sink.host(effect.kind(), target, traits, labels, Certainty.CERTAIN);
            } else {
                sink.name(effect.kind(), target, traits, Certainty.CERTAIN);
            }
        }
    }

    private static Set<DataLabel> labels(List<Arg> data) {
        Set<DataLabel> labels = EnumSet.noneOf(DataLabel.class);
        labels.addAll(Arg.labels(data));
        for (Arg arg : data) {
            boolean plain = arg.value().hasNoHole()
                    || !arg.options().isEmpty()
                            && arg.options().values().stream()
                                    .allMatch(option -> option.value().hasNoHole());
            if (arg.labels().isEmpty() && !plain) {
                labels.add(DataLabel.UNKNOWN);
            }
        }
        return labels;
    }

    private void request(Mark mark, Call call) {
        List<Arg> body = new ArrayList<>();
        mark.body().forEach(word -> body.addAll(call.args(word)));
        String first = mark.http().get(0);
        Optional<String> method = first.equals(first.toUpperCase(Locale.ROOT)) && !Character.isDigit(first.charAt(0))
                ? Optional.of(first)
                : call.args(first).stream()
                        .findFirst()
                        .flatMap(arg -> arg.value().known())
                        .map(known -> known.toUpperCase(Locale.ROOT));
        for (Arg url : call.args(mark.http().get(1))) {
            Set<DataLabel> inAddress = EnumSet.noneOf(DataLabel.class);
            inAddress.addAll(url.labels());
            inAddress.remove(DataLabel.FETCHED);
            boolean sends = !inAddress.isEmpty()
                    || method.map(word -> !FETCHING.contains(word)).orElse(!body.isEmpty());
            sink.host(
                    sends ? EffectKind.NETWORK_SEND : EffectKind.NETWORK_FETCH,
                    url.value(),
                    Set.of(),
                    sends ? Arg.union(inAddress, labels(body)) : Set.of(),
                    Certainty.CERTAIN);
        }
    }

    private void listen(List<String> words, Call call) {
        Value port = call.values(words.get(0)).stream().findFirst().orElse(Value.EMPTY);
        Optional<Value> host =
                words.size() > 1 ? call.values(words.get(1)).stream().findFirst() : Optional.empty();
        boolean everywhere = host.isEmpty()
                || host.get()
                        .known()
                        .filter(known -> known.equals("0.0.0.0") || known.equals("::"))
                        .isPresent();
        Value address = (everywhere ? Value.of("0.0.0.0") : host.get())
                .then(Value.of(":"))
                .then(port);
        sink.host(
                EffectKind.NETWORK_LISTEN,
                address,
                everywhere ? Set.of("all-interfaces") : Set.of(),
                Set.of(),
                Certainty.CERTAIN);
    }

    private void run(List<String> runs, Call call) {
        List<Arg> all = new ArrayList<>();
        runs.subList(1, runs.size()).stream()
                .filter(word -> !word.startsWith("@"))
                .forEach(word -> all.addAll(call.args(word)));
        if (all.isEmpty()) {
            return;
        }
        boolean shellWanted = Optional.ofNullable(call.options().get("shell"))
                .flatMap(arg -> arg.value().known())
                .filter(known -> !known.equals("false"))
                .isPresent();
        switch (runs.get(0)) {
            case "shell" -> all.forEach(this::shell);
            case "words" -> {
                if (shellWanted) {
                    shell(all.get(0));
                } else {
                    words(all);
                }
            }
            case "system" -> {
                if (all.size() == 1) {
                    shell(all.get(0));
                } else {
                    words(all);
                }
            }
            case "file" -> {
                Value path = all.get(0).value();
                if (path.prefix().startsWith("http:") || path.prefix().startsWith("https:")) {
                    sink.host(EffectKind.NETWORK_FETCH, path, Set.of(), Set.of(), Certainty.CERTAIN);
                    sink.name(EffectKind.RUNS_FETCHED_CODE, path, Set.of(), Certainty.CERTAIN);
                    return;
                }
                List<Arg> words = new ArrayList<>(List.of(Arg.of(Value.of(language.program()))));
                words.addAll(all);
                words(words);
            }
            default -> all.forEach(code -> sink.code(runs.get(0), code.value()));
        }
    }

    private void words(List<Arg> all) {
        Arg program = all.get(0);
        boolean interpreter = program.value().known().filter(MarkCalls::isShell).isPresent();
        shell |= interpreter;
        if (interpreter && all.stream().anyMatch(Arg::fetched)) {
            sink.name(EffectKind.RUNS_FETCHED_CODE, all.get(all.size() - 1).value(), Set.of(), Certainty.CERTAIN);
        }
        sink.command(all.stream().map(Arg::value).toList());
    }

    private void open(List<String> opens, Call call) {
        List<Value> paths = call.values(opens.get(0));
        Optional<String> mode = call.values(opens.get(1)).stream().findFirst().flatMap(Value::known);
        for (Value path : paths) {
            String front = path.prefix().strip();
            if (opens.get(2).equals("perl") && call.positional().size() == 2) {
                perlOpen(path, front);
                continue;
            }
            String how = mode.orElse(call.values(opens.get(1)).isEmpty() ? opens.get(2) : "w");
            if (how.contains("|")) {
                shell(Arg.of(path));
            } else if (how.matches("\\+?<.*|r[bt]?|rb?|r:.*")) {
                sink.path(EffectKind.FILE_READ, path, Set.of(), Certainty.CERTAIN);
            } else {
                String trait = how.startsWith("a") || how.startsWith(">>")
                        ? "append"
                        : how.startsWith("r") ? "in-place" : "overwrite";
                sink.path(EffectKind.FILE_WRITE, path, Set.of(trait), Certainty.CERTAIN);
            }
        }
    }

    /** In Perl, the mode may stand before or behind the path in the same text. */
    private void perlOpen(Value path, String front) {
        Optional<String> known = path.known().map(String::strip);
        if (front.startsWith("|")) {
            shell(Arg.of(path.withoutPrefix(path.prefix().indexOf('|') + 1)));
        } else if (known.filter(text -> text.endsWith("|")).isPresent()) {
            shell(Arg.of(
                    Value.of(known.get().substring(0, known.get().length() - 1).strip())));
        } else if (front.startsWith(">")) {
            boolean append = front.startsWith(">>");
            int skip = path.prefix().indexOf('>') + (append ? 2 : 1);
            Value file = path.withoutPrefix(skip);
            if (!file.prefix().startsWith("&")) {
                Value target = file.known().map(text -> Value.of(text.strip())).orElse(file);
                sink.path(EffectKind.FILE_WRITE, target, Set.of(append ? "append" : "overwrite"), Certainty.CERTAIN);
            }
        } else {
            sink.path(
                    EffectKind.FILE_READ,
                    front.startsWith("<") ? path.withoutPrefix(path.prefix().indexOf('<') + 1) : path,
                    Set.of(),
                    Certainty.CERTAIN);
        }
    }

    private void evaluate(Walker walker, String name, Arg code) {
        if (code.fetched()) {
            sink.name(EffectKind.RUNS_FETCHED_CODE, code.value(), Set.of(), Certainty.CERTAIN);
        } else if (code.value().prefix().isEmpty() && !code.value().hasNoHole()) {
            sink.notUnderstood(name + "(…)", "runs code that is not known");
        } else {
            walker.inside(code.value());
        }
    }

    private Arg gives(List<String> gives, String name, Call call, Set<DataLabel> labels) {
        Arg first =
                gives.size() > 1 ? call.args(gives.get(1)).stream().findFirst().orElse(Arg.NONE) : Arg.NONE;
        Arg result = new Arg(Arg.unknown(name + "(…)").value(), List.of(), false, Map.of(), name + "()", labels);
        if (gives.isEmpty()) {
            return result;
        }
        return switch (gives.get(0)) {
            case "content" -> result.labelled(sink.dataIn(first.value()));
            case "fetched" ->
                new Arg(
                        Value.unknown(first.value().display(), "comes from the network"),
                        List.of(),
                        false,
                        Map.of(),
                        "fetched",
                        Set.of(DataLabel.FETCHED));
            case "same" -> first;
            case "object" -> new Arg(first.value(), List.of(), false, call.options(), name + "()", labels);
            case "env" -> first.value().known().map(Arg::environment).orElse(result);
            case "base64" ->
                decoded(
                        first,
                        text -> new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8),
                        result);
            case "hex" ->
                decoded(first, text -> new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_8), result);
            case "bytes" -> bytes(first, call, result);
            case "path" -> path(call);
            case "list" -> Arg.list(call.args("1..."));
            case "nothing" -> Arg.unknown(name + "(…)");
            default -> result.typed(gives.get(0));
        };
    }

    private interface Decoding {
        String apply(String text);
    }

    private static Arg decoded(Arg encoded, Decoding decoding, Arg otherwise) {
        try {
            return encoded.value()
                    .known()
                    .map(known -> Arg.of(Value.of(decoding.apply(known))))
                    .orElse(otherwise);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    /** {@code Buffer.from(text, encoding)}. */
    private static Arg bytes(Arg text, Call call, Arg otherwise) {
        String encoding =
                call.values("2").stream().findFirst().flatMap(Value::known).orElse("utf8");
        return switch (encoding) {
            case "base64" ->
                decoded(
                        text,
                        known -> new String(Base64.getMimeDecoder().decode(known), StandardCharsets.UTF_8),
                        otherwise);
            case "hex" ->
                decoded(text, known -> new String(HexFormat.of().parseHex(known), StandardCharsets.UTF_8), otherwise);
            default -> text;
        };
    }

    private static Arg path(Call call) {
        Value path = Value.EMPTY;
        for (Arg part : call.args("1...")) {
            boolean root = part.value().prefix().startsWith("/") && path.equals(Value.EMPTY);
            boolean bare = path.equals(Value.EMPTY) || root || path.display().endsWith("/");
            path = path.then(Value.of(bare ? "" : "/")).then(part.value());
        }
        return Arg.of(path);
    }
}
