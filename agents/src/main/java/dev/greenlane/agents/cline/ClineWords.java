package dev.greenlane.agents.cline;

import dev.greenlane.agents.input.Fields;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.agents.input.TranscriptLines;
import dev.greenlane.agents.input.Typed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person typed, of the message files of Cline's command line. Stateless. */
final class ClineWords {
    private static final String OPENS = "<user_input";
    private static final String CLOSES = "</user_input>";

    private ClineWords() {}

    /** One JSON value; a longer one than is looked at cannot be read in part. */
    static List<String> said(String transcript) {
        if (transcript.length() > TranscriptLines.LONGEST) {
            return List.of();
        }
        Fields file;
        try {
            file = Fields.read(transcript);
        } catch (NotJson e) {
            return List.of();
        }
        if (!file.text("agent").map("lead"::equals).orElse(true)) {
            return List.of();
        }
        List<String> said = new ArrayList<>();
        for (Object value : file.list("messages")) {
            Fields message = Fields.of(value);
            if (message.anyText("role").equals("user")
                    && !message.object("metadata").anyText("displayRole").equals("system")) {
                message.list("content").forEach(part -> typed(Fields.of(part)).ifPresent(said::add));
            }
        }
        return said;
    }

    /** The client puts what was typed into a tag; the first end of it counts, so that nothing after it is taken for typed. */
    private static Optional<String> typed(Fields part) {
        Optional<String> text = part.anyText("type").equals("text") ? part.text("text") : Optional.empty();
        return text.filter(it -> it.startsWith(OPENS)).flatMap(it -> {
            int start = it.indexOf('>') + 1;
            int end = it.indexOf(CLOSES, start);
            return start > 0 && end > start ? Typed.words(it.substring(start, end)) : Optional.empty();
        });
    }
}
