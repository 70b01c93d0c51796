package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.value.Value;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where data comes from. Immutable.
 *
 * @param files the files it was read from
 */
record Origins(Set<Origin> kinds, Set<Value> files) {

    private static final int MOST_FILES = 8;

    static final Origins NONE = new Origins(Set.of(), Set.of());

    /** A place that data comes from. */
    enum Origin {
        /** A secret. */
        SECRET,
        /** Something of the user that is no secret by its name. */
        PRIVATE,
        /** The environment as a whole. */
        ENVIRONMENT,
        /** The machine: its name, its accounts, its processes. */
        SYSTEM,
        /** An answer from the network. */
        NETWORK,
        /** The other end of a socket. */
        SOCKET
    }

    static Origins of(Origin kind) {
        return new Origins(Set.of(kind), Set.of());
    }

    static Origins ofFile(Value path) {
        return new Origins(Set.of(), Set.of(path));
    }

    Origins and(Origins other) {
        if (other.isNone() || equals(other)) {
            return this;
        }
        if (isNone()) {
            return other;
        }
        Set<Origin> allKinds = EnumSet.noneOf(Origin.class);
        allKinds.addAll(kinds);
        allKinds.addAll(other.kinds);
        Set<Value> allFiles = new LinkedHashSet<>(files);
        for (Value file : other.files) {
            if (allFiles.size() < MOST_FILES) {
                allFiles.add(file);
            }
        }
        return new Origins(allKinds, allFiles);
    }

    boolean isNone() {
        return kinds.isEmpty() && files.isEmpty();
    }

    boolean has(Origin kind) {
        return kinds.contains(kind);
    }

    /** The labels of data with these origins. */
    Set<DataLabel> labels(CodeSink sink) {
        Set<DataLabel> labels = EnumSet.noneOf(DataLabel.class);
        for (Origin kind : kinds) {
            labels.add(
                    switch (kind) {
                        case SECRET, ENVIRONMENT -> DataLabel.CREDENTIAL;
                        case PRIVATE -> DataLabel.PRIVATE;
                        case SYSTEM -> DataLabel.SYSTEM;
                        case NETWORK, SOCKET -> DataLabel.FETCHED;
                    });
        }
        for (Value file : files) {
            labels.addAll(sink.dataIn(file));
        }
        return labels;
    }
}
