package dev.greenlane.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BracesTest {

    private static Word word(String text) {
        Command.Simple command = (Command.Simple)
                ShellReader.read("echo " + text).statements().getFirst().command();
        return command.words().getLast();
    }

    private static List<String> expand(String text) {
        return Braces.expand(word(text)).orElseThrow().stream()
                .map(word -> word.constant().orElse("?"))
                .toList();
    }

    /** What bash 5.2 prints for each word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain            | plain",
                "{a,b}            | a b",
                "x{a,b}y          | xay xby",
                "{a,b}{1,2}       | a1 a2 b1 b2",
                "a{b,c{d,e}}f     | abf acdf acef",
                "{{a,b},c}        | a b c",
                "{{a,b}           | {a {b",
                "{a,b}}           | a} b}",
                "{a}              | {a}",
                "{}               | {}",
                "pre{}post        | pre{}post",
                "{a              | {a",
                "x{a,}            | xa x",
                "{1..5}           | 1 2 3 4 5",
                "{3..1}           | 3 2 1",
                "{1..10..3}       | 1 4 7 10",
                "{1..3..0}        | 1 2 3",
                "{1..-2}          | 1 0 -1 -2",
                "{01..10..4}      | 01 05 09",
                "{-01..1}         | -01 000 001",
                "{a..e..2}        | a c e",
                "{z..u..5}        | z u",
                "{a..3}           | {a..3}",
                "{1.5..3}         | {1.5..3}",
                "{a\\,b,c}        | a,b c",
                "{\"x,y\",z}      | x,y z",
                "f.{c,h{,pp}}     | f.c f.h f.hpp",
                "/{bin,usr/{bin,lib}} | /bin /usr/bin /usr/lib",
            })
    void wordsBecomeWhatBashMakesOfThem(String word, String expected) {
        assertThat(expand(word)).containsExactly(expected.split(" "));
    }

    @Test
    void expansionsStayInTheWordsMadeOfThem() {
        List<Word> words = Braces.expand(word("{$a,\"$b\"}/c")).orElseThrow();
        assertThat(words).hasSize(2);
        assertThat(words.get(0).parts().getFirst()).isInstanceOf(WordPart.Parameter.class);
        assertThat(words.get(1).parts().getFirst()).isInstanceOf(WordPart.DoubleQuoted.class);
        assertThat(words.get(1).parts().getLast().constant()).contains("/c");
    }

    @Test
    void quotedAndEscapedBracesAreText() {
        assertThat(expand("\"{a,b}\"")).containsExactly("{a,b}");
        assertThat(expand("\\{a,b}")).containsExactly("{a,b}");
        assertThat(expand("'{'a,b}")).containsExactly("{a,b}");
    }

    @Test
    void placesLieInTheWord() {
        Word word = word("pre{a,b{1..3}}post");
        for (Word made : Braces.expand(word).orElseThrow()) {
            assertThat(made.span()).isEqualTo(word.span());
            for (WordPart part : made.parts()) {
                assertThat(part.span().start())
                        .isGreaterThanOrEqualTo(word.span().start());
                assertThat(part.span().end()).isLessThanOrEqualTo(word.span().end());
            }
        }
    }

    @Test
    void tooManyWordsAreNone() {
        assertThat(Braces.expand(word("{1..1000}")).map(List::size)).contains(1000);
        assertThat(Braces.expand(word("{1..1001}"))).isEqualTo(Optional.empty());
        assertThat(Braces.expand(word("{1..999999999999}"))).isEmpty();
        assertThat(Braces.expand(word("{a,b}".repeat(11)))).isEmpty();
        assertThat(Braces.expand(word("{a,".repeat(5000) + "b" + "}".repeat(5000))))
                .isEmpty();
        assertThat(Braces.expand(word("{a,b}" + "x".repeat(2_000_000)))).isEmpty();
        assertThat(Braces.expand(word("{1..1}".repeat(10_000))).map(List::size)).contains(1);
    }
}
