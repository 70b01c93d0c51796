package dev.greenlane.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;

class ShellReaderPropertiesTest {

    @Provide
    static Arbitrary<String> symbols() {
        return Arbitraries.of("ab1 $(){}[]<>|&;\"'`\\\n\t\r#!=+*?@-~%/:,^é\uD83D".split(""))
                .list()
                .ofMaxSize(60)
                .map(symbols -> String.join("", symbols));
    }

    @Provide
    static Arbitrary<String> tokens() {
        return Arbitraries.of(
                        "if ",
                        "then ",
                        "fi",
                        "while ",
                        "do ",
                        "done",
                        "case x in ",
                        "esac",
                        "for i in ",
                        "{ ",
                        "}",
                        "[[ ",
                        " ]]",
                        "((",
                        "))",
                        "$((",
                        "$(",
                        "${",
                        "${x",
                        "[@]",
                        ":-",
                        ":",
                        "#",
                        "##",
                        "%",
                        "/",
                        "(",
                        ")",
                        "`",
                        "\"",
                        "'",
                        "$'",
                        "\\",
                        "\\\n",
                        "\n",
                        ";",
                        ";;",
                        "&",
                        "&&",
                        "||",
                        "|",
                        "|&",
                        ">",
                        ">>",
                        "<",
                        "<<E\n",
                        "<<-E\n",
                        "<<'E'",
                        "\nE\n",
                        "\tE\n",
                        "<<<",
                        "&>",
                        "2>&1",
                        "{fd}>",
                        "<(",
                        ">(",
                        "a",
                        "b ",
                        " ",
                        "x=",
                        "x=(",
                        "a[1]=",
                        "@(",
                        "|c)",
                        "!",
                        "! ",
                        "time ",
                        "coproc ",
                        "function f ",
                        "f() ",
                        "declare ",
                        "# c",
                        "=~ ",
                        "==",
                        "-f ",
                        "$x",
                        "$[",
                        "]",
                        "~",
                        "*",
                        "1+")
                .list()
                .ofMaxSize(40)
                .map(tokens -> String.join("", tokens));
    }

    @Property(tries = 2000)
    void placesAreTrueInAnyText(@ForAll("symbols") String text) {
        Trees.checkSpans(ShellReader.read(text), text);
    }

    @Property(tries = 2000)
    void placesAreTrueInAnyTokens(@ForAll("tokens") String text) {
        Trees.checkSpans(ShellReader.read(text), text);
    }

    @Property(tries = 1000)
    void anyTextIsReadWithoutFailing(@ForAll String text) {
        Trees.checkSpans(ShellReader.read(text), text);
    }

    @Property(tries = 1000)
    void everyTextCanBePrinted(@ForAll("tokens") String text) {
        assertThat(TreePrinter.print(ShellReader.read(text))).startsWith("script  0-" + text.length());
    }

    @Property(tries = 1000)
    void everyUnreadableCommandIsAProblemOfTheWhole(@ForAll("tokens") String text) {
        Script script = ShellReader.read(text);
        for (Command.Unreadable unreadable : Trees.all(script, Command.Unreadable.class)) {
            assertThat(unreadable.text()).isEqualTo(unreadable.span().in(text)).isNotEmpty();
            assertThat(script.problems()).contains(new Script.Problem(unreadable.span(), unreadable.reason()));
        }
    }

    @Property(tries = 1000)
    void aScriptKnowsTheProblemsInside(@ForAll("tokens") String text) {
        Script whole = ShellReader.read(text);
        for (Script script : Trees.all(whole, Script.class)) {
            assertThat(whole.problems()).containsAll(script.problems());
        }
    }

    @Property(tries = 1000)
    void literalTextStandsAtItsPlace(@ForAll("tokens") String text) {
        Script script = ShellReader.read(text);
        for (WordPart.Literal literal : Trees.all(script, WordPart.Literal.class)) {
            String written = literal.span().in(text);
            if (!written.contains("\\") && !written.contains("\t")) {
                assertThat(written).isEqualTo(literal.text());
            }
        }
    }

    @Property
    void singleQuotesKeepAnyTextTogether(@ForAll String text) {
        String quoted = "'" + text.replace("'", "'\\''") + "'";
        assertThat(argumentsOf("echo " + quoted + " end")).containsExactly("echo", text, "end");
    }

    @Property
    void doubleQuotesKeepAnyTextTogether(@ForAll String text) {
        String quoted = "\"" + text.replaceAll("([$`\"\\\\])", "\\\\$1") + "\"";
        assertThat(argumentsOf("echo " + quoted + " end")).containsExactly("echo", text, "end");
    }

    @Property
    void ansiQuotesKeepAnyTextTogether(@ForAll String text) {
        StringBuilder quoted = new StringBuilder("$'");
        String kept = text.replace("\0", "");
        kept.codePoints().forEach(c -> quoted.append(String.format("\\U%08x", c)));
        assertThat(argumentsOf("echo " + quoted + "' end")).containsExactly("echo", kept, "end");
    }

    @Property
    void aHereDocumentKeepsAnyTextTogether(@ForAll List<@NotEmpty String> lines) {
        String body = lines.stream()
                .map(line -> line.replaceAll("[\n\r]", " ") + "x\n")
                .reduce("", String::concat);
        String text = "cat <<'END' && ls\n" + body + "END\nrm b";
        Script script = ShellReader.read(text);
        assertThat(script.problems()).isEmpty();
        assertThat(script.statements()).hasSize(2);
        Redirect redirect = Trees.all(script, Redirect.class).getFirst();
        assertThat(redirect.body().flatMap(Word::constant)).contains(body);
    }

    @Property
    void statementsDoNotDependOnWhatStandsBeforeThem(@ForAll("tokens") String text) {
        Script alone = ShellReader.read(text);
        if (!alone.readable()) {
            return;
        }
        String before = "echo 'a'; ";
        Script behind = ShellReader.read(before + text);
        assertThat(behind.problems()).isEmpty();
        assertThat(behind.statements()).hasSize(alone.statements().size() + 1);
        for (int i = 0; i < alone.statements().size(); i++) {
            assertThat(behind.statements().get(i + 1).span())
                    .isEqualTo(alone.statements().get(i).span().shifted(before.length()));
        }
    }

    @Property
    void aScriptMeansTheSameInASubstitution(@ForAll("tokens") String text) {
        Script alone = ShellReader.read(text + "\n");
        Script inside = ShellReader.read("echo $(" + text + "\n)");
        if (!alone.readable() || text.contains("<<") || text.startsWith("(") || text.endsWith("\\")) {
            return;
        }
        assertThat(inside.problems()).isEmpty();
        WordPart.CommandSubstitution substitution =
                Trees.all(inside, WordPart.CommandSubstitution.class).getFirst();
        assertThat(substitution.script().statements()).hasSameSizeAs(alone.statements());
    }

    private static List<String> argumentsOf(String text) {
        Script script = ShellReader.read(text);
        assertThat(script.problems()).isEmpty();
        assertThat(script.statements()).hasSize(1);
        Command.Simple command = (Command.Simple) script.statements().getFirst().command();
        return command.words().stream()
                .map(word -> word.constant().orElseThrow())
                .toList();
    }
}
