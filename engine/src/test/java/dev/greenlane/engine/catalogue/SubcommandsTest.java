package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubcommandsTest {

    private static final Described GIT = Described.by("""
        program: git
        flags:
          -C DIR: folder
          --force: force
        effects: [{file-read: folder}]
        subcommands:
          status, log:
          branch:
            flags:
              -C: copy
            effects: [{vcs-local-change: operand, when: "!copy", traits: [force?]}]
          stash:
            subcommands:
              "":
                flags: {"-m TEXT": message}
                effects: [{vcs-local-change: message|=stash}]
              drop: {operands: [name], effects: [{vcs-local-loss: name}]}
          remote:
            operands: [name, url]
            subcommands:
              add, set-url: {effects: [{vcs-remote-change: name}]}
              prune-*: {effects: [{vcs-local-loss: name}]}
              prune-all: {}
              "*": {effects: [{deploy: subcommand}]}
        """);

    @Test
    void flags_and_effects_of_the_level_above_hold_before_and_behind_the_subcommand() {
        assertThat(GIT.effects("-C a log")).containsExactly("file-read a");
        assertThat(GIT.effects("log -C a")).containsExactly("file-read a");
        assertThat(GIT.plan("--force branch x").effects().get(0).traits()).containsExactly("force");
        assertThat(GIT.plan("branch x --force").effects().get(0).traits()).containsExactly("force");
    }

    @Test
    void the_subcommands_own_flag_comes_first() {
        assertThat(GIT.effects("branch -C a")).isEmpty();
        assertThat(GIT.effects("-C a branch b")).containsExactly("file-read a", "vcs-local-change b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"frob", "$X", "lo$X", "* a", "stash frob", "remote $X", "-C a frob", "-- frob"})
    void what_is_not_described_is_said(String call) {
        Plan plan = GIT.plan(call);
        assertThat(plan.undescribed()).isPresent();
        assertThat(plan.effects()).isEmpty();
        assertThat(plan.runs()).isEmpty();
    }

    @Test
    void a_call_without_subcommand() {
        assertThat(GIT.effects("stash")).containsExactly("vcs-local-change stash");
        assertThat(GIT.effects("stash -m x")).containsExactly("vcs-local-change x");
        assertThat(GIT.effects("stash -- file")).containsExactly("vcs-local-change stash");
        assertThat(GIT.plan("").undescribed()).isEmpty();
        assertThat(GIT.effects("-C a")).containsExactly("file-read a");
    }

    @Test
    void exact_names_come_before_globs_and_globs_in_order() {
        assertThat(GIT.effects("remote prune-all x")).isEmpty();
        assertThat(GIT.effects("remote prune-old x")).containsExactly("vcs-local-loss x");
        assertThat(GIT.effects("remote other x")).containsExactly("deploy remote", "deploy other");
    }

    @Test
    void operands_above_hold_for_subcommands_without_their_own() {
        assertThat(GIT.effects("remote add a b")).containsExactly("vcs-remote-change a");
    }

    @Test
    void a_subcommand_can_be_like_another_program() {
        Map<String, String> files = Map.of("docker.yaml", """
            program: docker
            flags: {"-H HOST": host}
            subcommands:
              rm: {effects: [{process-control: operand}]}
              compose: {like: docker-compose}
            """, "compose.yaml", """
            program: docker-compose
            flags: {"-f FILE": file}
            subcommands:
              up, start: {effects: [{deploy: file|cwd}]}
            """, "podman.yaml", """
            program: podman
            like: docker
            flags: {"-H, --url HOST": url}
            effects: [{network-send: url}]
            subcommands:
              rm: {effects: [{file-delete: operand}]}
              up: {}
            """);
        Described docker = Described.by(files, "docker.yaml");
        assertThat(docker.effects("compose -f a up")).containsExactly("deploy a");
        Described podman = Described.by(files, "podman.yaml");
        assertThat(podman.plan("").program()).isEqualTo("podman");
        assertThat(podman.effects("-H a compose start")).containsExactly("network-send a", "deploy .");
        assertThat(podman.effects("rm a")).containsExactly("file-delete a");
    }
}
