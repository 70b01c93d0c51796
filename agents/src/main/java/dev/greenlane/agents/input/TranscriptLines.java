package dev.greenlane.agents.input;

import dev.greenlane.agents.input.Json.NotJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Transcripts of one JSON object a line, as most clients write them. Stateless. */
public final class TranscriptLines {
    /** Longest part of a transcript that is looked at, in characters, counted from its end. */
    public static final int LONGEST = 2_000_000;

    private TranscriptLines() {}

    /** The first line, which tells in several clients what the transcript is; nothing where it is no object. */
    public static Fields first(String transcript) {
        int end = transcript.indexOf('\n');
        String line = end < 0 ? transcript : transcript.substring(0, end);
        return line.length() > LONGEST ? Fields.of(null) : fields(line);
    }

    /**
     * What the lines at the end of the transcript say, oldest first. Lines that are no object are passed over.
     *
     * @param reader what a line says; empty for nothing
     */
    public static List<String> said(String transcript, Function<Fields, Optional<String>> reader) {
        int start =
                transcript.length() <= LONGEST ? 0 : 1 + transcript.indexOf('\n', transcript.length() - LONGEST - 1);
        List<String> said = new ArrayList<>();
        if (start == 0 && transcript.length() > LONGEST) {
            return said;
        }
        while (start < transcript.length()) {
            int end = transcript.indexOf('\n', start);
            end = end < 0 ? transcript.length() : end;
            reader.apply(fields(transcript.substring(start, end)))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(said::add);
            start = end + 1;
        }
        return said;
    }

    private static Fields fields(String line) {
        try {
            return Fields.read(line);
        } catch (NotJson e) {
            return Fields.of(null);
        }
    }
}
