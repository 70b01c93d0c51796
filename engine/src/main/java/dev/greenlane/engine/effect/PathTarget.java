package dev.greenlane.engine.effect;

import java.util.Set;

/**
 * A file, a folder, or a set of them given by a pattern.
 *
 * @param text normal form: absolute ({@code /…}), under the home ({@code ~/…}), or relative to a working directory that is
 *     not known ({@code ./…}); parts that are not known stand as {@code $NAME} or {@code ?}
 * @param knowledge how much of the path is known
 * @param scope where it lies
 * @param classes what it is, from the catalogue's {@code paths.yaml}: {@code ssh-key}, {@code shell-startup}, …
 */
public record PathTarget(String text, Knowledge knowledge, Scope scope, Set<String> classes) {

    public PathTarget {
        classes = Set.copyOf(classes);
    }

    /** How much of a path is known. */
    public enum Knowledge {
        /** All of it. */
        EXACT,
        /** A glob: the folder is known, the names in it are chosen by a pattern. */
        PATTERN,
        /** A part at the front is known, the rest is not. */
        PREFIX,
        /** Nothing useful at the front. */
        UNKNOWN
    }

    /** Where a path lies, seen from the working directory. */
    public enum Scope {
        /** The root of the file system, or a pattern for everything in it. */
        ROOT,
        /** A folder of the system or below it: {@code /etc}, {@code /usr}, {@code /var}, … */
        SYSTEM,
        /** A raw device: {@code /dev/sda}. Never {@code /dev/null} and its kin. */
        DEVICE,
        /** {@code /dev/null}, {@code /dev/stdout}, a terminal, a descriptor. */
        STREAM,
        /** A home folder as a whole, or a pattern for everything in it. */
        HOME_ROOT,
        /** Below a home, outside the working directory. */
        HOME,
        /** A folder that contains the working directory. */
        ABOVE_WORKSPACE,
        /** The working directory as a whole, or a pattern for everything in it. */
        WORKSPACE_ROOT,
        /** Inside the working directory. */
        WORKSPACE,
        /** A folder for temporary files as a whole, or a pattern for everything in it. */
        TEMP_ROOT,
        /** Inside a folder for temporary files. */
        TEMP,
        /** Known, and none of the above. */
        ELSEWHERE,
        /** Not known. */
        UNKNOWN
    }
}
