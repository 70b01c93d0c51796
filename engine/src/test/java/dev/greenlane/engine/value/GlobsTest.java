package dev.greenlane.engine.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlobsTest {

    @Test
    void a_pattern_made_to_be_slow_is_not() {
        String name = "a".repeat(255);

        assertThat(Globs.matches("*a".repeat(100) + "b", name)).isFalse();
        assertThat(Globs.matches("*a".repeat(100), name)).isTrue();
        assertThat(Globs.matches("[", "[")).isTrue();
        assertThat(Globs.matches("[]a]", "]")).isTrue();
        assertThat(Globs.matches("[!", "[!")).isTrue();
        assertThat(Globs.matches("", "")).isTrue();
    }
}
