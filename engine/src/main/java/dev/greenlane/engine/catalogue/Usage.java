package dev.greenlane.engine.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a program or one of its subcommands is called. Everything that is described further out is contained.
 *
 * @param answersHelp whether {@code --help} and {@code --version} ask for help without being described
 * @param operands names of positions; null where there are none and each subcommand has its own
 * @param behindDashes names of the words behind {@code --}, where these are kept apart
 * @param subcommands by exact name
 * @param patterns subcommands by pattern, tried in order
 * @param bare what the call without a subcommand means
 * @param unlisted where subcommands that are not described may have got a meaning
 * @param prints stands for what it prints, where that is code of its own for a shell
 */
record Usage(
        Style style,
        FlagTable flags,
        boolean answersHelp,
        @Nullable Operands operands,
        @Nullable Operands behindDashes,
        List<EffectSpec> effects,
        List<RunSpec> runs,
        List<OutputSpec> outputs,
        Map<String, Subcommand> subcommands,
        List<Pattern> patterns,
        @Nullable Subcommand bare,
        @Nullable Unlisted unlisted,
        @Nullable String prints) {

    /** A use without effects, of which no words are read. */
    static final Usage NOTHING = new Usage(
            Style.GNU,
            FlagTable.EMPTY,
            false,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            null,
            null,
            null);

    Usage {
        effects = List.copyOf(effects);
        runs = List.copyOf(runs);
        outputs = List.copyOf(outputs);
        subcommands = Map.copyOf(subcommands);
        patterns = List.copyOf(patterns);
    }

    /** A subcommand described for all words that match. */
    record Pattern(Glob glob, Subcommand subcommand) {}

    /**
     * A form of project file.
     *
     * @param settings what the call itself says of them: {@code name=value} each
     */
    record Unlisted(String form, List<Source> settings) {
        Unlisted {
            settings = List.copyOf(settings);
        }
    }

    boolean hasSubcommands() {
        return !subcommands.isEmpty() || !patterns.isEmpty();
    }

    /** The usage whose flags hold where no subcommand has come yet. */
    Usage beforeSubcommand() {
        return bare == null ? this : bare.usage();
    }
}
