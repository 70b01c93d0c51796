package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlagsTest {

    private static final Described GNU = Described.by("""
        program: tool
        flags:
          -r, -R, --recursive: recursive
          -o, --output FILE: output
          -i, --in-place[=SUFFIX]: in-place
          --pair FIRST SECOND: pair
          --both FILE: [output, pair]
          -v:
        operands: [path...]
        effects:
          - file-write: output
          - file-delete: path
            traits: [recursive?]
          - file-read: in-place
          - network-fetch: pair
        """);

    @ParameterizedTest
    @CsvSource({
        "-o x, file-write x",
        "-ox, file-write x",
        "-o=x, file-write x",
        "-vo x, file-write x",
        "-rvox, file-write x",
        "--output x, file-write x",
        "--output=x, file-write x",
        "--output=a=b, file-write a=b",
        "--outp x, file-write x",
        "--outp=x, file-write x",
        "-o -x, file-write -x",
        "-o --, file-write --",
        "-o $X, file-write $X",
        "-o$X, file-write $X",
        "--output=$X, file-write $X",
        "--output=a$X, file-write a$X",
    })
    void a_value_stands_in_the_same_word_or_the_next(String call, String effect) {
        assertThat(GNU.effects(call)).containsExactly(effect);
    }

    @Test
    void flags_stand_around_the_first_operand_where_the_style_says_so() {
        Described ssh = Described.by("""
            program: tool
            style: options-around-first
            flags: {"-p PORT": port}
            operands: [host, command...]
            effects: [{network-fetch: port}, {file-read: host}, {file-write: command}]
            """);
        assertThat(ssh.effects("-p 1 h c -p 2"))
                .containsExactly("network-fetch 1", "file-read h", "file-write c", "file-write -p", "file-write 2");
        assertThat(ssh.effects("h -p 1 c")).containsExactly("network-fetch 1", "file-read h", "file-write c");
    }

    @Test
    void one_letter_is_enough_where_only_one_flag_begins_so() {
        Described reset = Described.by("""
            program: tool
            flags: {"--hard": force, "--soft, --mixed":}
            effects: [{file-delete: cwd, when: [force]}]
            """);
        assertThat(reset.effects("--h")).containsExactly("file-delete .");
        assertThat(reset.effects("--s")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-i.bak x, file-read .bak", "-vi.bak x, file-read .bak", "--in-place=.bak x, file-read .bak"})
    void an_optional_value_stands_only_in_the_same_word(String call, String effect) {
        assertThat(GNU.effects(call)).containsExactly("file-delete x", effect);
        assertThat(GNU.effects("-i x")).containsExactly("file-delete x");
        assertThat(GNU.effects("--in-place x")).containsExactly("file-delete x");
    }

    @Test
    void a_flag_can_have_several_values_and_several_names() {
        assertThat(GNU.effects("--pair a b c")).containsExactly("file-delete c", "network-fetch a", "network-fetch b");
        assertThat(GNU.effects("--both a")).containsExactly("file-write a", "network-fetch a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-r x", "-R x", "--recursive x", "--rec x", "-vr x", "x -r", "-r -- x", "--unknown -r x", "-zr x"
            })
    void a_switch_is_set_wherever_it_stands(String call) {
        assertThat(GNU.plan(call).effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.traits()).containsExactly("recursive"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-v x", "-- x", "--recursive=false x", "-r --no-recursive x", "x"})
    void a_switch_is_not_set_without_being_named(String call) {
        assertThat(GNU.plan(call).effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.traits()).isEmpty());
    }

    @Test
    void behind_two_dashes_every_word_is_an_operand() {
        assertThat(GNU.effects("a -- -r --output"))
                .containsExactly("file-delete a", "file-delete -r", "file-delete --output");
        assertThat(GNU.effects("-")).containsExactly("file-delete -");
    }

    @Test
    void a_value_that_is_missing_is_no_value() {
        assertThat(GNU.effects("-o")).isEmpty();
        assertThat(GNU.effects("--pair a")).containsExactly("network-fetch a");
    }

    @Test
    void a_long_flag_that_could_be_two_is_none() {
        Described tool = Described.by("""
            program: tool
            flags:
              --output FILE: output
              --outer FILE: outer
              --dry-run: dry-run
            effects: [{file-write: output}, {file-read: outer}, {file-delete: operand}]
            """);
        assertThat(tool.effects("--out x")).containsExactly("file-delete x");
        assertThat(tool.effects("--oute x")).containsExactly("file-read x");
        assertThat(tool.effects("--dry x")).containsExactly("file-delete x");
        assertThat(tool.effects("--dry-r x")).isEmpty();
    }

    @Test
    void options_first_ends_flags_at_the_first_operand() {
        Described tool = Described.by("""
            program: tool
            style: options-first
            flags:
              -u, --user NAME: user
            operands: [command...]
            effects: [{file-read: user}, {file-delete: command}]
            """);
        assertThat(tool.effects("-u me run -u you"))
                .containsExactly("file-read me", "file-delete run", "file-delete -u", "file-delete you");
    }

    @Test
    void single_dash_flags_are_never_split() {
        Described tool = Described.by("""
            program: tool
            style: single-dash
            flags:
              -name PATTERN: name
              -n: nothing
              -D[KEY]: key
            effects: [{file-read: name}, {file-delete: operand}, {file-write: key}]
            """);
        assertThat(tool.effects("-name a b")).containsExactly("file-read a", "file-delete b");
        assertThat(tool.effects("-name=a b")).containsExactly("file-read a", "file-delete b");
        assertThat(tool.effects("--name a b")).containsExactly("file-read a", "file-delete b");
        assertThat(tool.effects("-nam a b")).containsExactly("file-delete a", "file-delete b");
        assertThat(tool.effects("-Da=b c")).containsExactly("file-delete c", "file-write a=b");
    }

    @Test
    void bundle_first_reads_the_first_word_as_flags() {
        Described tar = Described.by("""
            program: tool
            style: bundle-first
            flags:
              -c: create
              -f FILE: archive
              -C DIR: folder
            effects: [{file-write: archive, when: create}, {file-read: folder}, {file-delete: operand}]
            """);
        assertThat(tar.effects("cf a.tar x")).containsExactly("file-write a.tar", "file-delete x");
        assertThat(tar.effects("cfC a.tar d x")).containsExactly("file-write a.tar", "file-read d", "file-delete x");
        assertThat(tar.effects("-cf a.tar c")).containsExactly("file-write a.tar", "file-delete c");
    }

    @Test
    void words_with_an_equals_sign_and_other_signs_can_be_flags() {
        Described dd = Described.by("""
            program: dd
            flags:
              if=FILE: input
              of=FILE: output
              "!": negated
            effects: [{file-read: input}, {file-write: output, when: "!negated"}, {file-delete: operand}]
            """);
        assertThat(dd.effects("if=a of=b=c d=e")).containsExactly("file-read a", "file-write b=c", "file-delete d=e");
        assertThat(dd.effects("of=$X")).containsExactly("file-write $X");
        assertThat(dd.effects("! of=x")).isEmpty();
    }

    @Test
    void assignments_stand_before_the_first_operand() {
        Described env = Described.by("""
            program: env
            style: options-first
            flags:
              NAME=VALUE: assignment
            operands: [command...]
            effects: [{file-read: assignment}, {file-delete: command}]
            """);
        assertThat(env.effects("A=b C=$D run X=y"))
                .containsExactly("file-read A=b", "file-read C=$D", "file-delete run", "file-delete X=y");
    }

    @Test
    void a_command_takes_the_words_up_to_its_end() {
        Described find = Described.by("""
            program: find
            style: single-dash
            flags:
              -exec COMMAND...;: exec
              -o:
            operands: [path...]
            effects: [{file-read: path}]
            runs: [{command: exec, appends: path}]
            """);
        Plan plan = find.plan("a -exec rm -f {} ; -o -exec expr 1 + 2 {} + b -exec ls");
        assertThat(plan.runs().stream().map(run -> Described.texts(((Plan.PlannedRun.Command) run).words())))
                .containsExactly(
                        java.util.List.of("rm", "-f", "{}"),
                        java.util.List.of("expr", "1", "+", "2", "{}"),
                        java.util.List.of("ls"));
        assertThat(plan.effects()).hasSize(2);
    }
}
