package dev.greenlane.agents.geminicli;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.TranscriptLines;
import dev.greenlane.agents.input.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person typed, of Gemini CLI's chat files. Stateless. */
final class GeminiWords {
    private GeminiWords() {}

    /** Lines that patch earlier ones hold the client's own first message and summaries, and are not read. */
    static List<String> said(String transcript) {
        boolean persons = TranscriptLines.first(transcript)
                .text("kind")
                .map("main"::equals)
                .orElse(true);
        return persons ? TranscriptLines.said(transcript, GeminiWords::typed) : List.of();
    }

    private static Optional<String> typed(Fields line) {
        if (!line.anyText("type").equals("user")) {
            return Optional.empty();
        }
        if (line.value("content") instanceof String text) {
            return Typed.words(text);
        }
        List<String> parts = new ArrayList<>();
        for (Object value : line.list("content")) {
            Fields part = Fields.of(value);
            if (part.has("functionResponse") || part.has("functionCall")) {
                return Optional.empty();
            }
            part.text("text").ifPresent(parts::add);
        }
        return Typed.words(String.join("\n", parts));
    }
}
