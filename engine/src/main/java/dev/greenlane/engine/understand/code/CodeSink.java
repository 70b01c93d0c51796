package dev.greenlane.engine.understand.code;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.value.Value;
import java.util.List;
import java.util.Set;

/** Takes what code would do. Used by one thread at a time. */
public interface CodeSink {

    /** The code does this to a path. The kind is one of {@code Effect.OnPath.KINDS}. */
    void path(EffectKind kind, Value path, Set<String> traits, Certainty certainty);

    /**
     * The code talks to this URL or host. The kind is one of {@code Effect.OnHost.KINDS}.
     *
     * @param carries labels of the data that it sends
     */
    void host(EffectKind kind, Value urlOrHost, Set<String> traits, Set<DataLabel> carries, Certainty certainty);

    /** The code does this to a thing with a name; the name is empty where it has none. */
    void name(EffectKind kind, Value name, Set<String> traits, Certainty certainty);

    /** The code runs a shell command line. */
    void shell(Value commandLine);

    /** The code runs a program with these words, the program first. */
    void command(List<Value> words);

    /** The code goes to another folder; what follows happens there. */
    default void folder(Value path) {}

    /** The code makes a symbolic link. */
    default void link(Value path, Value target) {}

    /** The code runs more code, in a language that there may be a reader for. */
    void code(String language, Value code);

    /** What is known of the data in a file, for what is sent from it. */
    default Set<DataLabel> dataIn(Value path) {
        return Set.of(DataLabel.UNKNOWN);
    }

    /**
     * Something could not be understood.
     *
     * @param what a piece of the code, or a name for it
     * @param reason why, as a clause that follows {@code what}
     */
    void notUnderstood(String what, String reason);

    /** Like {@link #notUnderstood}, of a part that is no code of the language as far as its reader can tell. */
    default void unreadable(String what, String reason) {
        notUnderstood(what, reason);
    }
}
