package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "main, main, YES",
        "main, mai, NO",
        "feature/*, feature/a/b, YES",
        "*.tf, a.tf, YES",
        "*.tf, a.tfx, NO",
        "v?, v1, YES",
        "v[0-9], v1, YES",
        "v[!0-9], v1, NO",
        "*, $X, YES",
        "ma*, ma$X, YES",
        "main, $X, MAYBE",
        "main, ma$X, MAYBE",
        "main, me$X, NO",
        "*.tf, $X.tf, MAYBE",
        "*.tf, $X.txt, NO",
        "*.tf, *, MAYBE",
        "'', $X, MAYBE",
    })
    void matches_as_far_as_the_text_is_known(String glob, String value, Holds expected) {
        assertThat(Glob.of(glob).matches(Described.value(value))).isEqualTo(expected);
    }

    @Test
    void a_long_text_takes_time_in_proportion_to_its_length() {
        assertThat(Glob.of("*a*a*a*a*a*b").matches("a".repeat(1_000_000))).isFalse();
    }
}
