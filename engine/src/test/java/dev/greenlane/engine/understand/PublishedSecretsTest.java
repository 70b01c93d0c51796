package dev.greenlane.engine.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A package that is published with a secret in it sends the secret. */
class PublishedSecretsTest {

    private static final Understander UNDERSTANDER = Understander.load();
    private static final Surroundings PROJECT = new Surroundings(Optional.of("/work/app"), Optional.of("/home/ada"));

    private final Tree files = new Tree().with("/work/app/package.json", "{\"name\": \"x\"}");

    @Test
    void secrets_beside_the_sources_go_out_with_the_package() {
        files.with("/work/app/.env", "KEY=1");
        assertThat(sendsSecret("npm publish")).isTrue();
        assertThat(sendsSecret("pnpm publish --no-git-checks")).isTrue();
        assertThat(sendsSecret("yarn npm publish")).isTrue();
        assertThat(sendsSecret("cd /work/app && bun publish")).isTrue();
    }

    @Test
    void what_npm_leaves_out_does_not_go_out() {
        files.with("/work/app/.env", "KEY=1").with("/work/app/.gitignore", "node_modules/\n.env*\n");
        assertThat(sendsSecret("npm publish")).isFalse();
        files.with("/work/app/.npmignore", "tests/\n");
        assertThat(sendsSecret("npm publish")).isTrue();
        files.with("/work/app/.npmignore", ".env\n!.env\n");
        assertThat(sendsSecret("npm publish")).isTrue();
        files.with("/work/app/package.json", "{\"files\": [\"dist\"]}");
        assertThat(sendsSecret("npm publish")).isFalse();
        files.with("/work/app/package.json", "{\"files\": [\"dist\", \".env\"]}");
        assertThat(sendsSecret("npm publish")).isTrue();
    }

    @Test
    void another_folder_has_its_own_files() {
        files.with("/work/app/.env", "KEY=1").with("/work/app/pkg/package.json", "{}");
        assertThat(sendsSecret("npm publish ./pkg")).isFalse();
        assertThat(sendsSecret("cp .env pkg/.env && npm publish ./pkg")).isTrue();
    }

    private boolean sendsSecret(String command) {
        ToolCall call = new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX);
        return UNDERSTANDER.understand(call, PROJECT, files).effects().stream()
                .filter(effect -> effect.kind() == EffectKind.PACKAGE_PUBLISH)
                .anyMatch(effect -> effect.circumstances().carries().contains(DataLabel.CREDENTIAL));
    }
}
