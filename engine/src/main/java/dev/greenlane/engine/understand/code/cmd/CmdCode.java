package dev.greenlane.engine.understand.code.cmd;

import dev.greenlane.engine.understand.code.CodeReader;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.understand.code.StandIns;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.util.regex.Pattern;

/** Understands the command language of Windows. */
public final class CmdCode implements CodeReader {

    /** The switches of {@code cmd} itself, which stand before the command line. */
    private static final Pattern SWITCHES =
            Pattern.compile("^\\s*(?:/[a-z](?::\\w+)?(?=[\\s\"/]|$)\\s*)+", Pattern.CASE_INSENSITIVE);

    @Override
    public void read(Value code, Span span, CodeSink sink) {
        StandIns standIns = new StandIns();
        Translation translation = new Translation(new Variables(standIns));
        translation.follow(SWITCHES.matcher(standIns.encode(code)).replaceFirst(""), 0);
        Value said = standIns.decode(translation.text());
        if (!said.equals(Value.EMPTY)) {
            sink.shell(said);
        }
        if (translation.isCut()) {
            sink.notUnderstood("the script", "is too long or too deep to follow");
        }
    }
}
