package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Reversibility;
import dev.greenlane.engine.value.Argument;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a described program would do with the words it was given.
 *
 * @param program its first name
 * @param subcommands the subcommands that were taken, in order
 * @param harmless whether it was asked only for help or its version
 * @param rehearsal whether it was asked only to show what it would do
 * @param effects in the order of the description
 * @param runs commands and code inside
 * @param outputs what kinds of data come out, beside what the program reads
 * @param undescribed a subcommand that the description does not know; the only run is then what the project may mean by it
 * @param folder the working directory, where the words name another one than the command's
 * @param prints stands for what it prints, where that is code of its own for a shell
 */
public record Plan(
        String program,
        List<String> subcommands,
        boolean harmless,
        boolean rehearsal,
        List<PlannedEffect> effects,
        List<PlannedRun> runs,
        Set<DataLabel> outputs,
        Optional<Argument> undescribed,
        Optional<Argument> folder,
        Optional<String> prints) {

    public Plan {
        subcommands = List.copyOf(subcommands);
        effects = List.copyOf(effects);
        runs = List.copyOf(runs);
        outputs = Set.copyOf(outputs);
    }

    /** One effect on one target. */
    public record PlannedEffect(
            EffectKind kind,
            Target target,
            Set<String> traits,
            List<Argument> carries,
            boolean carriesInput,
            Certainty certainty,
            Optional<Reversibility> reversibility) {
        public PlannedEffect {
            traits = Set.copyOf(traits);
            carries = List.copyOf(carries);
        }
    }

    /** What a planned effect acts on. */
    public sealed interface Target {
        /** A word of the command, or text from the description in the place of the whole command. */
        record Word(Argument argument) implements Target {}

        /** The working directory. */
        record WorkingDirectory() implements Target {}

        /** What comes in on standard input. */
        record StandardInput() implements Target {}
    }

    /** A command or code inside. */
    public sealed interface PlannedRun {

        Inside inside();

        /**
         * Words of a command.
         *
         * @param appended values that stand behind the words; what they are may be unknown
         * @param appendsInput whether words from standard input stand behind them
         */
        record Command(
                List<Argument> words,
                List<Argument> appended,
                boolean appendsInput,
                List<Argument> environment,
                Inside inside)
                implements PlannedRun {
            public Command {
                words = List.copyOf(words);
                appended = List.copyOf(appended);
                environment = List.copyOf(environment);
            }
        }

        /**
         * Code in a language; several values are joined by spaces.
         *
         * @param arguments the operands behind it
         */
        record Script(List<Argument> code, List<Argument> arguments, String language, Inside inside)
                implements PlannedRun {
            public Script {
                code = List.copyOf(code);
                arguments = List.copyOf(arguments);
            }
        }

        /** A file with code; {@code arguments} are the words behind it. */
        record File(Argument path, List<Argument> arguments, String language, Inside inside) implements PlannedRun {
            public File {
                arguments = List.copyOf(arguments);
            }
        }

        /**
         * Tasks that a file of the project describes.
         *
         * @param names as the call gives them; an empty one stands for the default task
         * @param arguments what the call hands on to the task
         * @param of the form of the file: {@code makefile}, {@code package-scripts}, …
         * @param folder where the file is looked for; empty for the working directory
         * @param file the file itself, where the call names it
         */
        record Task(
                List<Argument> names,
                List<Argument> arguments,
                String of,
                Optional<Argument> folder,
                Optional<Argument> file,
                List<Argument> settings,
                Inside inside)
                implements PlannedRun {
            public Task {
                settings = List.copyOf(settings);
                names = List.copyOf(names);
                arguments = List.copyOf(arguments);
            }
        }

        /** Code from standard input. */
        record Input(String language, Inside inside) implements PlannedRun {}
    }

    /**
     * Where something inside runs.
     *
     * @param host the other machine, where {@code place} is remote and the description names it
     * @param folder the working directory there, where the call names another one
     */
    public record Inside(Place place, Optional<Argument> host, Optional<Argument> folder, boolean otherUser) {}
}
