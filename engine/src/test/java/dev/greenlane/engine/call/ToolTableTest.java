package dev.greenlane.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ToolTableTest {

    @Test
    void readsTheFileAsAYamlReaderWould() throws IOException {
        ToolTable table = ToolTable.standard();
        try (InputStream in = ToolTable.class.getResourceAsStream("tools.yaml")) {
            Load yaml = new Load(LoadSettings.builder().build());
            for (Object entry : (List<?>) yaml.loadFromInputStream(in)) {
                Map<?, ?> fields = (Map<?, ?>) entry;
                for (Object tool : (List<?>) fields.get("tools")) {
                    ToolShape shape = table.shape((String) tool).orElseThrow();
                    assertThat(shape.kind().id()).isEqualTo(fields.get("is"));
                    shape.roles().forEach((role, names) -> assertThat(names).isEqualTo(fields.get(role)));
                    assertThat(shape.roles()).hasSize(fields.size() - 2);
                }
            }
        }
    }

    @Test
    void namesAreComparedWithoutCaseAndWithDashesAsUnderscores() {
        ToolTable table = ToolTable.standard();
        assertThat(table.shape("WEB-FETCH")).isEqualTo(table.shape("web_fetch")).isPresent();
        assertThat(table.shape("Bash".toUpperCase(Locale.ROOT))).isPresent();
    }

    @Test
    void aNameStandsOnce() {
        assertThatThrownBy(() -> ToolTable.read("- tools: [a]\n  is: shell\n- tools: [a]\n  is: read\n"))
                .hasMessageContaining("stands twice");
        assertThatThrownBy(() -> ToolTable.read("- tools: [a]\n  is: teapot\n")).hasMessageContaining("teapot");
        assertThatThrownBy(() -> ToolTable.read("- tools: [a]\n")).hasMessageContaining("`is`");
    }
}
