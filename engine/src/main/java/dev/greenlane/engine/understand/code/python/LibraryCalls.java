package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.python.Origins.Origin;
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

/** Does what an {@link Entry} says: tells the effects and gives what comes back. */
final class LibraryCalls {

    private static final Set<String> SENDING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Report report;
    private final Programs programs;
    private final Wires wires;

    LibraryCalls(Report report, Programs programs, Wires wires) {
        this.report = report;
        this.programs = programs;
        this.wires = wires;
    }

    /**
     * Follows a call of a described function.
     *
     * @param name its canonical name
     * @param self the object whose method it is
     * @param shown the call as it is written, for people
     * @return what it gives; empty where the description does not say
     */
    Optional<Thing> call(Entry entry, String name, Optional<Thing> self, Arguments arguments, String shown) {
        Map<String, Thing> bound = arguments.bind(entry.takes());
        self.ifPresent(object -> bound.put("self", object));
        for (Entry.Does effect : entry.does()) {
            effect(effect, bound, name);
        }
        downloads(entry, bound);
        if (!entry.http().isEmpty()) {
            request(entry, bound, arguments);
        }
        if (!entry.listens().isEmpty()) {
            listen(entry, bound);
        }
        if (!entry.runs().isEmpty()) {
            programs.run(entry.runs(), bound, arguments, shown);
        }
        entry.shows().forEach(parameter -> show(Optional.ofNullable(bound.get(parameter))));
        entry.unclear().ifPresent(reason -> report.notUnderstood(shown, reason));
        wires.called(name, bound);
        if (!entry.opens().isEmpty()) {
            return Optional.of(open(entry, bound));
        }
        return gives(entry.gives(), bound, shown);
    }

    /** Notices files into which goes what comes from the network. */
    private void downloads(Entry entry, Map<String, Thing> bound) {
        boolean fetches = entry.does().stream().anyMatch(effect -> effect.kind() == EffectKind.NETWORK_FETCH)
                || Optional.ofNullable(bound.get("data"))
                        .map(Things::origins)
                        .filter(from -> from.has(Origin.NETWORK))
                        .isPresent();
        if (!fetches) {
            return;
        }
        for (Entry.Does effect : entry.does()) {
            Thing target = bound.get(effect.target().get(0));
            if (effect.kind() == EffectKind.FILE_WRITE && target != null) {
                things(target).forEach(thing -> programs.fetchedInto(Things.value(thing)));
            }
        }
    }

    private void effect(Entry.Does effect, Map<String, Thing> bound, String name) {
        String literal = effect.target().get(0);
        if (literal.startsWith("=")) {
            String text = literal.equals("=method") ? name.substring(name.lastIndexOf('.') + 1) : literal.substring(1);
            tell(effect, Value.of(text), bound);
            return;
        }
        effect.target().stream()
                .flatMap(target -> Optional.ofNullable(bound.get(target)).stream())
                .findFirst()
                .ifPresent(target -> things(target).forEach(thing -> tell(effect, endpoint(thing), bound)));
    }

    private void tell(Entry.Does effect, Value target, Map<String, Thing> bound) {
        if (Effect.OnPath.KINDS.contains(effect.kind())) {
            if (!isStream(target)) {
                report.path(effect.kind(), target, effect.traits(), effect.certainty());
            }
        } else if (Effect.OnHost.KINDS.contains(effect.kind())) {
            Set<DataLabel> carries = new HashSet<>();
            effect.carries()
                    .forEach(parameter ->
                            Optional.ofNullable(bound.get(parameter)).ifPresent(data -> carries.addAll(labels(data))));
            report.host(effect.kind(), target, effect.traits(), carries, effect.certainty());
        } else {
            report.name(effect.kind(), target, effect.traits(), effect.certainty());
        }
    }

    /** What an effect is on: each choice, each element of a list, no objects that lie in memory only. */
    private static List<Thing> things(Thing target) {
        List<Thing> things = new ArrayList<>();
        for (Thing choice : Things.choices(target)) {
            if (choice instanceof Thing.Row row && isList(row)) {
                things.addAll(row.elements);
            } else if (!Things.isNone(choice) && !(choice instanceof Thing.Made made && Things.isNone(made.about))) {
                things.add(choice);
            }
        }
        return things;
    }

    /** Whether a row is a list of targets and not an address: a host and a port. */
    private static boolean isList(Thing.Row row) {
        return row.elements.size() < 2 || Things.integer(row.elements.get(1)).isEmpty() && !isUnknownPort(row);
    }

    private static boolean isUnknownPort(Thing.Row row) {
        return row.elements.size() == 2 && !(row.elements.get(1) instanceof Thing.Text);
    }

    /** A target as text; a host and a port with a colon between them. */
    static Value endpoint(Thing thing) {
        if (thing instanceof Thing.Made made && !Things.isNone(made.about)) {
            return endpoint(made.about);
        }
        if (thing instanceof Thing.Row row && row.elements.size() >= 2) {
            Value host = Things.value(row.elements.get(0));
            return host.then(Value.of(":")).then(Things.value(row.elements.get(1)));
        }
        return Things.value(thing);
    }

    private static boolean isStream(Value target) {
        return target.pieces().size() == 1
                && target.pieces().get(0) instanceof Piece.Hole hole
                && hole.name().startsWith("sys.std");
    }

    private Set<DataLabel> labels(Thing data) {
        Set<DataLabel> labels = Things.origins(data).labels(report.sink());
        return labels.isEmpty() && !Things.isKnown(data) ? Set.of(DataLabel.UNKNOWN) : labels;
    }

    private void request(Entry entry, Map<String, Thing> bound, Arguments arguments) {
        Thing target = Optional.ofNullable(bound.get(entry.http().get(1).replace("self+", "")))
                .orElse(Things.unknown("URL", "is not given"));
        Map<String, Thing> all = new HashMap<>(bound);
        if (target instanceof Thing.Made request) {
            request.fields.forEach(all::putIfAbsent);
        }
        Set<DataLabel> carries = new HashSet<>();
        boolean sends = false;
        for (String parameter : entry.body()) {
            Thing data = all.get(parameter);
            if (data != null && !Things.isNone(data)) {
                carries.addAll(labels(data));
                sends = true;
            }
        }
        Set<DataLabel> inAddress = Things.origins(target).labels(report.sink());
        Optional<Thing> params = Optional.ofNullable(all.get("params"));
        params.ifPresent(data -> inAddress.addAll(Things.origins(data).labels(report.sink())));
        inAddress.remove(DataLabel.FETCHED);
        carries.addAll(inAddress);
        sends |= !inAddress.isEmpty();
        Optional<String> method = method(entry.http().get(0), all);
        if (method.isPresent()) {
            sends = SENDING.contains(method.get()) || sends && !method.get().equals("GET") || !inAddress.isEmpty();
        }
        boolean unchecked = arguments
                .named("verify")
                .flatMap(Things::truth)
                .filter(verify -> !verify)
                .isPresent();
        EffectKind kind = sends ? EffectKind.NETWORK_SEND : EffectKind.NETWORK_FETCH;
        Set<String> traits = unchecked ? Set.of("no-tls-check") : Set.of();
        for (Thing choice : Things.choices(target)) {
            Value url = Things.value(choice);
            if (entry.http().get(1).startsWith("self+")) {
                url = Things.value(bound.getOrDefault("self", Thing.NONE)).then(url);
            } else if (bound.get("self") instanceof Thing.Made client
                    && client.fields.containsKey("base_url")
                    && url.prefix().startsWith("/")) {
                url = Things.value(client.fields.get("base_url")).then(url);
            }
            report.host(kind, url, traits, sends ? carries : Set.of(), Certainty.CERTAIN);
        }
    }

    private static Optional<String> method(String word, Map<String, Thing> bound) {
        if (word.equals(word.toUpperCase(Locale.ROOT))) {
            return Optional.of(word);
        }
        return Optional.ofNullable(bound.get(word)).flatMap(Things::known).map(known -> known.toUpperCase(Locale.ROOT));
    }

    private void listen(Entry entry, Map<String, Thing> bound) {
        Thing host = bound.getOrDefault(
                entry.listens().get(0), Things.text(entry.listens().get(2)));
        Value port = Optional.ofNullable(bound.get(entry.listens().get(1)))
                .map(Things::value)
                .orElse(Value.EMPTY);
        if (host instanceof Thing.Row address && address.elements.size() >= 2) {
            host = address.elements.get(0);
            port = Things.value(address.elements.get(1));
        }
        Value name = Things.isNone(host) ? Value.EMPTY : Things.value(host);
        boolean everywhere = name.known()
                .filter(known -> known.isEmpty() || known.equals("0.0.0.0") || known.equals("::"))
                .isPresent();
        Value shown = everywhere ? Value.of("0.0.0.0") : name;
        Value address =
                port.equals(Value.EMPTY) ? shown : shown.then(Value.of(":")).then(port);
        report.host(
                EffectKind.NETWORK_LISTEN,
                address,
                everywhere ? Set.of("all-interfaces") : Set.of(),
                Set.of(),
                Certainty.CERTAIN);
        wires.listening(address);
    }

    private void show(Optional<Thing> shown) {
        if (shown.isEmpty()) {
            return;
        }
        Origins origins = Things.origins(shown.get());
        if (origins.has(Origin.ENVIRONMENT)) {
            report.name(EffectKind.CREDENTIAL_ACCESS, Value.of("environment"), Set.of("dump"), Certainty.CERTAIN);
        }
        if (origins.has(Origin.SECRET)) {
            report.name(EffectKind.CREDENTIAL_ACCESS, firstHole(shown.get()), Set.of(), Certainty.CERTAIN);
        }
    }

    private static Value firstHole(Thing thing) {
        List<Thing> parts = thing instanceof Thing.Row row ? row.elements : List.of(thing);
        for (Thing part : parts) {
            for (Thing choice : Things.choices(part)) {
                Optional<Piece.Hole> hole = Things.value(choice).hole();
                if (hole.isPresent() && Things.origins(choice).has(Origin.SECRET)) {
                    return Value.of(hole.get().name());
                }
            }
        }
        return Value.of("secret");
    }

    private Thing open(Entry entry, Map<String, Thing> bound) {
        Thing path = bound.getOrDefault(entry.opens().get(0), Things.unknown("path", "is not given"));
        Thing modeThing = bound.getOrDefault(
                entry.opens().get(1), Things.text(entry.opens().get(2)));
        Optional<String> mode = Things.known(modeThing);
        if (Things.integer(path).isPresent()) {
            return Things.made("file", Thing.NONE, Origins.NONE);
        }
        boolean writes = mode.isEmpty() || mode.get().matches(".*[wax+].*");
        boolean reads = mode.isEmpty() || !mode.get().matches(".*[wax].*");
        Certainty certainty = mode.isEmpty() ? Certainty.POSSIBLE : Certainty.CERTAIN;
        Origins origins = Origins.NONE;
        List<Thing> files = new ArrayList<>();
        for (Thing choice : things(path)) {
            Value at = Things.value(choice);
            if (reads) {
                report.path(EffectKind.FILE_READ, at, Set.of(), certainty);
                origins = origins.and(Origins.ofFile(at));
            }
            if (writes && !isStream(at)) {
                report.path(EffectKind.FILE_WRITE, at, writing(mode.orElse("w")), certainty);
            }
            files.add(Computations.asText(choice));
        }
        Thing about = files.isEmpty() ? Thing.NONE : Things.either(files);
        String type = entry.gives().isEmpty() ? "file" : entry.gives().get(0);
        return new Thing.Made(type, about, new HashMap<>(), origins);
    }

    private static Set<String> writing(String mode) {
        if (mode.indexOf('a') >= 0) {
            return Set.of("append");
        }
        if (mode.indexOf('x') >= 0) {
            return Set.of("create");
        }
        return mode.indexOf('w') >= 0 ? Set.of("overwrite") : Set.of("in-place");
    }

    private Optional<Thing> gives(List<String> gives, Map<String, Thing> bound, String shown) {
        if (gives.isEmpty()) {
            return Optional.empty();
        }
        Thing about = gives.size() > 2 ? bound.getOrDefault(gives.get(2), Thing.NONE) : Thing.NONE;
        Value path = Things.value(about);
        Origins passed = Things.origins(about);
        return Optional.of(
                switch (gives.get(0)) {
                    case "nothing" -> Things.unknown(shown, "is computed");
                    case "same" -> about;
                    case "text" -> Computations.asText(about);
                    case "content" -> new Thing.Content(path, Origins.ofFile(path));
                    case "fetched" -> new Thing.Made("fetched", about, new HashMap<>(), Origins.of(Origin.NETWORK));
                    case "secret" -> Things.unknown(shown, "is a secret", Origins.of(Origin.SECRET));
                    case "private" -> Things.unknown(shown, "is the user's own", Origins.of(Origin.PRIVATE));
                    case "system" -> Things.unknown(shown, "is computed", Origins.of(Origin.SYSTEM));
                    case "received" ->
                        Things.unknown("received data", "comes from a socket", Origins.of(Origin.SOCKET));
                    case "names" -> names(about, new Value(List.of(new Piece.Glob("*"))), false);
                    case "inside" -> names(about, PathText.everythingIn(path), isPath(about));
                    case "below" -> names(about, PathText.everythingBelow(path), isPath(about));
                    case "walk" -> walk(path);
                    case "matches" -> names(about, PathText.pattern(path), false);
                    case "matches-in", "matches-below" -> matches(gives, bound);
                    case "scratch" -> scratch(gives, bound);
                    case "each" -> new Thing.Row(List.of(Things.made(gives.get(1), Thing.NONE, passed)), true);
                    case "pair" ->
                        new Thing.Row(
                                List.of(
                                        Things.made(gives.get(1), about, passed),
                                        Things.unknown("address", "is computed")),
                                false);
                    default -> new Thing.Made(gives.get(0), about, Computations.fields(bound), passed);
                });
    }

    private static boolean isPath(Thing thing) {
        return thing instanceof Thing.Made made && made.type.equals("pathlib.Path");
    }

    private static Thing names(Thing about, Value names, boolean paths) {
        Thing each = paths ? Computations.pathObject(names) : Things.text(names, Things.origins(about));
        return new Thing.Row(List.of(each), true);
    }

    private static Thing walk(Value path) {
        Thing any = new Thing.Row(List.of(Things.text(new Value(List.of(new Piece.Glob("*"))))), true);
        Thing top = new Thing.Row(List.of(Things.text(path), any, any), false);
        Thing below = new Thing.Row(List.of(Things.text(PathText.everythingBelow(path)), any, any), false);
        return new Thing.Row(List.of(top, below), true);
    }

    private static Thing matches(List<String> gives, Map<String, Thing> bound) {
        Value folder = Things.value(bound.getOrDefault(gives.get(2), Thing.NONE));
        Value pattern = PathText.pattern(Things.value(bound.getOrDefault(gives.get(3), Thing.NONE)));
        Value from = gives.get(0).equals("matches-below") ? PathText.everythingBelow(folder) : folder;
        return new Thing.Row(List.of(Computations.pathObject(PathText.join(from, pattern))), true);
    }

    private static Thing scratch(List<String> gives, Map<String, Thing> bound) {
        Thing folder = bound.getOrDefault("dir", Things.text("/tmp"));
        Value path = PathText.join(
                Things.isNone(folder) ? Value.of("/tmp") : Things.value(folder),
                Value.unknown("scratch", "is made up when it runs"));
        return switch (gives.get(1)) {
            case "file" -> Things.made("file", Things.text(path), Origins.NONE);
            case "folder" -> Things.made("tempfile.TemporaryDirectory", Things.text(path), Origins.NONE);
            case "pair" -> new Thing.Row(List.of(Things.number(3), Things.text(path)), false);
            case "root" -> Things.text("/tmp");
            default -> Things.text(path);
        };
    }
}
