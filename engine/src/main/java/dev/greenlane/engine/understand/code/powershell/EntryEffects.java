package dev.greenlane.engine.understand.code.powershell;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What described commands and methods do, and what comes back from them. */
final class EntryEffects {

    private final CodeSink sink;

    EntryEffects(CodeSink sink) {
        this.sink = sink;
    }

    /** Tells what a command or a method does by its description. */
    void tell(Knowledge.Entry entry, Map<String, Word> bound, Word input, String name) {
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
    static Value path(Value path) {
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
    boolean downloads(Knowledge.Entry entry, Map<String, Word> bound) {
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

    /** What a command gives of which nothing is known. */
    static Word output(String name) {
        return Word.of(Value.unknown("$(" + name + ")", "is computed"), true);
    }

    /** What comes back. */
    static Word gives(Knowledge.Entry entry, Map<String, Word> bound, String name) {
        Word result = output(name);
        if (entry.gives().isEmpty()) {
            return result;
        }
        if (entry.gives().get(0).equals("here")) {
            return Word.of(Value.of("."), true);
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
}
