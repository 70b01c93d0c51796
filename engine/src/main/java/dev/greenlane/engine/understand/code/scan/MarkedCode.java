package dev.greenlane.engine.understand.code.scan;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.understand.code.CodeReader;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.Set;

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
        Walker walker = new Walker(known, standIns.encode(code), standIns, calls);
        if (walker.isForkBomb()) {
            sink.name(EffectKind.SYSTEM_CHANGE, Value.of("fork bomb"), Set.of("bulk", "force"), Certainty.CERTAIN);
        }
        walker.all();
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
