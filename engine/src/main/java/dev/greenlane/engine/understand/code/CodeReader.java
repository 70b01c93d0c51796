package dev.greenlane.engine.understand.code;

import dev.greenlane.syntax.Span;

/** Understands code in one language. Implementations are stateless and thread-safe, and never throw. */
public interface CodeReader {

    /**
     * Tells what the code would do, in the order in which it is found.
     *
     * @param span where the code stands in the call
     */
    void read(String code, Span span, CodeSink sink);
}
