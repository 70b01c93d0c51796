package dev.greenlane.engine.understand.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwkAndSedCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{print $1}",
                "NR > 1 && $2 >= 3 { sum += $2 } END { print sum / NR }",
                "/a\"b/ { gsub(/\"/, \"\"); print toupper($0) }",
                "{ print ($1 > $2) }",
                "END { print x > \"/dev/stderr\" }",
                "$5 ~ /^a|b/ { print $1, $2 }",
                "# system(\"a\")",
                "{ print \"system(a) > b\" }",
            })
    void awkThatOnlyComputesDoesNothing(String program) {
        assertThat(Heard.of("awk", program)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        BEGIN { system("rm -rf a") }      ! shell rm -rf a
        { system("rm " $1) }              ! shell rm $1
        { c = "rm " $2; system(c) }       ! shell rm $2
        { print $1 > "a" }                ! file-write a +overwrite
        { print $1 >> ("a" $2) }          ! file-write a$2 +append
        { printf "%s\\n", $1 > $2 ".txt" } ! file-write $2.txt +overwrite
        { print | "sort -u" }             ! shell sort -u
        { "date" | getline d; print d }   ! shell date
        { getline x < "a" }               ! file-read a
        BEGIN { s = "/inet/tcp/0/a/80"; print "x" |& s } ! network-send a:80
        """)
    void followsWhatAwkWritesAndRuns(String program, String heard) {
        assertThat(Heard.of("awk", program)).containsExactly(heard);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s/a/b/g",
                "s|/w/e|/e/w|g",
                "/^w x/d",
                "1,5p",
                ":a;N;$!ba;s/\\n/ /g",
                "y/we/ew/",
                "/a/{s/w/e/;p}",
                "$a\\\nw text e",
                "2q;w",
                "s/[/]w/x/",
                "s/a/b/;# e rm",
                "/a/I,/b/!d",
            })
    void sedThatOnlyEditsDoesNothing(String script) {
        assertThat(Heard.of("sed", script)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        w out         ! file-write out +overwrite
        s/a/b/gw out  ! file-write out +overwrite
        /x/w out      ! file-write out +overwrite
        p;1r in       ! file-read in
        1e rm a       ! shell rm a
        s/.*/rm a/e   ! shell rm a
        e             ! ? sed e runs its input as commands
        s/a/b/w /dev/stdout ! ''
        """)
    void followsWhatSedWritesAndRuns(String script, String heard) {
        assertThat(String.join(" ", Heard.of("sed", script))).isEqualTo(heard);
    }
}
