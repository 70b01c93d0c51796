package dev.greenlane.engine.understand.code.powershell;

import dev.greenlane.engine.understand.code.CodeReader;
import dev.greenlane.engine.understand.code.CodeSink;
import dev.greenlane.engine.value.Value;
import dev.greenlane.syntax.Span;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Understands PowerShell as {@code -EncodedCommand} takes it: base64 of UTF-16. */
public final class EncodedPowershell implements CodeReader {

    @Override
    public void read(Value code, Span span, CodeSink sink) {
        Optional<byte[]> bytes = code.known().flatMap(EncodedPowershell::decoded);
        if (bytes.isEmpty()) {
            sink.notUnderstood("the encoded command", "is not base64 of a known text");
            return;
        }
        sink.code("powershell", Value.of(new String(bytes.get(), StandardCharsets.UTF_16LE)));
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
