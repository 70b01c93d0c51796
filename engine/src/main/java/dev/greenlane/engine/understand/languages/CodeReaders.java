package dev.greenlane.engine.understand.languages;

import dev.greenlane.engine.understand.code.CodeReader;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.understand.code.cmd.CmdCode;
import dev.greenlane.engine.understand.code.powershell.EncodedPowershell;
import dev.greenlane.engine.understand.code.powershell.PowershellCode;
import dev.greenlane.engine.understand.code.python.PythonCode;
import dev.greenlane.engine.understand.code.scan.AwkCode;
import dev.greenlane.engine.understand.code.scan.MarkedCode;
import dev.greenlane.engine.understand.code.scan.SedCode;
import dev.greenlane.engine.understand.code.scan.SqlCode;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.Map;
import java.util.Optional;

/** The readers there are, by language. Thread-safe. */
public final class CodeReaders {

    private static final CodeReader SCRIPT = new Guarded("JavaScript", new MarkedCode("javascript"));
    private static final CodeReader JAVA = new Guarded("Java", new MarkedCode("groovy"));

    private static final Map<String, CodeReader> READERS = Map.ofEntries(
            Map.entry("python", new Guarded("Python", new PythonCode())),
            Map.entry("awk", new Guarded("awk", new AwkCode())),
            Map.entry("sed", new Guarded("sed", new SedCode())),
            Map.entry("sql", new Guarded("SQL", new SqlCode())),
            Map.entry("javascript", SCRIPT),
            Map.entry("typescript", SCRIPT),
            Map.entry("groovy", JAVA),
            Map.entry("java", JAVA),
            Map.entry("kotlin", JAVA),
            Map.entry("perl", new Guarded("Perl", new MarkedCode("perl"))),
            Map.entry("ruby", new Guarded("Ruby", new MarkedCode("ruby"))),
            Map.entry("php", new Guarded("PHP", new MarkedCode("php"))),
            Map.entry("lua", new Guarded("Lua", new MarkedCode("lua"))),
            Map.entry("r", new Guarded("R", new MarkedCode("r"))),
            Map.entry("julia", new Guarded("Julia", new MarkedCode("julia"))),
            Map.entry("batch", new Guarded("cmd", new CmdCode())),
            Map.entry("powershell", new Guarded("PowerShell", new PowershellCode())),
            Map.entry("powershell-encoded", new Guarded("PowerShell", new EncodedPowershell())),
            Map.entry("elixir", new Guarded("Elixir", new MarkedCode("elixir"))));

    private CodeReaders() {}

    /** The reader of a language, one that never throws, by its name in the catalogue: {@code python}, {@code perl}, {@code sql}, … */
    public static Optional<CodeReader> forLanguage(String language) {
        return Optional.ofNullable(READERS.get(language));
    }

    /** Keeps the promises that readers never throw and tell everything once. */
    private record Guarded(String language, CodeReader reader) implements CodeReader {
        @Override
        public void read(Value code, Span span, CodeSink sink) {
            try {
                reader.read(code, span, new Once(sink));
            } catch (RuntimeException | StackOverflowError e) {
                String reason =
                        "could not be followed to its end (" + e.getClass().getSimpleName() + ")";
                sink.notUnderstood(language + " code", reason);
            }
        }
    }
}
