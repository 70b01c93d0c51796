package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpAndRehearsalTest {

    private static final Described TOOL = Described.by("""
        program: tool
        flags:
          -h: help
          -n: dry-run
          --dry-run[=MODE]: dry-run
          --plan: dry-run
          -r: recursive
        effects: [{file-read: operand}, {file-delete: operand}]
        """);

    @ParameterizedTest
    @ValueSource(strings = {"--help x", "x --version", "-h x", "-rh x"})
    void help_has_no_effect_but_reads(String call) {
        assertThat(TOOL.plan(call).harmless()).isTrue();
        assertThat(TOOL.effects(call)).containsExactly("file-read x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-n x", "--dry-run x", "--dry-run=client x", "x --plan"})
    void a_rehearsal_has_no_effect_but_reads(String call) {
        assertThat(TOOL.plan(call).rehearsal()).isTrue();
        assertThat(TOOL.effects(call)).containsExactly("file-read x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--dry-run=none x",
                "--dry-run=false x",
                "--dry-run=$MODE x",
                "--plan=false x",
                "--plan=$X x",
                "--plan --no-plan x",
                "--dry-run --dry-run=none x",
                "-- x --help",
                "x --hel",
            })
    void what_only_looks_like_one_is_none(String call) {
        assertThat(TOOL.effects(call)).contains("file-read x", "file-delete x");
    }

    @Test
    void help_of_a_program_that_runs_others_is_theirs() {
        Described env = Described.by("""
            program: env
            operands: [command...]
            runs: [{command: command}]
            """);
        assertThat(env.plan("tool --help").harmless()).isFalse();
        Described nice = Described.by("""
            program: nice
            style: options-first
            operands: [command...]
            runs: [{command: command}]
            """);
        assertThat(nice.plan("--help").harmless()).isTrue();
        assertThat(nice.plan("tool --help").harmless()).isFalse();
        assertThat(nice.plan("tool --help").runs()).hasSize(1);
    }

    @Test
    void the_subcommand_help_is_help() {
        Described tool = Described.by("""
            program: tool
            subcommands:
              "*": {effects: [{deploy: subcommand}]}
            """);
        assertThat(tool.plan("help it").harmless()).isTrue();
        assertThat(tool.effects("help it")).isEmpty();
        assertThat(tool.effects("it help")).containsExactly("deploy it");
    }
}
