package dev.greenlane.engine.understand.code;

import dev.greenlane.engine.understand.code.python.PythonCode;
import java.util.Map;
import java.util.Optional;

/** The readers there are, by language. Thread-safe. */
public final class CodeReaders {

    private static final Map<String, CodeReader> READERS = Map.of("python", new PythonCode());

    private CodeReaders() {}

    /** The reader of a language by its name in the catalogue: {@code python}, {@code perl}, {@code sql}, … */
    public static Optional<CodeReader> forLanguage(String language) {
        return Optional.ofNullable(READERS.get(language));
    }
}
