package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.effect.Certainty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownTextTest {

    private static final Described RM = Described.by("""
        program: rm
        flags: {"-r, --recursive": recursive}
        effects: [{file-delete: operand, traits: [recursive?]}]
        """);

    @ParameterizedTest
    @ValueSource(strings = {"$FLAGS", "$X/a", "*", "a$X", "*.txt"})
    void a_word_that_does_not_begin_with_a_dash_is_an_operand(String word) {
        assertThat(RM.effects("-r " + word)).containsExactly("file-delete " + word);
        assertThat(RM.plan(word).effects().get(0).certainty()).isEqualTo(Certainty.CERTAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-$X", "--$X", "--rec$X", "-r$X", "-*"})
    void a_flag_that_nobody_can_name_makes_the_effects_likely(String word) {
        assertThat(RM.plan(word + " a").effects()).singleElement().satisfies(effect -> {
            assertThat(Described.target(effect.target())).isEqualTo("a");
            assertThat(effect.certainty()).isEqualTo(Certainty.LIKELY);
        });
    }

    @Test
    void what_comes_in_can_be_asked_for_line_by_line() {
        Described shell = Described.by("""
            program: tool
            effects: [{database-destroy: "=all {stdin}", when: ["stdin=drop*"]}, {database-read: "=it", when: [stdin]}]
            """);
        assertThat(shell.effectsOn("", "look", "drop table")).contains("database-destroy all look drop table");
        assertThat(shell.effectsOn("", "look")).containsExactly("database-read it");
        assertThat(shell.effects("")).isEmpty();
        assertThat(shell.planPiped("").effects().get(0).certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-r$X a"})
    void the_known_part_of_short_flags_counts(String call) {
        assertThat(RM.plan(call).effects().get(0).traits()).containsExactly("recursive");
    }
}
