package dev.greenlane.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DataLinesTest {

    @Test
    void aPlainValueGoesOnInLinesThatAreIndentedMore() {
        var sections = DataLines.read("""
            # colours
            warm:
              names: red, orange,
                  amber
              tone: loud
            """);

        assertThat(sections.get("warm")).hasSize(2);
        assertThat(sections.get("warm").get(0).value()).isEqualTo("red, orange, amber");
        assertThat(sections.get("warm").get(1).value()).isEqualTo("loud");
    }

    @Test
    void namesOfALineShareItsFields() {
        var line = DataLines.read("tools:\n  saw, axe: {cuts: wood, noise: 'some, or more'}\n")
                .get("tools")
                .get(0);

        assertThat(line.names()).containsExactly("saw", "axe");
        assertThat(line.fields()).containsEntry("cuts", "wood").containsEntry("noise", "some, or more");
        assertThat(line.value()).isEmpty();
    }

    @Test
    void aLineWithoutAValueIsToldOf() {
        assertThatThrownBy(() -> DataLines.read("tools:\n  saw\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("saw");
    }
}
