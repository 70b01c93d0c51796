package dev.greenlane.syntax.shell;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Coverage-guided fuzzing. The inputs kept beside this class are tried in every build; {@code mvn test -Pfuzz} looks
 * for new ones, see that profile in the module's POM.
 */
class ShellReaderFuzzTest {

    /** Where the search begins; these are tried in every build too. */
    static Stream<byte[]> seeds() throws IOException {
        Stream<String> sentences = Sentence.all().stream().map(Sentence::text);
        Stream<String> scripts = ShellTexts.own().stream().map(ShellTexts.ShellText::text);
        return Stream.concat(sentences, scripts).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest
    void anyTextHasATreeWithTruePlaces(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Script script = ShellReader.read(text);
        Trees.checkSpans(script, text);
        TreePrinter.print(script);
        for (Word word : Trees.all(script, Word.class)) {
            Braces.expand(word);
        }
    }
}
