package dev.greenlane.syntax.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A text out of the file {@code sentences.txt}.
 *
 * @param good whether bash takes it for shell grammar
 * @param deviates whether the reader does not judge as bash does
 */
record Sentence(String text, boolean good, boolean deviates) {

    static List<Sentence> all() throws IOException {
        try (var in = Sentence.class.getResourceAsStream("sentences.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Sentence::of)
                    .toList();
        }
    }

    private static Sentence of(String line) {
        String text = line.substring("good! ".length()).translateEscapes();
        return new Sentence(text, line.startsWith("good"), line.charAt("good".length()) == '!');
    }
}
