package dev.greenlane.engine.understand.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScanProperties {

    private static final List<String> LANGUAGES = List.of(
            "awk",
            "sed",
            "sql",
            "javascript",
            "perl",
            "ruby",
            "php",
            "lua",
            "r",
            "groovy",
            "julia",
            "elixir",
            "powershell");

    private static final List<String> PIECES = List.of(
            "system",
            "exec",
            "unlink",
            "eval",
            "open",
            "print",
            "require",
            "import",
            "from",
            "const",
            "my",
            "new",
            "x",
            "$x",
            "@y",
            "1",
            "'a'",
            "\"b$x#{y}${z}\"",
            "`c`",
            "q(a)",
            "qw(a b)",
            "%w[a b]",
            "%x(a)",
            "s/a/b/e",
            "/re/",
            "<<A",
            "\nA\n",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ";",
            "=",
            "=>",
            "->",
            "::",
            ".",
            "..",
            "+",
            "|",
            ">",
            ">>",
            "<",
            "\n",
            " ",
            "#",
            "//",
            "/*",
            "*/",
            "--",
            "\\",
            "\"",
            "'",
            "`",
            "File",
            "fs",
            "delete",
            "w ",
            "DROP TABLE",
            "WHERE",
            "WITH",
            "\\!",
            ".shell",
            "\uE000",
            "é");

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(PIECES).list().ofMaxSize(50).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of(LANGUAGES);
    }

    @Property(tries = 6000)
    void neverFailsOnFragments(@ForAll("languages") String language, @ForAll("fragments") String code) {
        check(language, code);
    }

    @Property(tries = 1000)
    void neverFailsOnAnyText(@ForAll("languages") String language, @ForAll String code) {
        check(language, code);
    }

    private static void check(String language, String code) {
        assertThat(Heard.of(language, code)).noneMatch(line -> line.contains("could not be followed"));
    }
}
