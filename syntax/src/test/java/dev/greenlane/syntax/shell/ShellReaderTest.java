package dev.greenlane.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShellReaderTest {

    private static Command.Simple onlyCommand(String text) {
        Script script = ShellReader.read(text);
        assertThat(script.problems()).isEmpty();
        assertThat(script.statements()).hasSize(1);
        return (Command.Simple) script.statements().getFirst().command();
    }

    private static List<String> words(String text) {
        return onlyCommand(text).words().stream()
                .map(word -> word.constant().orElse("?"))
                .toList();
    }

    @Test
    void quotesOfAllFormsJoinToOneWord() {
        assertThat(words("a'b c'\"d\"\\ e$'\\x41\\n'$\"f\"")).containsExactly("ab cd eA\nf");
    }

    @Test
    void aBackslashNewlineIsNotThere() {
        assertThat(words("ec\\\nho a\\\n  b")).containsExactly("echo", "a", "b");
        assertThat(ShellReader.read("echo \"$\\\n(rm x)\"")
                        .statements()
                        .getFirst()
                        .command())
                .isEqualTo(onlyCommand("echo \"$\\\n(rm x)\""));
    }

    @Test
    void whatFollowsAnErrorIsStillSeen() {
        Script script = ShellReader.read("echo a; echo (b); rm c\nfi\nls");
        assertThat(script.statements()).hasSize(5);
        assertThat(script.statements().get(1).command()).isInstanceOf(Command.Unreadable.class);
        assertThat(script.statements().get(2).command()).isInstanceOf(Command.Simple.class);
        assertThat(script.statements().get(3).command()).isInstanceOf(Command.Unreadable.class);
        assertThat(script.problems()).hasSize(2);
    }

    @Test
    void problemsInsideSubstitutionsAreProblemsOfTheWhole() {
        Script script = ShellReader.read("echo \"$(a | | b; c)\"");
        assertThat(script.problems()).hasSize(1);
        assertThat(script.problems().getFirst().span().in("echo \"$(a | | b; c)\""))
                .isEqualTo("a | | b");
    }

    @Test
    void theTextOfAHereDocumentIsNotReadAsCommands() {
        Script script = ShellReader.read("cat <<'EOF' > notes\nrm -rf /\nEOF\nls");
        assertThat(Trees.all(script, Command.Simple.class)).hasSize(2);
    }

    @Test
    void whatAHereDocumentRunsIsSeen() {
        Script script = ShellReader.read("cat <<-EOF\n\ttext $(\n\trm -r `pwd`)\n\tEOF\n");
        List<Command.Simple> commands = Trees.all(script, Command.Simple.class);
        assertThat(commands).hasSize(3);
        assertThat(commands.get(1).words())
                .extracting(Word::constant)
                .containsExactly(Optional.of("rm"), Optional.of("-r"), Optional.empty());
    }

    @Test
    void whatAnArrayLiteralOfADeclarationRunsIsSeen() {
        Script script = ShellReader.read("declare -a x=(1 \"$(rm a)\" `rm b`)");
        assertThat(script.problems()).isEmpty();
        assertThat(Trees.all(script, WordPart.CommandSubstitution.class)).hasSize(2);
    }

    @Test
    void backquotesInBackquotesKeepTheirPlaces() {
        String text = "echo `echo \\`rm \\\"x\\\"\\``";
        Command.Simple innermost =
                Trees.all(ShellReader.read(text), Command.Simple.class).getLast();
        assertThat(innermost.words().getFirst().span().in(text)).isEqualTo("rm");
    }

    @Test
    void twoBracketsMayBeArithmeticOrSubshells() {
        assertThat(ShellReader.read("((a + b))").statements().getFirst().command())
                .isInstanceOf(Command.Calculation.class);
        assertThat(ShellReader.read("((a); (b))").statements().getFirst().command())
                .isInstanceOf(Command.Subshell.class);
    }

    @Test
    void aMinusBehindADuplicationIsAllOfIt() {
        assertThat(words("cat <&-x")).containsExactly("cat", "x");
    }

    @Test
    void oddExpressionsKeepTheCommandsInThem() {
        Script script = ShellReader.read("echo $(( $(rm x) $op 2 ))");
        assertThat(script.problems()).isEmpty();
        assertThat(Trees.all(script, Command.Simple.class)).hasSize(2);
    }

    @Test
    void carriageReturnsBeforeNewlinesAreNotText() {
        Script script = ShellReader.read("if a; then\r\n  rm b\r\nfi\r\ncat <<EOF\r\nx\r\nEOF\r\nls\r\n");
        assertThat(script.problems()).isEmpty();
        assertThat(script.statements()).hasSize(3);
    }

    @Test
    void nothingIsAScriptToo() {
        assertThat(ShellReader.read("").statements()).isEmpty();
        assertThat(ShellReader.read(" \t\n# rm x").statements()).isEmpty();
    }
}
