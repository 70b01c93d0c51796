package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import dev.greenlane.cli.imports.SettingsLine;
import dev.greenlane.engine.policy.source.PolicyReader;
import dev.greenlane.service.rules.OwnRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    private static final Map<String, Object> SETTINGS = Map.of(
            "permissions",
            Map.of(
                    "allow", List.of("Bash(npm test)", "Bash(python3 *)", "mcp__tickets__read"),
                    "ask", List.of("Bash(git push:*)"),
                    "deny", List.of("Read(./.env)", "(what)")),
            "autoMode",
            Map.of(
                    "environment",
                            List.of(
                                    "$defaults",
                                    "Trusted internal domains: *.corp.example.com, ci.example.com:8443",
                                    "Source control: github.example.com/acme-corp",
                                    "Trusted cloud buckets: s3://acme-builds/out, gs://acme-ml",
                                    "Key internal services: Jenkins at ci.example.com, which deploys whatever lands on"
                                            + " main",
                                    "Trusted internal domains: none but never evil.example.com",
                                    "Organization: Acme. We build rockets."),
                    "allow", List.of("Running `make docs` is fine.", "Formatting code in bulk is fine"),
                    "soft_deny", List.of("Never run `terraform apply` or `terraform destroy`."),
                    "hard_deny", List.of("Never run `fly deploy`", "Never send customer data outside")));

    @TempDir
    private Path home;

    private Run run(String... arguments) {
        return Run.in(home, Map.of("HOME", home.toString()), new byte[0], arguments);
    }

    private Path config(String name) {
        return home.resolve(".config/greenlane").resolve(name);
    }

    private Run imported(String... more) throws Exception {
        Files.createDirectories(home.resolve(".claude"));
        Files.writeString(home.resolve(".claude/settings.json"), Json.line(SETTINGS));
        String[] command = new String[2 + more.length];
        command[0] = "import";
        command[1] = "claude-settings";
        System.arraycopy(more, 0, command, 2, more.length);
        return run(command);
    }

    @Test
    void what_code_can_be_sure_of_becomes_rules_and_the_rest_is_for_the_judge() throws Exception {
        Run run = imported();
        assertThat(run.code()).isZero();
        OwnRules rules = OwnRules.read("r", Files.readString(config("claude-rules.yaml")));
        assertThat(rules.permissions().allow()).extracting(Object::toString).hasSize(3);
        assertThat(rules.permissions().allow())
                .extracting(rule -> rule.text())
                .containsExactly("Bash(npm test)", "mcp__tickets__read", "Bash(make docs)");
        assertThat(rules.permissions().ask())
                .extracting(rule -> rule.text())
                .containsExactly("Bash(git push:*)", "Bash(terraform apply:*)", "Bash(terraform destroy:*)");
        assertThat(rules.permissions().deny())
                .extracting(rule -> rule.text())
                .containsExactly("Read(./.env)", "Bash(fly deploy:*)");
        assertThat(rules.written().hardDeny()).containsExactly("Never send customer data outside");
        assertThat(rules.written().allow()).containsExactly("Formatting code in bulk is fine");
        assertThat(rules.written().environment()).hasSize(3);
        var environment = PolicyReader.read("p", Files.readString(config("claude-policy.yaml")))
                .environment();
        assertThat(environment.hosts()).containsExactly("*.corp.example.com", "ci.example.com");
        assertThat(environment.repositories()).containsExactly("github.example.com/acme-corp");
        assertThat(environment.buckets()).containsExactly("s3://acme-builds/out", "gs://acme-ml");
        assertThat(Files.readString(config("settings.yaml")))
                .isEqualTo("rules: claude-rules.yaml\npolicy: claude-policy.yaml\n");
        assertThat(run.out())
                .contains("left out  permissions.allow  Bash(python3 *)", "left out  permissions.deny  (what)")
                .contains("judge     autoMode.hard_deny  Never send customer data", "+rules: claude-rules.yaml");
    }

    @Test
    void doing_it_again_changes_nothing() throws Exception {
        imported();
        assertThat(imported().out()).contains("Nothing to change");
    }

    @Test
    void a_dry_run_changes_nothing() throws Exception {
        assertThat(imported("--dry-run").out()).contains("+rules: claude-rules.yaml", "Nothing was changed");
        assertThat(config("settings.yaml")).doesNotExist();
    }

    @Test
    void what_is_set_already_stays() {
        assertThat(SettingsLine.with("mode: auto\npolicy: mine.yaml # ours\n", "policy", "p.yaml"))
                .isEqualTo("mode: auto\npolicy: [mine.yaml, p.yaml] # ours\n");
        assertThat(SettingsLine.with("policy: [a.yaml, \"p.yaml\"]\n", "policy", "p.yaml"))
                .isEqualTo("policy: [a.yaml, \"p.yaml\"]\n");
        assertThat(SettingsLine.with("policy:\n  - a.yaml\nmode: auto", "policy", "p.yaml"))
                .isEqualTo("policy:\n  - a.yaml\n  - p.yaml\nmode: auto");
        assertThat(SettingsLine.with("policy:\n  - p.yaml\n", "policy", "p.yaml"))
                .isEqualTo("policy:\n  - p.yaml\n");
    }

    @Test
    void settings_without_rules_are_no_error() throws Exception {
        Files.writeString(home.resolve("s.json"), "{\"model\":\"x\"}");
        assertThat(run("import", "claude-settings", "s.json").out()).contains("no permission rules");
        assertThat(run("import", "claude-settings", "none.json").err()).contains("there is no file");
    }
}
