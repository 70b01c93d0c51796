package dev.greenlane.engine.understand.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PythonCodeProperties {

    private static final List<String> LINES = List.of(
            "import os, subprocess, requests",
            "x = x + x",
            "x = [x, *x]",
            "x = x[x:x]",
            "x %= x",
            "x = x.split(x)",
            "x = f'{x!r:{x}}'",
            "def f(x, *y, **z):",
            "class C(C, x):",
            "    return f(x)",
            "    f(x, **z)",
            "    self.x = self",
            "for x in x:",
            "while x:",
            "if x:",
            "else:",
            "    x = exec(x)",
            "exec('exec(\"x\")')",
            "with x as x:",
            "    yield x",
            "try:",
            "except x as x:",
            "x = {x: x, **x}",
            "x = [x for x in x for x in x if x]",
            "x = lambda x: x(x)",
            "x = x(x)",
            "os.remove(x)",
            "subprocess.run(x, shell=x, cwd=x)",
            "requests.post(x, data=x)",
            "x = open(x, x)",
            "x = os.path.join(x, x)",
            "x = 'a' * 10 ** 9",
            "x = x or x",
            "x = range(10 ** 12)",
            "x = x.replace(x, x)",
            "global x",
            "x.x = x",
            "x = 1 if x else 'a'",
            "x = -x",
            "x = os.environ",
            "x = f",
            "x = C()",
            "x = x.f",
            "print(x)",
            "import x.y as x",
            "match x:",
            "    case x: pass");

    @Provide
    Arbitrary<String> programs() {
        return Arbitraries.of(LINES).list().ofMaxSize(40).map(lines -> String.join("\n", lines));
    }

    @Property(tries = 3000)
    void neverGivesUp(@ForAll("programs") String code) {
        assertThat(Heard.of("python", code)).noneMatch(line -> line.contains("could not be followed to its end"));
    }

    @Property(tries = 500)
    void neverFailsOnAnyText(@ForAll String code) {
        Heard.of("python", code);
    }

    @Property(tries = 300)
    void tellsTheSameTwice(@ForAll Random random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            code.append(LINES.get(random.nextInt(LINES.size()))).append('\n');
        }
        assertThat(Heard.of("python", code.toString())).isEqualTo(Heard.of("python", code.toString()));
    }

    @Example
    void codeThatMultipliesItselfEnds() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            code.append("def f").append(i).append("():\n");
            code.append("    for x in range(50):\n        f").append(i + 1).append("()\n");
        }
        code.append("def f12():\n    os.remove('x')\nf0()\n");
        assertThat(Heard.of("python", code.toString())).anyMatch(line -> line.startsWith("file-delete x"));
    }

    @Example
    void deepCodeEnds() {
        assertThat(Heard.of("python", "x" + ".f()".repeat(50_000))).isNotNull();
        assertThat(Heard.of("python", "x" + " + 'a'".repeat(50_000))).isEmpty();
        assertThat(Heard.of("python", "exec(".repeat(5000) + ")".repeat(5000))).isNotEmpty();
    }
}
