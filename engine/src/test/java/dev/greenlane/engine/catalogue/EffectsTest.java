package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Reversibility;
import dev.greenlane.syntax.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectsTest {

    @Test
    void a_target_is_the_first_that_is_present() {
        Described tool = Described.by("""
            program: tool
            flags: {"-o FILE": output}
            operands: [path...]
            effects: [{file-write: output|path|cwd}, {file-read: path|stdin}, {deploy: path|=everything}]
            """);
        assertThat(tool.effects("-o x y")).containsExactly("file-write x", "file-read y", "deploy y");
        assertThat(tool.effects("y z"))
                .containsExactly("file-write y", "file-write z", "file-read y", "file-read z", "deploy y", "deploy z");
        assertThat(tool.effects("")).containsExactly("file-write .", "deploy everything");
        assertThat(tool.effectsPiped("")).containsExactly("file-write .", "file-read stdin", "deploy everything");
    }

    @ParameterizedTest
    @CsvSource({
        "push a b, a/b",
        "push a b c, a/b c",
        "push a, a",
        "push $R b, $R/b",
        "push --tag t a b, a/b:t",
    })
    void a_template_leaves_out_what_is_absent(String call, String target) {
        Described git = Described.by("""
            program: git
            subcommands:
              push:
                flags: {"--tag NAME": tag}
                operands: [remote, branch...]
                effects: [{vcs-remote-change: "={remote}/{branch}:{tag}"}]
            """);
        assertThat(git.effects(call)).containsExactly("vcs-remote-change " + target);
        assertThat(git.effects("push")).isEmpty();
    }

    @Test
    void a_target_that_the_call_does_not_say_is_not_known() {
        Described tool =
                Described.by("program: edit\noperands: [path]\neffects: [{file-write: 'path|?the open file'}]");
        assertThat(tool.effects("a")).containsExactly("file-write a");
        assertThat(tool.effects("")).containsExactly("file-write the open file");
        Plan.Target target = tool.plan("").effects().get(0).target();
        assertThat(((Plan.Target.Word) target).argument().value().hasNoHole()).isFalse();
    }

    @Test
    void a_template_can_name_the_subcommand() {
        Described aws = Described.by("""
            program: aws
            subcommands:
              ec2:
                subcommands:
                  stop-*: {effects: [{cloud-change: "={subcommand} {operand}"}]}
            """);
        assertThat(aws.effects("ec2 stop-instances i-1")).containsExactly("cloud-change ec2 stop-instances i-1");
        assertThat(aws.plan("ec2 stop-instances").subcommands()).containsExactly("ec2", "stop-instances");
    }

    @Test
    void text_of_the_description_stands_in_the_place_of_the_command() {
        Described tool = Described.by("program: tool\neffects: [{system-change: =power}, {deploy: '={operand}!'}]");
        List<Plan.PlannedEffect> effects = tool.plan("a bc").effects();
        assertThat(((Plan.Target.Word) effects.get(0).target()).argument().span())
                .isEqualTo(new Span(0, 4));
        assertThat(((Plan.Target.Word) effects.get(1).target()).argument().span())
                .isEqualTo(new Span(0, 4));
    }

    @Test
    void properties_are_handed_on() {
        Described tool = Described.by("""
            program: tool
            flags: {"-f": force, "-r": recursive, "-d DATA": data, "-T FILE": upload}
            effects:
              - network-send: operand
                traits: [all, force?, recursive?]
                carries: [data, "@upload", stdin]
                certainty: likely
                reversible: no
            """);
        Plan.PlannedEffect effect =
                tool.planPiped("-f -d x -T key host").effects().get(0);
        assertThat(effect.traits()).containsExactlyInAnyOrder("all", "force");
        assertThat(Described.texts(effect.carries())).containsExactly("x", "@key");
        assertThat(effect.carriesInput()).isTrue();
        assertThat(effect.certainty()).isEqualTo(Certainty.LIKELY);
        assertThat(effect.reversibility()).contains(Reversibility.IRREVERSIBLE);
        assertThat(tool.plan("host").effects().get(0).carriesInput()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'', absent either",
        "-m GET, present other either",
        "-m POST, present post",
        "-m POST -m GET, present post either",
        "-m DELETE, present other",
        "-m $M, present post? other? either?",
        "-m P$M, present post? other?",
        "-m PO*, present post? other?",
        "-m G$M, present other either",
    })
    void an_effect_is_planned_when_its_conditions_hold_and_is_possible_where_that_is_not_known(
            String call, String expected) {
        Described curl = Described.by("""
            program: curl
            flags: {"-m METHOD": method}
            operands: []
            effects:
              - {deploy: =present, when: [method]}
              - {deploy: =absent, when: "!method"}
              - {deploy: =post, when: [method=P?ST]}
              - {deploy: =other, when: [method, "method!=POST"]}
              - {deploy: =either, when: ["method=G*|!method"]}
              - {deploy: =piped, when: [stdin]}
            """);
        assertThat(curl.plan(call).effects().stream()
                        .map(effect -> Described.target(effect.target())
                                + (effect.certainty() == Certainty.POSSIBLE ? "?" : "")))
                .containsExactly(expected.split(" "));
        assertThat(curl.effectsPiped(call)).last().isEqualTo("deploy piped");
    }
}
