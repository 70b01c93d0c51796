package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.data.Data;
import dev.greenlane.engine.value.Globs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how a program or a subcommand is called. */
final class UsageReader {

    static final List<String> PROPERTIES = List.of(
            "about",
            "style",
            "flags",
            "operands",
            "behind-dashes",
            "effects",
            "runs",
            "outputs",
            "prints",
            "subcommands",
            "unlisted");

    private final Predicate<String> isTrait;
    private final boolean readsAll;

    /**
     * A reader.
     *
     * @param readsAll whether subcommands are read at once, and not when they are first needed
     */
    UsageReader(Predicate<String> isTrait, boolean readsAll) {
        this.isTrait = isTrait;
        this.readsAll = readsAll;
    }

    /**
     * Reads a usage.
     *
     * @param outer the usage around it
     */
    Usage read(Fields fields, Scope scope, @Nullable Usage outer) {
        Style style =
                fields.text("style").map(text -> style(text, scope)).orElse(outer == null ? Style.GNU : outer.style());
        FlagTable flags = flags(fields.entries("flags"), scope, outer == null ? null : outer.flags());
        Operands behindDashes = fields.get("behind-dashes").isPresent()
                ? operands(fields.texts("behind-dashes"), scope)
                : outer == null ? null : outer.behindDashes();
        boolean hasSubcommands = fields.get("subcommands").isPresent();
        Operands operands = operands(fields, scope, outer, hasSubcommands);
        EffectReader effectReader = new EffectReader(scope, isTrait);
        RunReader runReader = new RunReader(scope);
        List<EffectSpec> effects = joined(
                outer == null ? List.of() : outer.effects(),
                fields.items("effects").stream().flatMap(item -> effectReader.read(item).stream()));
        List<RunSpec> runs = joined(
                outer == null ? List.of() : outer.runs(),
                fields.items("runs").stream().flatMap(item -> runReader.read(item).stream()));
        OutputReader outputReader = new OutputReader(scope);
        List<OutputSpec> outputs = joined(
                outer == null ? List.of() : outer.outputs(),
                fields.items("outputs").stream().flatMap(item -> outputReader.read(item).stream()));
        boolean answersHelp = runs.stream().allMatch(run -> run.what() instanceof RunSpec.What.Task)
                || style == Style.OPTIONS_FIRST
                || style == Style.OPTIONS_AROUND_FIRST;
        Usage.Unlisted unlisted =
                fields.text("unlisted").map(runReader::unlisted).orElse(null);
        String prints = fields.text("prints").map(Data.Text::text).orElse(null);
        Usage plain = new Usage(
                style,
                flags,
                answersHelp,
                operands,
                behindDashes,
                effects,
                runs,
                outputs,
                Map.of(),
                List.of(),
                null,
                unlisted,
                prints);
        return hasSubcommands ? withSubcommands(plain, fields.entries("subcommands"), scope) : plain;
    }

    private static <T> List<T> joined(List<T> first, Stream<T> second) {
        return Stream.concat(first.stream(), second).toList();
    }

    private Usage withSubcommands(Usage outer, List<Data.Entry> entries, Scope scope) {
        Map<String, Subcommand> byName = new HashMap<>();
        List<Usage.Pattern> patterns = new ArrayList<>();
        Subcommand bare = null;
        for (Data.Entry entry : entries) {
            Subcommand subcommand = new Subcommand(() ->
                    read(Fields.of(entry.value(), "a subcommand", PROPERTIES, scope.problems()), scope.inner(), outer));
            if (readsAll) {
                subcommand.usage();
            }
            for (String part : entry.name().split(",", -1)) {
                String name = part.strip();
                if (name.isEmpty()) {
                    bare = subcommand;
                } else if (name.indexOf(' ') >= 0) {
                    scope.problems()
                            .add(entry.place(), "'" + name + "' is two words; describe the second below the first");
                } else if (Globs.isPattern(name)) {
                    pattern(name, subcommand, entry, scope, patterns);
                } else if (byName.put(name, subcommand) != null) {
                    scope.problems().add(entry.place(), "'" + name + "' is described twice; keep one");
                }
            }
        }
        return new Usage(
                outer.style(),
                outer.flags(),
                outer.answersHelp(),
                outer.operands(),
                outer.behindDashes(),
                outer.effects(),
                outer.runs(),
                outer.outputs(),
                byName,
                patterns,
                bare,
                outer.unlisted(),
                outer.prints());
    }

    private static void pattern(
            String name, Subcommand subcommand, Data.Entry entry, Scope scope, List<Usage.Pattern> patterns) {
        try {
            patterns.add(new Usage.Pattern(Glob.of(name), subcommand));
        } catch (IllegalArgumentException e) {
            scope.problems().add(entry.place(), String.valueOf(e.getMessage()));
        }
    }

    private static Style style(Data.Text text, Scope scope) {
        List<String> known = new ArrayList<>();
        for (Style style : Style.values()) {
            if (style.id().equals(text.text())) {
                return style;
            }
            known.add(style.id());
        }
        scope.problems()
                .add(text.place(), "style '" + text.text() + "' is not known; known are " + String.join(", ", known));
        return Style.GNU;
    }

    private static FlagTable flags(List<Data.Entry> entries, Scope scope, @Nullable FlagTable outer) {
        if (entries.isEmpty() && outer != null) {
            return outer;
        }
        Map<String, Flag> bySpelling = new HashMap<>();
        Flag assignment = null;
        for (Data.Entry entry : entries) {
            try {
                FlagKey key = FlagKey.parse(entry.name());
                Flag flag = flag(key, entry, scope);
                for (String spelling : key.spellings()) {
                    if (spelling.equals(FlagKey.ASSIGNMENT)) {
                        assignment = flag;
                    } else if (bySpelling.put(spelling, flag) != null) {
                        scope.problems().add(entry.place(), "'" + spelling + "' is described twice; keep one");
                    }
                }
            } catch (IllegalArgumentException e) {
                scope.problems().add(entry.place(), String.valueOf(e.getMessage()));
            }
        }
        return new FlagTable(bySpelling, assignment, outer);
    }

    private static Flag flag(FlagKey key, Data.Entry entry, Scope scope) {
        List<Data.Text> names = entry.value() instanceof Data.Nothing
                ? List.of()
                : Fields.texts(entry.value(), "the name of '" + entry.name() + "'", scope.problems());
        int[] slots = names.stream()
                .mapToInt(name -> scope.define(name.text(), key.form() != Flag.Form.NONE, name.place()))
                .toArray();
        return new Flag(key.form(), key.values(), slots);
    }

    private static @Nullable Operands operands(
            Fields fields, Scope scope, @Nullable Usage outer, boolean hasSubcommands) {
        if (fields.get("operands").isPresent()) {
            return operands(fields.texts("operands"), scope);
        }
        if (outer != null && outer.operands() != null) {
            return outer.operands();
        }
        return hasSubcommands ? null : operands(List.of(new Data.Text("operand...", fields.place())), scope);
    }

    private static Operands operands(List<Data.Text> names, Scope scope) {
        int[] slots = new int[names.size()];
        int rest = -1;
        for (int i = 0; i < slots.length; i++) {
            Data.Text text = names.get(i);
            boolean takesRest = text.text().endsWith("...");
            String name = takesRest ? text.text().substring(0, text.text().length() - "...".length()) : text.text();
            if (takesRest && rest >= 0) {
                scope.problems().add(text.place(), "only one operand can end in '...'");
            }
            rest = takesRest ? i : rest;
            slots[i] = scope.define(name, true, text.place());
        }
        return new Operands(slots, rest);
    }
}
