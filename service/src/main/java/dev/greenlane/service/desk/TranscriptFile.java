package dev.greenlane.service.desk;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Facts;
import dev.greenlane.agents.input.TranscriptLines;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A client's transcript on the disk: its first line and its end, however long it has grown. */
record TranscriptFile(Path path) {
    private static final int LONGEST_FIRST_LINE = 100_000;
    private static final int LONGEST_END = TranscriptLines.LONGEST - LONGEST_FIRST_LINE;

    /** The transcript of a session; empty where it is not known. */
    static Optional<TranscriptFile> of(Agent agent, Facts facts, Optional<String> home) {
        try {
            return agent.transcript(facts)
                    .map(path -> path.startsWith("~/") ? home.orElse("") + path.substring(1) : path)
                    .map(Path::of)
                    .filter(Path::isAbsolute)
                    .map(TranscriptFile::new);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** How long it is, in bytes; -1 where it is no file. */
    long size() {
        try {
            return Files.isRegularFile(path) ? Files.size(path) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /** Its text; of a long one the first line and as much of its end as adapters look at, from the beginning of a line. */
    String text() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long length = file.length();
            if (length <= LONGEST_END) {
                return bytes(file, 0, (int) length);
            }
            String first = line(bytes(file, 0, LONGEST_FIRST_LINE));
            String end = bytes(file, length - LONGEST_END, LONGEST_END);
            return first + end.substring(end.indexOf('\n') + 1);
        }
    }

    private static String line(String text) {
        return text.substring(0, text.indexOf('\n') + 1);
    }

    private static String bytes(RandomAccessFile file, long from, int count) throws IOException {
        byte[] bytes = new byte[count];
        file.seek(from);
        int read = 0;
        while (read < count) {
            int more = file.read(bytes, read, count - read);
            if (more < 0) {
                break;
            }
            read += more;
        }
        return new String(bytes, 0, read, StandardCharsets.UTF_8);
    }
}
