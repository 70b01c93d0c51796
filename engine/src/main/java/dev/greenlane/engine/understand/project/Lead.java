package dev.greenlane.engine.understand.project;

import java.util.List;

/**
 * One thing that a task runs.
 *
 * @param folder absolute path of the folder it runs in
 * @param inContainer whether it runs in a container and not on this machine
 */
public record Lead(Code code, String folder, boolean inContainer) {

    /** What is run. */
    public sealed interface Code {
        /** A text for the shell. */
        record Shell(String text) implements Code {}

        /** A program and its words. */
        record Words(List<String> words) implements Code {
            public Words {
                words = List.copyOf(words);
            }
        }

        /** A script that begins with the line {@code #!}. */
        record Script(String text) implements Code {}

        /** A file that is run, by its absolute path. */
        record File(String path) implements Code {}

        /**
         * Something that a limit left unread.
         *
         * @param reason a clause that follows {@code what}
         */
        record Unread(String what, String reason) implements Code {}
    }

    static Lead shell(String text, String folder) {
        return new Lead(new Code.Shell(text), folder, false);
    }

    static Lead unread(String what, String reason, String folder) {
        return new Lead(new Code.Unread(what, reason), folder, false);
    }
}
