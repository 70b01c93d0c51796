package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.understand.code.CodeReader;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;

/** Understands a language by its marks. */
public final class MarkedCode implements CodeReader {

    private final String name;
    private volatile @org.jspecify.annotations.Nullable Language language;

    /** The language whose data file has this name; it is read when it is first needed. */
    public MarkedCode(String name) {
        this.name = name;
    }

    @Override
    public void read(Value code, Span span, CodeSink sink) {
        Language known = language();
        StandIns standIns = new StandIns();
        MarkCalls calls = new MarkCalls(known, sink);
        new Walker(known, standIns.encode(code), standIns, calls).all();
        calls.conclude();
    }

    private Language language() {
        Language known = language;
        if (known == null) {
            known = Language.load(name);
            language = known;
        }
        return known;
    }
}
