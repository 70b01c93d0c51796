package dev.greenlane.engine.understand.code;

import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;

/** Understands code in one language. Implementations are stateless and thread-safe. */
public interface CodeReader {

    /**
     * Tells what the code would do, in the order in which it is found.
     *
     * @param code parts of it may be unknown; what depends on them is told with a hole, or as not understood
     * @param span where the code stands in the call
     */
    void read(Value code, Span span, CodeSink sink);

    /** The same for code that is known. */
    default void read(String code, Span span, CodeSink sink) {
        read(Value.of(code), span, sink);
    }
}
