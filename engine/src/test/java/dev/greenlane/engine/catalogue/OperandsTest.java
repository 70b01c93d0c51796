package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperandsTest {

    @Test
    void without_a_list_all_words_are_operands() {
        Described tool = Described.by("program: tool\neffects: [{file-read: operand}]");
        assertThat(tool.effects("a b")).containsExactly("file-read a", "file-read b");
    }

    @Test
    void the_first_name_takes_the_first_word() {
        Described grep = Described.by("""
            program: grep
            flags:
              -e PATTERN: pattern
            operands: [pattern, file...]
            effects: [{file-read: file}]
            """);
        assertThat(grep.effects("x a b")).containsExactly("file-read a", "file-read b");
        assertThat(grep.effects("x")).isEmpty();
        assertThat(grep.effects("-e x a b")).containsExactly("file-read a", "file-read b");
    }

    @Test
    void the_last_name_takes_the_last_word() {
        Described mv = Described.by("""
            program: mv
            flags:
              -t DIR: destination
            operands: [source..., destination]
            effects: [{file-delete: source}, {file-write: destination}]
            """);
        assertThat(mv.effects("a b c")).containsExactly("file-delete a", "file-delete b", "file-write c");
        assertThat(mv.effects("a b")).containsExactly("file-delete a", "file-write b");
        assertThat(mv.effects("a")).containsExactly("file-delete a");
        assertThat(mv.effects("-t c a b")).containsExactly("file-delete a", "file-delete b", "file-write c");
    }

    @Test
    void words_beyond_the_list_are_ignored() {
        Described tool = Described.by("program: tool\noperands: [file]\neffects: [{file-read: file}]");
        assertThat(tool.effects("a b")).containsExactly("file-read a");
        assertThat(Described.by("program: tool\noperands: []\neffects: [{file-read: =x}]")
                        .effects("a"))
                .containsExactly("file-read x");
    }

    @Test
    void words_behind_dashes_can_be_kept_apart() {
        Described checkout = Described.by("""
            program: checkout
            operands: [ref, path...]
            behind-dashes: [path...]
            effects: [{vcs-local-change: ref}, {vcs-local-loss: path}]
            """);
        assertThat(checkout.effects("-- a b")).containsExactly("vcs-local-loss a", "vcs-local-loss b");
        assertThat(checkout.effects("main -- a")).containsExactly("vcs-local-change main", "vcs-local-loss a");
        assertThat(checkout.effects("main a")).containsExactly("vcs-local-change main", "vcs-local-loss a");
    }
}
