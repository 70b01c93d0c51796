package dev.greenlane.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.syntax.Span;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void pointsAtThePart() {
        assertThat(Excerpt.of("echo hi; rm -rf /", new Span(9, 17), 80))
                .containsExactly("echo hi; rm -rf /", "         ^^^^^^^^");
    }

    @Test
    void showsTheLineThatThePartStandsIn() {
        assertThat(Excerpt.of("one\n  two\nthree", new Span(6, 9), 80)).containsExactly("  two", "  ^^^");
    }

    @Test
    void aPartOfSeveralLinesIsMarkedInItsFirst() {
        assertThat(Excerpt.of("cat <<E\nsecret\nE", new Span(4, 16), 80)).containsExactly("cat <<E", "    ^^^");
    }

    @Test
    void columnsFollowWhatIsShownForAControlCharacter() {
        assertThat(Excerpt.of("a\tb", new Span(2, 3), 80)).containsExactly("a\\tb", "   ^");
    }

    @Test
    void aPlaceWithoutTextHasAMark() {
        assertThat(Excerpt.of("", new Span(0, 0), 80)).containsExactly("", "^");
        assertThat(Excerpt.of("abc", new Span(9, 12), 80)).containsExactly("abc", "   ^");
    }

    @Property
    void fitsAnyWidth(
            @ForAll String text,
            @ForAll @IntRange(max = 300) int start,
            @ForAll @IntRange(max = 300) int length,
            @ForAll @IntRange(min = 20, max = 120) int width) {
        List<String> lines = Excerpt.of(text, new Span(start, start + length), width);
        assertThat(lines).hasSize(2).allMatch(line -> line.length() <= width + 1);
        assertThat(lines.get(1)).matches(" *\\^+");
    }
}
