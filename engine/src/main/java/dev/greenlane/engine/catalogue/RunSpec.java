package dev.greenlane.engine.catalogue;

import dev.greenlane.engine.effect.Circumstances.Place;
import java.util.List;

/**
 * Something run inside, as it is described.
 *
 * @param when all must hold
 * @param hosts numbers of names of which the first present is the other machine
 * @param inFolders numbers of names of which the first present is the working directory
 */
record RunSpec(
        What what, List<Condition> when, Place place, List<Source> hosts, List<Source> inFolders, boolean otherUser) {

    RunSpec {
        when = List.copyOf(when);
        hosts = List.copyOf(hosts);
        inFolders = List.copyOf(inFolders);
    }

    /** What is run. */
    sealed interface What {
        /** Words of a command, with values behind them. */
        record Command(List<Source> words, List<Source> appended, boolean appendsInput, List<Source> environment)
                implements What {
            public Command {
                words = List.copyOf(words);
                appended = List.copyOf(appended);
                environment = List.copyOf(environment);
            }
        }

        /**
         * Code in values.
         *
         * @param behind beginnings, as globs; where there are any, only values with one of them are code, each for itself,
         *     and the code is what stands behind it
         */
        record Script(List<Source> code, String language, List<Glob> behind) implements What {
            public Script {
                code = List.copyOf(code);
                behind = List.copyOf(behind);
            }
        }

        /** Files with code. */
        record File(List<Source> paths, String language) implements What {
            public File {
                paths = List.copyOf(paths);
            }
        }

        /**
         * Tasks of a project, by name.
         *
         * @param of the form of the file in which they stand
         * @param folders the folder in which the file is looked for
         * @param files the file itself
         */
        record Task(
                List<Source> names,
                List<Source> arguments,
                String of,
                List<Source> folders,
                List<Source> files,
                List<Source> settings)
                implements What {
            public Task {
                names = List.copyOf(names);
                arguments = List.copyOf(arguments);
                folders = List.copyOf(folders);
                files = List.copyOf(files);
                settings = List.copyOf(settings);
            }
        }

        /** Code from standard input. */
        record Input(String language) implements What {}
    }
}
