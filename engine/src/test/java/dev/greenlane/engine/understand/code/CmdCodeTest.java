package dev.greenlane.engine.understand.code;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmdCodeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '´', textBlock = """
        del /f /s /q C:\\a                         ¦ rm -rf 'C:\\a'
        rd /s /q "a b"                            ¦ rm -r 'a b'
        rd a                                      ¦ rmdir a
        d^e^l a                                   ¦ rm -f a
        @echo off & del a                         ¦ :|rm -f a
        set x=de&& %x%l a                         ¦ rm -f a
        set "x=a b" & del "%x%"                   ¦ rm -f 'a b'
        del %USERPROFILE%\\a                       ¦ rm -f '~\\a'
        set x=model & %x:~2,3% a                  ¦ rm -f a
        set x=dXl & %x:X=e% a                     ¦ rm -f a
        set x=1 & echo !x!                        ¦ printf '%s\\n' '1'
        if exist a (del a) else (del b)           ¦ rm -f a|rm -f b
        if /i not "%1"=="x" del a                 ¦ rm -f a
        if %errorlevel% neq 0 exit /b 1           ¦ :
        for %i in (a b) do del %i                 ¦ rm -f a|rm -f b
        for /f "tokens=*" %i in ('git x') do npm y ¦ git x|npm y
        type a | findstr /i b > c 2>&1            ¦ cat a | grep b > c
        echo a>b                                  ¦ printf '%s\\n' 'a' > b
        type nul > a                              ¦ cat /dev/null > a
        cd.. & dir/s                              ¦ cd ..|ls
        call del a                                ¦ rm -f a
        start "" /b a.exe b                       ¦ a b
        C:\\Windows\\System32\\reg.exe query a       ¦ reg query a
        "C:\\Program Files\\Git\\bin\\git.exe" status ¦ git status
        mklink a b                                ¦ ln -s b a
        rem del a                                 ¦ ´´
        :: del a                                  ¦ ´´
        echo ^& del a                             ¦ printf '%s\\n' '& del a'
        echo "a & del b"                          ¦ printf '%s\\n' '"a & del b"'
        """)
    void saysScriptsInTheLanguageOfAShell(String code, String said) {
        String shell = Heard.of("batch", code).stream().findFirst().orElse("");
        assertThat(shell.replace("shell ", "").strip().replace("\n", "|")).isEqualTo(said);
    }

    @Test
    void aVariableThatNobodyKnowsIsAHole() {
        assertThat(Heard.of("batch", "del %FOO%")).singleElement().asString().contains("%FOO%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "for %i in (",
                "if a==",
                "if exist \"",
                "%a%",
                "%a:~",
                "^",
                "\"",
                "& ",
                "call ",
                ">",
                "set x=%x%%x%&"
            })
    void deepCodeEnds(String piece) {
        assertThat(Heard.of("batch", piece.repeat(5000))).noneMatch(line -> line.contains("could not be followed"));
    }

    @Provide
    Arbitrary<String> scripts() {
        return Arbitraries.of(
                        "for %i in (",
                        ") do ",
                        "if ",
                        "exist ",
                        "==",
                        "not ",
                        "else ",
                        "%a%",
                        "%a:~-1,2%",
                        "%a:b=c%",
                        "!a!",
                        "%%i",
                        "%~dp0",
                        "set ",
                        "a=",
                        "/a ",
                        "echo",
                        "call ",
                        "start ",
                        "del ",
                        "/s ",
                        "\"",
                        "^",
                        "&",
                        "&&",
                        "|",
                        "||",
                        "(",
                        ")",
                        ">",
                        ">>",
                        "2>&1",
                        "<",
                        "\n",
                        "\r\n",
                        " ",
                        "C:\\",
                        "\\\\?\\",
                        "*",
                        "?",
                        ":x",
                        "rem ",
                        "@",
                        "\uE000",
                        "é",
                        "'")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 6000)
    void neverFails(@ForAll("scripts") String code) {
        assertThat(Heard.of("batch", code)).noneMatch(line -> line.contains("could not be followed"));
    }

    @Property(tries = 1000)
    void neverFailsOnAnyText(@ForAll String code) {
        assertThat(Heard.of("batch", code)).noneMatch(line -> line.contains("could not be followed"));
    }
}
