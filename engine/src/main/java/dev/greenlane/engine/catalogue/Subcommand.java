package dev.greenlane.engine.catalogue;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The usage of a subcommand, read when it is first needed. Thread-safe; may be read twice, to the same effect. */
final class Subcommand {

    private final Supplier<Usage> reader;
    private volatile @Nullable Usage usage;

    Subcommand(Supplier<Usage> reader) {
        this.reader = reader;
    }

    Usage usage() {
        Usage read = usage;
        if (read == null) {
            read = reader.get();
            usage = read;
        }
        return read;
    }
}
