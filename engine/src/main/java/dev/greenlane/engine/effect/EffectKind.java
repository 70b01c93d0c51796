package dev.greenlane.engine.effect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of things a call can do to the world. The catalogue and the policy name them as {@link #id()}. */
public enum EffectKind {
    /** Reads a file or folder. */
    FILE_READ,
    /** Creates a file or folder, or changes one in place; what was in it may be lost. */
    FILE_WRITE,
    /** Removes a file or folder. */
    FILE_DELETE,
    /** Changes mode, owner or attributes. */
    FILE_PERMISSION,
    /** Formats, partitions or overwrites a disk, a volume or a device. */
    DISK_DESTROY,

    /** Runs code that stands in the call and could not be understood further. */
    RUNS_GIVEN_CODE,
    /** Runs a build, a test, a task or a file of the working directory. */
    RUNS_PROJECT_CODE,
    /** Runs code that comes straight from the network, or was fetched in this session. */
    RUNS_FETCHED_CODE,
    /** Runs a shell or a command on another machine, beyond what is understood of the command itself. */
    REMOTE_EXECUTION,
    /** Starts another agent with its own rights. */
    AGENT_LAUNCH,

    /** Gets data from a host without sending any of value. */
    NETWORK_FETCH,
    /** Sends data to a host. */
    NETWORK_SEND,
    /** Opens a port or a tunnel through which others can reach this machine. */
    NETWORK_LISTEN,

    /** Changes the local repository in a way that loses nothing: stage, commit, branch. */
    VCS_LOCAL_CHANGE,
    /** Throws away local work: uncommitted changes, stashes, unmerged branches, unreachable commits. */
    VCS_LOCAL_LOSS,
    /** Rewrites local history. */
    VCS_HISTORY_REWRITE,
    /** Changes a remote repository. */
    VCS_REMOTE_CHANGE,

    /** Adds, updates or removes packages. */
    PACKAGE_INSTALL,
    /** Publishes a package, an image or a release to others, or withdraws one. */
    PACKAGE_PUBLISH,

    /** Stops or signals processes, jobs or containers. */
    PROCESS_CONTROL,
    /** Acts with other rights than the user's own. */
    PRIVILEGE_CHANGE,
    /** Makes something run again later by itself. */
    PERSISTENCE,
    /** Changes the machine: services, network, users, kernel, mounts, power. */
    SYSTEM_CHANGE,
    /** Switches off or weakens a protection or a record: firewall, TLS checks, audit logs. */
    SECURITY_WEAKEN,

    /** Reads a secret. */
    CREDENTIAL_ACCESS,
    /** Creates, changes or deletes a secret or an access right. */
    CREDENTIAL_CHANGE,
    /** Puts a secret where others can read it: into a file, a message, a command line. */
    SECRET_IN_CONTENT,
    /** Changes the settings, rules, hooks or files of a guard or of the agent itself. */
    GUARD_CHANGE,

    /** Reads a database. */
    DATABASE_READ,
    /** Changes rows or schema. */
    DATABASE_CHANGE,
    /** Drops, truncates or deletes without a filter. */
    DATABASE_DESTROY,

    /** Reads from running cloud or cluster resources. */
    CLOUD_READ,
    /** Creates or changes cloud or cluster resources. */
    CLOUD_CHANGE,
    /** Deletes cloud or cluster resources. */
    CLOUD_DESTROY,
    /** Puts software into operation. */
    DEPLOY,

    /** Speaks in the user's name: comments, issues, mails, messages, payments. */
    COMMUNICATION,

    /** Something that could not be understood; the target says why. */
    UNKNOWN;

    private static final Map<String, EffectKind> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EffectKind::id, Function.identity()));

    private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name in data files and on screens: {@code file-delete}. */
    public String id() {
        return id;
    }

    /** The kind with this {@link #id()}. */
    public static Optional<EffectKind> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
