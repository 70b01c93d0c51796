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
        Report report = new Report(sink);
        try {
            new Interpreter(report, new StandIns(), Library.standard()).follow(code);
        } catch (RuntimeException | StackOverflowError e) {
            report.notUnderstood(
                    "Python code",
                    "could not be followed to its end (" + e.getClass().getSimpleName() + ")");
        }
    }
}
