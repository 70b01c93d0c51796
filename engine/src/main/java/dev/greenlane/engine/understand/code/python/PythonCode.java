package dev.greenlane.engine.understand.code.python;

import dev.greenlane.engine.understand.code.CodeReader;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;

/** Understands Python. */
public final class PythonCode implements CodeReader {

    @Override
    public void read(Value code, Span span, CodeSink sink) {
        new Interpreter(new Report(sink), new StandIns(), Library.standard()).follow(code);
    }
}
