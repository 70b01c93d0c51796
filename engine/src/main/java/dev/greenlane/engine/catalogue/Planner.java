package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.catalogue.Plan.Inside;
import dev.greenlane.engine.catalogue.Plan.PlannedEffect;
import dev.greenlane.engine.catalogue.Plan.PlannedRun;
import dev.greenlane.engine.catalogue.Plan.Target;
import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.value.Argument;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns the bindings of one call into its plan. */
final class Planner {

    /** What help and rehearsals still do. */
    private static final Set<EffectKind> READS = EnumSet.of(
            EffectKind.FILE_READ,
            EffectKind.NETWORK_FETCH,
            EffectKind.CREDENTIAL_ACCESS,
            EffectKind.DATABASE_READ,
            EffectKind.CLOUD_READ);

    private static final Value AT = Value.of("@");

    private final Bindings bindings;
    private final Conditions conditions;
    private final boolean inputPiped;
    private final Span command;

    private Planner(Bindings bindings, boolean inputPiped, Span command) {
        this.bindings = bindings;
        this.conditions = new Conditions(bindings, inputPiped);
        this.inputPiped = inputPiped;
        this.command = command;
    }

    /**
     * Plans a call.
     *
     * @param command the place of targets that are text of the description
     */
    static Plan plan(String program, Bindings bindings, boolean inputPiped, Span command) {
        Planner planner = new Planner(bindings, inputPiped, command);
        boolean harmless = bindings.has(Names.HELP);
        boolean rehearsal = bindings.has(Names.DRY_RUN);
        return new Plan(
                program,
                bindings.values(Names.SUBCOMMAND).stream()
                        .map(word -> word.value().display())
                        .toList(),
                harmless,
                rehearsal,
                planner.effects(harmless || rehearsal),
                harmless || rehearsal ? List.of() : planner.runs(),
                harmless ? Set.of() : planner.outputs(),
                bindings.undescribed(),
                bindings.values(Names.WORKS_IN).stream().findFirst(),
                Optional.ofNullable(bindings.usage().prints()));
    }

    private List<PlannedEffect> effects(boolean readsOnly) {
        List<PlannedEffect> effects = new ArrayList<>();
        for (EffectSpec spec : bindings.usage().effects()) {
            if (readsOnly && !READS.contains(spec.kind())) {
                continue;
            }
            Holds holds = conditions.all(spec.when());
            if (holds == Holds.NO) {
                continue;
            }
            List<Target> targets = targets(spec.targets());
            if (targets.isEmpty()) {
                continue;
            }
            Set<String> traits = traits(spec);
            List<Argument> carries = carries(spec);
            for (Target target : targets) {
                effects.add(new PlannedEffect(
                        spec.kind(),
                        target,
                        traits,
                        carries,
                        spec.carriesInput() && inputPiped,
                        certainty(spec.certainty(), holds),
                        spec.reversibility()));
            }
        }
        return effects;
    }

    private Set<DataLabel> outputs() {
        Set<DataLabel> outputs = EnumSet.noneOf(DataLabel.class);
        for (OutputSpec spec : bindings.usage().outputs()) {
            if (conditions.all(spec.when()) != Holds.NO) {
                outputs.add(spec.data());
            }
        }
        return outputs;
    }

    private Certainty certainty(Certainty described, Holds holds) {
        if (holds == Holds.MAYBE) {
            return Certainty.POSSIBLE;
        }
        return bindings.isUnclear() && described == Certainty.CERTAIN ? Certainty.LIKELY : described;
    }

    private Set<String> traits(EffectSpec spec) {
        if (spec.conditionalTraits().isEmpty()) {
            return spec.traits();
        }
        Set<String> traits = new HashSet<>(spec.traits());
        for (EffectSpec.ConditionalTrait conditional : spec.conditionalTraits()) {
            if (bindings.has(conditional.slot())) {
                traits.add(conditional.trait());
            }
        }
        return Set.copyOf(traits);
    }

    private List<Argument> carries(EffectSpec spec) {
        if (spec.carries().isEmpty()) {
            return List.of();
        }
        List<Argument> carries = new ArrayList<>();
        for (EffectSpec.Carried carried : spec.carries()) {
            for (Argument value : bindings.values(carried.slot())) {
                carries.add(carried.asFile() ? value.with(AT.then(value.value())) : value);
            }
        }
        return List.copyOf(carries);
    }

    private List<Target> targets(List<Source> sources) {
        for (Source source : sources) {
            List<Target> targets = switch (source) {
                case Source.WorkingDirectory cwd -> List.of(new Target.WorkingDirectory());
                case Source.Input input -> inputPiped ? List.<Target>of(new Target.StandardInput()) : List.<Target>of();
                default -> words(source);
            };
            if (!targets.isEmpty()) {
                return targets;
            }
        }
        return List.of();
    }

    private List<Target> words(Source source) {
        List<Argument> values = values(source);
        List<Target> targets = new ArrayList<>(values.size());
        for (Argument value : values) {
            targets.add(new Target.Word(value));
        }
        return targets;
    }

    /** The texts that a source stands for; none for the working directory. */
    private List<Argument> values(Source source) {
        return switch (source) {
            case Source.Named named -> bindings.values(named.slot());
            case Source.Literal literal -> List.of(new Argument(literal.text(), command));
            case Source.Template template -> filled(template).map(List::of).orElse(List.of());
            case Source.WorkingDirectory cwd -> List.of();
            case Source.Input input -> bindings.values(Names.INPUT);
        };
    }

    /** The template with its names filled in; empty where none of them has a value. */
    private Optional<Argument> filled(Source.Template template) {
        ValueBuilder text = new ValueBuilder();
        Span span = null;
        for (Source.Template.Part part : template.parts()) {
            List<Argument> values = part.slot() < 0 ? List.of() : bindings.values(part.slot());
            boolean absent = part.slot() >= 0 && values.isEmpty();
            String before = part.text();
            text.add(absent && !before.isEmpty() ? before.substring(0, before.length() - 1) : before);
            for (int i = 0; i < values.size(); i++) {
                text.add(i > 0 ? " " : "");
                text.add(values.get(i).value());
                span = span == null
                        ? values.get(i).span()
                        : span.to(values.get(i).span());
            }
        }
        return span == null ? Optional.empty() : Optional.of(new Argument(text.build(), span));
    }

    private List<Argument> firstPresent(List<Source> sources) {
        for (Source source : sources) {
            List<Argument> values = values(source);
            if (!values.isEmpty()) {
                return values;
            }
        }
        return List.of();
    }

    private List<PlannedRun> runs() {
        if (bindings.undescribed().isPresent()) {
            return unlisted(bindings.undescribed().get());
        }
        List<PlannedRun> runs = new ArrayList<>();
        for (RunSpec spec : bindings.usage().runs()) {
            if (conditions.all(spec.when()) != Holds.NO) {
                run(spec, runs);
            }
        }
        return runs;
    }

    /** A subcommand that is not described may be one that the project has given a meaning. */
    private List<PlannedRun> unlisted(Argument subcommand) {
        Inside here = new Inside(Place.HERE, Optional.empty(), Optional.empty(), false);
        return bindings.unlisted()
                .map(unlisted -> List.<PlannedRun>of(new PlannedRun.Task(
                        List.of(subcommand),
                        List.of(),
                        unlisted.form(),
                        Optional.empty(),
                        Optional.empty(),
                        firstPresent(unlisted.settings()),
                        here)))
                .orElse(List.of());
    }

    private void run(RunSpec spec, List<PlannedRun> runs) {
        Inside inside = new Inside(
                spec.place(),
                firstPresent(spec.hosts()).stream().findFirst(),
                firstPresent(spec.inFolders()).stream().findFirst(),
                spec.otherUser());
        switch (spec.what()) {
            case RunSpec.What.Command run -> {
                for (List<Argument> words : commands(run.words())) {
                    runs.add(new PlannedRun.Command(
                            words,
                            firstPresent(run.appended()),
                            run.appendsInput() && inputPiped,
                            firstPresent(run.environment()),
                            inside));
                }
            }
            case RunSpec.What.Script run -> {
                List<Argument> code = firstPresent(run.code());
                if (!run.behind().isEmpty()) {
                    for (Argument value : code) {
                        behind(run.behind(), value)
                                .ifPresent(rest -> runs.add(
                                        new PlannedRun.Script(List.of(rest), List.of(), run.language(), inside)));
                    }
                } else if (!code.isEmpty()) {
                    runs.add(new PlannedRun.Script(code, argumentsOf(run), run.language(), inside));
                }
            }
            case RunSpec.What.File run -> files(run, inside, runs);
            case RunSpec.What.Task run -> {
                List<Argument> names = firstPresent(run.names());
                if (!names.isEmpty()) {
                    runs.add(new PlannedRun.Task(
                            names,
                            firstPresent(run.arguments()),
                            run.of(),
                            firstPresent(run.folders()).stream().findFirst(),
                            firstPresent(run.files()).stream().findFirst(),
                            firstPresent(run.settings()),
                            inside));
                }
            }
            case RunSpec.What.Input run -> {
                if (inputPiped) {
                    runs.add(new PlannedRun.Input(run.language(), inside));
                }
            }
        }
    }

    /** What stands behind a beginning that a value has; empty where it has none of them. */
    private static Optional<Argument> behind(List<Glob> beginnings, Argument value) {
        for (Glob beginning : beginnings) {
            int end = beginning.beginning(value.value().prefix());
            if (end >= 0) {
                return Optional.of(value.with(value.value().withoutPrefix(end)));
            }
        }
        return Optional.empty();
    }

    private List<Argument> argumentsOf(RunSpec.What.Script run) {
        return run.code().size() == 1 && run.code().get(0) instanceof Source.Named named
                ? bindings.operandsBehind(named.slot())
                : List.of();
    }

    private List<List<Argument>> commands(List<Source> sources) {
        for (Source source : sources) {
            List<List<Argument>> commands =
                    source instanceof Source.Named named ? bindings.commands(named.slot()) : List.of(values(source));
            if (!commands.isEmpty() && !commands.get(0).isEmpty()) {
                return commands;
            }
        }
        return List.of();
    }

    private void files(RunSpec.What.File run, Inside inside, List<PlannedRun> runs) {
        for (Source source : run.paths()) {
            List<Argument> paths = values(source);
            if (!paths.isEmpty()) {
                List<Argument> arguments =
                        source instanceof Source.Named named ? bindings.operandsBehind(named.slot()) : List.of();
                paths.forEach(path -> runs.add(new PlannedRun.File(path, arguments, run.language(), inside)));
                return;
            }
        }
    }
}
