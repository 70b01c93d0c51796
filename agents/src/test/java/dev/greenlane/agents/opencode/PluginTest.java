package dev.greenlane.agents.opencode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PluginTest {

    @Test
    void thePluginHasOnePlaceForTheHookCommand() {
        assertThat(OpenCode.plugin()).containsOnlyOnce("\"GREENLANE_HOOK\"").contains("tool.execute.before");
    }
}
