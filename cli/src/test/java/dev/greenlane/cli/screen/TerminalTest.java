package dev.greenlane.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @Test
    void paintsWhereColourIsWished() {
        Terminal coloured = Terminal.ofOutput(Colour.ALWAYS, Map.of("NO_COLOR", "1"), () -> false);
        assertThat(coloured.paint(Ink.BAD, "no")).isEqualTo("\033[31mno\033[0m");
        assertThat(coloured.paint(Ink.BAD, "")).isEmpty();
        assertThat(Terminal.ofOutput(Colour.NEVER, Map.of(), () -> false).paint(Ink.BAD, "no"))
                .isEqualTo("no");
    }

    @ParameterizedTest
    @CsvSource({"LANG, de_DE.UTF-8, true", "LC_CTYPE, C.utf8, true", "LANG, C, false", "LANG, de_DE.ISO-8859-1, false"})
    void signsFollowTheLocale(String name, String value, boolean unicode) {
        assertThat(Terminal.ofOutput(Colour.NEVER, Map.of(name, value), () -> false)
                        .unicode())
                .isEqualTo(unicode);
    }

    @Test
    void theStrongestVariableOfTheLocaleCounts() {
        Map<String, String> environment = Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8");
        assertThat(Terminal.ofOutput(Colour.NEVER, environment, () -> false).unicode())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "20, 40", "500, 120"})
    void widthIsKeptReadable(String columns, int width) {
        assertThat(Terminal.ofOutput(Colour.ALWAYS, Map.of("COLUMNS", columns), () -> false)
                        .width())
                .isEqualTo(width);
    }
}
