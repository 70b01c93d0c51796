package dev.greenlane.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
