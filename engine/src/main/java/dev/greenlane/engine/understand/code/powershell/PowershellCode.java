package dev.greenlane.engine.understand.code.powershell;

import dev.greenlane.engine.understand.code.CodeReader;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.HashMap;

/** Understands PowerShell. */
public final class PowershellCode implements CodeReader {

    @Override
    public void read(Value code, Span span, CodeSink sink) {
        StandIns standIns = new StandIns();
        Commands commands = new Commands(sink);
        new Script(standIns.encode(code), standIns, commands, new HashMap<>(), 0).all();
        commands.conclude();
    }
}
