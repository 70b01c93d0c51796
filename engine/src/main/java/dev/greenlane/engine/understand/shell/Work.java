package dev.greenlane.engine.understand.shell;

import dev.greenlane.engine.catalogue.Catalogue;
import dev.greenlane.engine.effect.Circumstances;
import dev.greenlane.engine.effect.Invocation;
import dev.greenlane.engine.effect.Origin;
import dev.greenlane.engine.secrets.SecretScanner;
import dev.greenlane.engine.understand.target.EffectLog;
import dev.greenlane.engine.understand.trail.Trail;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What the review of one call shares: the catalogue, the effects found, what the call has written so far, and the limits.
 * Not thread-safe.
 */
final class Work {

    /** How many commands are followed, loops and functions counted each time. */
    private static final int MOST_STEPS = 20_000;

    /** How many pieces of code inside each other are followed. */
    static final int DEEPEST = 24;

    /** How many turns of a loop are followed one by one. */
    static final int MOST_TURNS = 64;

    private static final String BACKGROUND = "&";
    private static final Invocation UNFINISHED = new Invocation(List.of(), new Span(0, 0), List.of());

    private final Catalogue catalogue;
    private final SecretScanner secrets;
    private final EffectLog log;
    private final List<Invocation> invocations = new ArrayList<>();
    private final FileAccess files;
    private final Map<String, String> programs = new HashMap<>();
    private final Map<Repeat, Flow> outputs = new HashMap<>();
    private final Map<String, Flow> unknownOutputs = new HashMap<>();
    private final ForeignFolders foreign = new ForeignFolders(this);
    private final Substitutions substitutions = new Substitutions();
    private final List<String> running = new ArrayList<>();
    private final Set<String> followed = new HashSet<>();
    private final Trail earlier;
    private final AtomicInteger steps;
    private final int layers;

    Work(Catalogue catalogue, SecretScanner secrets, EffectLog log, Trail earlier) {
        this(catalogue, secrets, log, earlier, new AtomicInteger(), 0);
    }

    private Work(
            Catalogue catalogue, SecretScanner secrets, EffectLog log, Trail earlier, AtomicInteger steps, int layers) {
        this.catalogue = catalogue;
        this.secrets = secrets;
        this.log = log;
        this.files = new FileAccess(log, earlier);
        this.earlier = earlier;
        this.steps = steps;
        this.layers = layers;
    }

    /** For code that this call writes: with a log of its own and the limits of this one. */
    Work inside() {
        return new Work(catalogue, secrets, new EffectLog(), earlier, steps, layers + 1);
    }

    /** How many pieces of written code this one is inside of. */
    int layers() {
        return layers;
    }

    /** Whether text in a file has not been followed before. */
    boolean follows(String path, String text) {
        return followed.add(path + '\0' + text);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    SecretScanner secrets() {
        return secrets;
    }

    EffectLog log() {
        return log;
    }

    /** The commands that were followed, outer ones before the ones inside them. */
    List<Invocation> invocations() {
        return invocations;
    }

    /** Keeps a place for a command that is about to be followed; {@link #ended} fills it. */
    int begins() {
        invocations.add(UNFINISHED);
        return invocations.size() - 1;
    }

    /** Fills the place that {@link #begins} kept. */
    void ended(int place, Invocation invocation) {
        invocations.set(place, invocation);
    }

    /** Counts one command; false when there were too many. */
    boolean step() {
        return steps.incrementAndGet() <= MOST_STEPS;
    }

    /** Whether this is the first command beyond the limit. */
    boolean justStopped() {
        return steps.get() == MOST_STEPS + 1;
    }

    /** The files that commands read and write. */
    FileAccess files() {
        return files;
    }

    /** Folders that were filled from outside. */
    ForeignFolders foreign() {
        return foreign;
    }

    /** Writes data to a file; what was followed before may mean something else from now on. */
    void write(Value path, Flow data, FileAccess.From from, Circumstances circumstances) {
        boolean append = circumstances.traits().contains("append");
        Optional<Flow> before = append ? files.written(path, from) : Optional.empty();
        Optional<Value> after = files.write(path, data, from, circumstances).flatMap(Flow::text);
        if (after.isPresent()) {
            String known = before.flatMap(Flow::text).map(Value::display).orElse("");
            new WrittenText(this, from.scene(), circumstances)
                    .by(path, from, known, after.get().display());
        }
        outputs.clear();
    }

    /** Notes that a file is a program of the catalogue under another name. */
    void standsFor(String path, Optional<String> program) {
        program.ifPresent(name -> programs.put(path, name));
    }

    /** The program of the catalogue that a path names: one in a usual folder, or a copy of one or a link to one. */
    Optional<String> programAt(String path) {
        return Optional.ofNullable(programs.get(path)).or(() -> ProgramPaths.program(path));
    }

    /** Writes a program that was built from sources of the project. */
    void build(Value path, FileAccess.From from, Circumstances circumstances) {
        files.build(path, from, circumstances);
        outputs.clear();
    }

    /** All that the effects of a described program depend on; the same again adds nothing. */
    record Repeat(Argument name, List<Argument> arguments, Value folder, Flow input, Scene scene) {}

    /** The output of a program that may have been followed before with the very same words, as loops and functions do. */
    Flow unlessRepeated(Repeat repeat, Supplier<Flow> follow) {
        Flow known = outputs.get(repeat);
        if (known != null) {
            return known;
        }
        Flow output = follow.get();
        outputs.put(repeat, output);
        return output;
    }

    /** Known text as data, with what is known of the parts that are not known. */
    Flow flowOf(Value text) {
        Flow outputs = outputsIn(text);
        return Flow.of(text)
                .withLabels(Carrying.ofNames(text))
                .withLabels(outputs.labels())
                .alongWith(outputs);
    }

    /** Where data comes from, as the person is told. */
    Optional<Origin> origin(Flow data) {
        int now = files.deposits().call();
        return data.origin()
                .map(source -> new Origin(
                        source,
                        data.through().stream().map(file -> file.shown(now)).toList()));
    }

    /** A value that stands for output of which only the kind is known. */
    Value unknownOutput(String name, Flow flow) {
        unknownOutputs.merge(name, flow, Flow::then);
        return Value.unknown(name, "is the output of a command");
    }

    /** What is known of the values that {@link #unknownOutput} gave out and that stand in {@code value}. */
    Flow outputsIn(Value value) {
        Flow all = Flow.NONE;
        for (Piece piece : value.pieces()) {
            if (piece instanceof Piece.Hole hole && unknownOutputs.containsKey(hole.name())) {
                all = all.then(unknownOutputs.get(hole.name()));
            }
        }
        return all;
    }

    /** The process substitutions of the call. */
    Substitutions substitutions() {
        return substitutions;
    }

    /** What comes from a path that {@link #substitutions} gave out. */
    Optional<Flow> substituted(String path) {
        return substitutions.at(path);
    }

    /** The functions that are running now, outermost first. */
    List<String> running() {
        return running;
    }

    /** Notes that what follows runs in the background, or no longer does. */
    void background(boolean begins) {
        if (begins) {
            running.add(BACKGROUND);
        } else {
            running.remove(running.size() - 1);
        }
    }

    /** Whether a running function would now start itself again without waiting. */
    boolean startsItselfApart(String function) {
        int at = running.indexOf(function);
        return at >= 0 && running.subList(at, running.size()).contains(BACKGROUND);
    }
}
