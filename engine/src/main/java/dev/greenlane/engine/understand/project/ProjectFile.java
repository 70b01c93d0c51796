package dev.greenlane.engine.understand.project;

import java.util.List;
import java.util.Optional;

/** A form of file in which a project describes tasks. Implementations are immutable, thread-safe and bounded. */
public interface ProjectFile {

    /** The paths under which it stands in a folder, in the order in which they are looked for. */
    List<String> names();

    /** Whether it is looked for in the folders above, too. */
    boolean isAlsoAbove();

    /** Paths below the home of files of the same form, read where the project's own say nothing of a task. */
    default List<String> atHome() {
        return List.of();
    }

    /** What the asked for tasks run, in order; nothing for tasks that the file does not describe. */
    List<Lead> leads(Request request);

    /**
     * Tasks of one file.
     *
     * @param tasks names as the call gives them; an empty one stands for the default task
     * @param arguments what is handed on to the task, as words of a shell
     * @param folder absolute path of the folder in which the file was found
     * @param path absolute path of the file
     * @param settings what the call itself sets, {@code name=value} each
     */
    record Request(
            List<String> tasks,
            List<String> arguments,
            String folder,
            String path,
            String text,
            List<String> settings,
            Neighbours files) {
        public Request {
            settings = List.copyOf(settings);
            tasks = List.copyOf(tasks);
            arguments = List.copyOf(arguments);
        }

        /** Behind a command line. */
        String withArguments(String line) {
            return arguments.isEmpty() ? line : line + " " + String.join(" ", arguments);
        }

        /** A path in the file, seen from its folder. */
        String beside(String relative) {
            return relative.startsWith("/") ? relative : relative.equals(".") ? folder : folder + "/" + relative;
        }
    }

    /** Other files of the project. */
    interface Neighbours {
        /** The text of a file by its absolute path; empty where there is none or a limit is reached. */
        Optional<String> text(String path);
    }
}
