package dev.greenlane.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void whatATerminalWouldActOnIsShown() {
        assertThat(Lines.visible("a\nb\t\r\033[2J\u202e\u200bü")).isEqualTo("a\\nb\\t\\r\\u{1b}[2J\\u{202e}\\u{200b}ü");
    }

    @Test
    void longTextIsCutInItsMiddle() {
        assertThat(Lines.cut("git commit -m 'a long message'", 20)).isEqualTo("git commit -...sage'");
        assertThat(Lines.cut("short", 20)).isEqualTo("short");
    }

    @Test
    void wrapsAtBlanks() {
        assertThat(Lines.wrap("one two  three\nfour", 9)).containsExactly("one two", "three", "four");
        assertThat(Lines.wrap("", 9)).isEmpty();
    }

    @Property
    void aCutLineHasRoomAndIsHarmless(@ForAll String text, @ForAll @IntRange(min = 10, max = 120) int width) {
        String line = Lines.cut(text, width);
        assertThat(line.length()).isLessThanOrEqualTo(width);
        assertThat(line.chars().noneMatch(Character::isISOControl)).isTrue();
    }

    @Property
    void wrappedLinesHaveRoomUnlessOneWordIsLonger(
            @ForAll String text, @ForAll @IntRange(min = 5, max = 80) int width) {
        List<String> lines = Lines.wrap(text, width);
        assertThat(lines).allMatch(line -> line.length() <= width || !line.contains(" "));
    }
}
