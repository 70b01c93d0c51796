package dev.greenlane.syntax.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PythonReaderProperties {

    private static final List<String> PIECES = List.of(
            "if",
            "for",
            "in",
            "def f",
            "class",
            "lambda",
            "with",
            "as",
            "try",
            "except",
            "match",
            "case",
            "import",
            "from",
            "return",
            "await",
            "not",
            "is",
            "else",
            "print",
            "x",
            "1",
            "'a'",
            "f'{x}'",
            "f\"{x!r:{y}}\"",
            "'''",
            "\"",
            "'",
            "f'",
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            ",",
            ":",
            ";",
            "=",
            ":=",
            "*",
            "**",
            "->",
            ".",
            "...",
            "@",
            "\\",
            "\n",
            "\n    ",
            "\n\t",
            " ",
            "#",
            "!",
            "$",
            "\u0000",
            "\uE000",
            "é",
            "\r",
            "\\N{",
            "b'");

    private static final String PROGRAM = """
        import os, sys
        from shutil import rmtree as r

        def main(args, *rest, flag=False, **options):
            for name in [a for a in args if a.endswith('.py')]:
                with open(os.path.join(f"{sys.argv[1]!r:>{10}}", name)) as handle:
                    print(f'{name}: {len(handle.read())}', file=sys.stderr)
            try:
                r("build" if flag else options['target'])
            except (OSError, KeyError) as e:
                raise SystemExit(1) from e
            return {**options, 'x': lambda y: y ** -2}

        if __name__ == "__main__":
            main(sys.argv[1:])
        """;

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 3000)
    void neverFailsOnFragments(@ForAll("fragments") String text) {
        check(text);
    }

    @Property(tries = 500)
    void neverFailsOnAnyText(@ForAll String text) {
        check(text);
    }

    @Property(tries = 2000)
    void neverFailsOnAChangedProgram(@ForAll Random random) {
        StringBuilder text = new StringBuilder(PROGRAM);
        for (int change = random.nextInt(6); change >= 0; change--) {
            if (text.isEmpty()) {
                break;
            }
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.setLength(Math.max(1, at));
            }
        }
        check(text.toString());
    }

    private static void check(String text) {
        for (Node node : Trees.nodes(PythonReader.read(text))) {
            assertThat(node.span().end()).isLessThanOrEqualTo(text.length());
        }
    }
}
