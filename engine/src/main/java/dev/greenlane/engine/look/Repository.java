package dev.greenlane.engine.look;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Read-only sight of one git repository with its working tree: nothing in it is changed or run, and no network is used. An empty
 * answer means that nobody can tell: it took too long, or git could not read it. Implementations are thread-safe and never throw.
 */
public interface Repository {

    /** The top folder of the working tree, absolute. */
    String root();

    /**
     * What at or below these paths is not as the last commit has it, sorted by path.
     *
     * @param paths absolute
     * @param ignored whether ignored files are told, too; a folder that is ignored as a whole is told as one path
     */
    Optional<List<Difference>> differences(List<String> paths, boolean ignored);

    /** The name that git gives to what the last commit has in a file, 40 or 64 hexadecimal digits. */
    default Optional<String> committed(String path) {
        return Optional.empty();
    }

    /** What is checked out. */
    Optional<Head> head();

    /**
     * How many commits only {@code revision} leads to: none of the branches, remote branches and tags does, but for
     * {@code without}.
     *
     * @param without full names of references that do not count, such as {@code refs/heads/topic}
     * @param also other revisions that do count
     */
    Optional<Integer> commitsOnlyIn(String revision, Set<String> without, List<String> also);

    /** How many commits of its branches, its tags and what is checked out no branch of a remote leads to. */
    Optional<Integer> unpushed();

    /** How many stashes there are. */
    Optional<Integer> stashes();

    /** The remotes, as they are set now. */
    Optional<List<Remote>> remotes();

    /**
     * The branch of a remote as it was when it was last fetched or pushed.
     *
     * @param branch the short name: {@code topic}
     * @return its commit; empty where it is not known here
     */
    Optional<String> remoteBranch(String remote, String branch);

    /** The branch that a remote calls its default one, as far as it is known here. */
    Optional<String> defaultBranch(String remote);

    /**
     * The files, absolute, that another commit has in another state than the one that is checked out, or has not, or has alone.
     * Empty where nobody can tell.
     */
    default Optional<List<String>> changedTo(String revision) {
        return Optional.empty();
    }

    /** The files and folders, absolute, in which it keeps what is checked out, staged and stashed, and its branches. */
    default List<String> records() {
        return List.of();
    }

    /**
     * What differs from the last commit.
     *
     * @param path absolute
     * @param inIndex whether the index has it just as the working tree has it
     */
    record Difference(String path, State state, boolean inIndex) {}

    /** How a path differs from the last commit. */
    enum State {
        /** Committed before, and changed since, in the index or in the working tree. */
        MODIFIED,
        /** New, and in the index, perhaps in another state. */
        ADDED,
        /** Committed before, and no longer there. */
        DELETED,
        /** New, and in no index. */
        UNTRACKED,
        /** New, and to be left out of the repository. */
        IGNORED,
        /** Another repository. */
        NESTED
    }

    /**
     * What is checked out.
     *
     * @param commit empty where there is no commit yet
     * @param branch empty where none is checked out
     * @param upstream the branch that it follows: {@code origin/main}
     * @param ahead how many commits the upstream does not have
     * @param behind how many commits only the upstream has
     */
    record Head(Optional<String> commit, Optional<String> branch, Optional<String> upstream, int ahead, int behind) {}

    /**
     * Another repository.
     *
     * @param url where pushes go
     */
    record Remote(String name, String url) {}
}
