package dev.greenlane.engine.understand.code;

import dev.greenlane.engine.understand.code.python.PythonCode;
import dev.greenlane.engine.understand.code.scan.AwkCode;
import dev.greenlane.engine.understand.code.scan.SedCode;
import dev.greenlane.engine.understand.code.scan.SqlCode;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.Map;
import java.util.Optional;

/** The readers there are, by language. Thread-safe. */
public final class CodeReaders {

    private static final Map<String, CodeReader> READERS = Map.of(
            "python", new Guarded("Python", new PythonCode()),
            "awk", new Guarded("awk", new AwkCode()),
            "sed", new Guarded("sed", new SedCode()),
            "sql", new Guarded("SQL", new SqlCode()));

    private CodeReaders() {}

    /** The reader of a language, one that never throws, by its name in the catalogue: {@code python}, {@code perl}, {@code sql}, … */
    public static Optional<CodeReader> forLanguage(String language) {
        return Optional.ofNullable(READERS.get(language));
    }

    /** Keeps the promise that readers never throw. */
    private record Guarded(String language, CodeReader reader) implements CodeReader {
        @Override
        public void read(Value code, Span span, CodeSink sink) {
            try {
                reader.read(code, span, sink);
            } catch (RuntimeException | StackOverflowError e) {
                String reason =
                        "could not be followed to its end (" + e.getClass().getSimpleName() + ")";
                sink.notUnderstood(language + " code", reason);
            }
        }
    }
}
