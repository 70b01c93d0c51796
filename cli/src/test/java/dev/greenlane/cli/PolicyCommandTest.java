package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.policy.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {
    @TempDir
    private Path folder;

    private Path policy(String... lines) throws IOException {
        return Files.writeString(folder.resolve("own.yaml"), String.join("\n", lines) + "\n");
    }

    private Path ownPolicy(String passes) throws IOException {
        return policy(
                "rules:",
                "  - id: no-touching",
                "    title: Touches files",
                "    strength: soft",
                "    verdict: deny",
                "    effects: [file-write]",
                "    reason: This touches {target}.",
                "    instead: Read it.",
                "    consent: the file",
                "    blocks: [touch a.txt]",
                "    passes: ['" + passes + "']");
    }

    @Test
    void listsEveryRule() {
        Run run = Run.of("policy", "show");
        assertThat(run.code()).isZero();
        assertThat(Policy.defaults().rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(run.out()).contains(rule.id()).contains(rule.title()));
    }

    @Test
    void showsAllOfOneRule() {
        Rule rule = Policy.defaults().rules().get(0);
        Run run = Run.of("policy", "show", rule.id());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(rule.title(), "Of effects", "Reason", "Blocks", "Passes");
    }

    @Test
    void aRuleThatDoesNotExistIsWrongUsage() {
        Run run = Run.of("policy", "show", "no-such-rule");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no-such-rule").contains("greenlane policy show");
    }

    @Test
    void anAddedPolicyDecides() throws IOException {
        Path file = ownPolicy("cat a.txt");
        assertThat(Run.of("review", "--policy", file.toString(), "--", "touch a.txt")
                        .out())
                .contains("no-touching");
        assertThat(Run.of("policy", "show", "--policy", file.toString(), "no-touching")
                        .out())
                .contains("This touches {target}.");
        assertThat(Run.with(
                                "{\"id\":1,\"tool\":\"Bash\",\"input\":{\"command\":\"touch a.txt\"}}",
                                "review",
                                "--jsonl",
                                "--policy",
                                file.toString())
                        .out())
                .contains("\"rule\":\"no-touching\"");
    }

    @Test
    void examplesThatDoNotHoldAreNamed() throws IOException {
        Run run = Run.of("policy", "test", ownPolicy("touch b.txt").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("no-touching passes touch b.txt: no-touching stops it");
        assertThat(run.out()).doesNotContain("no-touching blocks");
    }

    @Test
    void aFileThatIsNoPolicySaysWhatIsWrongWithIt() throws IOException {
        Run run = Run.of("policy", "test", policy("rules:", "  - id: Bad Id").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("own.yaml").contains("kebab-case").doesNotContain("\tat ");
    }
}
