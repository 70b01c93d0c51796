package dev.greenlane.engine.effect;

import java.util.EnumSet;
import java.util.Set;

/**
 * One thing a call would do to the world. The record says what kind of target it has, {@link #kind()} what is done to it.
 * Immutable.
 */
public sealed interface Effect {

    /** What is done. */
    EffectKind kind();

    /** The target as text for people and for rules that match names; never null, may be empty. */
    String target();

    Circumstances circumstances();

    /** Something done to a file or a folder. */
    record OnPath(EffectKind kind, PathTarget path, Circumstances circumstances) implements Effect {
        public OnPath {
            requireKind(kind, KINDS);
        }

        /** The kinds whose target is a path. */
        public static final Set<EffectKind> KINDS =
                Set.copyOf(EnumSet.range(EffectKind.FILE_READ, EffectKind.DISK_DESTROY));

        @Override
        public String target() {
            return path.text();
        }
    }

    /** Something done with a host. */
    record OnHost(EffectKind kind, Endpoint endpoint, Circumstances circumstances) implements Effect {
        public OnHost {
            requireKind(kind, KINDS);
        }

        /** The kinds whose target is a host or a URL. */
        public static final Set<EffectKind> KINDS =
                Set.copyOf(EnumSet.range(EffectKind.NETWORK_FETCH, EffectKind.NETWORK_LISTEN));

        @Override
        public String target() {
            return endpoint.text();
        }
    }

    /**
     * Something done to a thing with a name: a branch, a package, a service, a table, a resource, a script.
     *
     * @param target the name; empty where there is none
     * @param known whether {@code target} is the whole name, and not the known part of it
     */
    record OnName(EffectKind kind, String target, boolean known, Circumstances circumstances) implements Effect {
        public OnName {
            if (OnPath.KINDS.contains(kind) || OnHost.KINDS.contains(kind) || kind == EffectKind.UNKNOWN) {
                throw new IllegalArgumentException(kind.id() + " needs another kind of target");
            }
        }
    }

    /**
     * A part of the call that was not understood.
     *
     * @param target what it is: a program, a variable, a piece of code
     * @param reason why it was not understood, as a clause that follows the target
     */
    record NotUnderstood(String target, String reason, Circumstances circumstances) implements Effect {
        @Override
        public EffectKind kind() {
            return EffectKind.UNKNOWN;
        }
    }

    private static void requireKind(EffectKind kind, Set<EffectKind> allowed) {
        if (!allowed.contains(kind)) {
            throw new IllegalArgumentException(kind.id() + " needs another kind of target");
        }
    }
}
