package dev.greenlane.engine.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.Certainty;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.look.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a call leads to: tasks that files of the project describe. */
class ProjectTasksTest {

    private static final Understander UNDERSTANDER = Understander.load();
    private static final Surroundings PROJECT = new Surroundings(Optional.of("/work/app"), Optional.of("/home/ada"));

    @Test
    void a_script_of_the_package_is_followed() {
        Tree files = packageScripts("\"clean\": \"rm -rf dist ~/notes\"");
        assertThat(found("npm run clean", files))
                .containsExactly(
                        "runs-project-code npm run clean", "file-delete /work/app/dist", "file-delete /home/ada/notes");
        assertThat(effects("npm run clean", files).get(1).circumstances()).satisfies(circumstances -> {
            assertThat(circumstances.certainty()).isEqualTo(Certainty.LIKELY);
            assertThat(circumstances.traits()).contains("project-code");
            assertThat(circumstances.span().in("npm run clean")).isEqualTo("npm run clean");
        });
    }

    @Test
    void every_manager_of_packages_runs_the_same_scripts() {
        Tree files = packageScripts("\"test\": \"rm x\"");
        for (String command : List.of(
                "npm test",
                "npm t",
                "npm run-script test",
                "pnpm test",
                "pnpm run test",
                "yarn test",
                "yarn run test",
                "bun run test")) {
            assertThat(found(command, files)).as(command).contains("file-delete /work/app/x");
        }
    }

    @Test
    void scripts_before_and_behind_one_run_with_it_and_arguments_go_to_it() {
        Tree files = packageScripts("\"prego\": \"touch a\", \"go\": \"rm -r\", \"postgo\": \"touch b\"");
        assertThat(found("npm run go -- 'x y'", files))
                .containsExactly(
                        "runs-project-code npm run go",
                        "file-write /work/app/a",
                        "file-delete /work/app/x y",
                        "file-write /work/app/b");
    }

    @Test
    void a_script_runs_in_the_folder_of_its_package() {
        Tree files = new Tree().with("/work/app/web/package.json", "{\"scripts\": {\"x\": \"rm y\"}}");
        assertThat(found("npm --prefix web run x", files)).contains("file-delete /work/app/web/y");
        assertThat(found("cd web/src && npm run x", files)).contains("file-delete /work/app/web/y");
        assertThat(found("npm run x", files)).containsExactly("runs-project-code npm run x");
    }

    @Test
    void what_a_script_runs_in_turn_is_followed_until_it_runs_itself() {
        assertThat(found("npm run a", packageScripts("\"a\": \"npm run b\", \"b\": \"rm ~/x\"")))
                .contains("file-delete /home/ada/x");
        assertThat(unread("npm run a", packageScripts("\"a\": \"npm run b\", \"b\": \"npm run a\"")))
                .containsExactly("runs itself again");
    }

    @Test
    void what_is_not_understood_in_a_script_is_said_to_be_of_the_project() {
        assertThat(effects("npm run x", packageScripts("\"x\": \"mystery --all\"")))
                .filteredOn(effect -> effect.kind() == EffectKind.UNKNOWN)
                .singleElement()
                .satisfies(effect -> assertThat(effect.circumstances().traits()).containsExactly("project-code"));
    }

    @Test
    void a_file_that_is_too_large_is_not_taken_for_harmless() {
        Tree files = packageScripts("\"x\": \"" + "y".repeat(300_000) + "\"");
        assertThat(unread("npm run x", files)).containsExactly("is too large to read, or one file too many");
    }

    @Test
    void where_nothing_can_be_seen_a_task_is_code_of_the_project() {
        for (String command : List.of("npm test", "make all", "just x", "task x", "docker build .", "pre-commit run")) {
            assertThat(UNDERSTANDER
                            .understand(
                                    new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX), PROJECT, Files.NONE)
                            .effects())
                    .as(command)
                    .extracting(Effect::kind)
                    .containsExactly(EffectKind.RUNS_PROJECT_CODE);
        }
    }

    @Test
    void a_target_is_made_after_what_it_needs() {
        Tree files = new Tree()
                .with("/work/app/Makefile", """
                    DIR ?= build
                    OUT := $(DIR)/out
                    all: prepare
                    \t@mkdir $(OUT) && \\
                    \t  touch $(OUT)/x
                    prepare: ; -rm -rf $(OUT)
                    include more.mk
                    """)
                .with("/work/app/more.mk", "wipe:\n\trm -rf $(HOME_OF_ALL)\nHOME_OF_ALL = /home\n");
        assertThat(found("make", files))
                .containsExactly(
                        "runs-project-code make",
                        "file-delete /work/app/build/out",
                        "file-write /work/app/build/out",
                        "file-write /work/app/build/out/x");
        assertThat(found("make all DIR=/srv", files)).contains("file-delete /srv/out");
        assertThat(found("make wipe", files)).contains("file-delete /home");
        assertThat(found("make -n wipe", files)).isEmpty();
    }

    @Test
    void files_are_made_by_patterns_and_names_stand_for_them() {
        Tree files =
                new Tree().with("/work/app/sub/Makefile", "app: a.o b.o\n\tcp $^ ~/$@\n%.o: %.c\n\tcp $< /srv/$*.o\n");
        assertThat(found("make -C sub", files))
                .contains("file-read /work/app/sub/a.c", "file-write /srv/a.o", "file-write /home/ada/app");
    }

    @Test
    void a_recipe_gets_its_arguments() {
        Tree files = new Tree().with("/work/app/justfile", """
            where := "dist"
            clean: (drop)
                rm -rf {{where}}
            wipe dir *rest:
                rm -rf {{dir}} {{rest}}
            drop:
                #!/usr/bin/env python3
                import shutil
                shutil.rmtree("/srv/x")
            """);
        assertThat(found("just", files)).contains("file-delete /srv/x", "file-delete /work/app/dist");
        assertThat(found("just wipe ~/a b", files)).contains("file-delete /home/ada/a", "file-delete /work/app/b");
    }

    @Test
    void a_task_runs_after_its_dependencies() {
        Tree files = new Tree()
                .with("/work/app/Taskfile.yml", """
                    version: '3'
                    vars: {D: build}
                    includes: {sub: ./sub}
                    tasks:
                      clean:
                        deps: [first]
                        dir: web
                        cmds:
                          - rm -rf {{.D}} {{.CLI_ARGS}}
                          - task: sub:x
                      first: touch a
                    """)
                .with("/work/app/./sub/Taskfile.yml", "tasks: {x: {cmds: [rm ~/b]}}");
        assertThat(found("task clean -- c", files))
                .contains(
                        "file-write /work/app/a",
                        "file-delete /work/app/web/build",
                        "file-delete /work/app/web/c",
                        "file-delete /home/ada/b");
    }

    @Test
    void an_alias_of_the_repository_is_followed() {
        Tree files = new Tree()
                .with(
                        "/work/app/.git/config",
                        "[alias]\n\tst = status -sb\n\twipe = \"!rm -rf ~/x && git\" ; all of it\n");
        assertThat(found("git st", files)).isEmpty();
        assertThat(found("git wipe push origin main", files))
                .contains("file-delete /home/ada/x", "vcs-remote-change origin/main");
        assertThat(unread("git other", files)).hasSize(1);
    }

    @Test
    void hooks_run_with_what_they_are_for() {
        Tree files = new Tree()
                .with("/work/app/.git/config", "[core]\n\thooksPath = .husky\n")
                .with("/work/app/.husky/pre-commit", "npm test\n")
                .with("/work/app/.git/hooks/pre-commit", "rm -rf ~/never\n")
                .with("/work/app/package.json", "{\"scripts\": {\"test\": \"rm -rf ~/x\"}}");
        assertThat(found("git commit -m x", files))
                .contains("file-delete /home/ada/x")
                .doesNotContain("file-delete /home/ada/never");
        assertThat(found("git commit --no-verify -m x", files)).doesNotContain("file-delete /home/ada/x");
    }

    @Test
    void local_checks_before_a_commit_are_followed() {
        Tree files = new Tree().with("/work/app/.pre-commit-config.yaml", """
            repos:
              - repo: local
                hooks:
                  - {id: a, entry: touch, args: [x y], language: system}
                  - {id: b, entry: rm -rf ~/x, language: system}
              - repo: https://example.com/other
                hooks: [{id: c, entry: rm -rf ~/y}]
            """);
        assertThat(found("pre-commit run --all-files", files))
                .containsExactly(
                        "runs-project-code pre-commit checks", "file-write /work/app/x y", "file-delete /home/ada/x");
        assertThat(found("pre-commit run a", files)).doesNotContain("file-delete /home/ada/x");
    }

    @Test
    void an_image_is_built_in_a_container() {
        Tree files = new Tree().with("/work/app/Dockerfile", """
            FROM debian
            RUN --mount=type=cache,target=/x apt-get update && \\
                # the lists are large
                rm -rf /var/lib/apt/lists/*
            RUN ["rm", "-r", "/app"]
            RUN <<EOF
            rm /etc/motd
            EOF
            """);
        assertThat(effects("docker build -t x .", files))
                .filteredOn(effect -> effect.kind() == EffectKind.FILE_DELETE)
                .allSatisfy(effect -> assertThat(effect.circumstances().place()).isEqualTo(Place.CONTAINER))
                .extracting(Effect::target)
                .containsExactly("/var/lib/apt/lists/*", "/app", "/etc/motd");
    }

    @Test
    void a_service_is_judged_as_the_container_it_would_start() {
        Tree files = new Tree().with("/work/app/compose.yaml", """
            services:
              web: {image: a, command: rm -rf /x, depends_on: {db: {condition: service_started}}}
              db: {image: b, privileged: true, volumes: ["/:/host"]}
              other: {image: c}
            """);
        assertThat(found("docker compose up -d web", files))
                .contains("privilege-change root on this machine", "file-delete /x")
                .doesNotContain("package-install c");
    }

    private static Tree packageScripts(String scripts) {
        return new Tree().with("/work/app/package.json", "{\"name\": \"app\", \"scripts\": {" + scripts + "}}");
    }

    private static List<String> found(String command, Files files) {
        return effects(command, files).stream()
                .map(effect -> effect.kind().id() + " " + effect.target())
                .toList();
    }

    private static List<String> unread(String command, Files files) {
        return effects(command, files).stream()
                .filter(Effect.NotUnderstood.class::isInstance)
                .filter(effect -> !effect.circumstances().traits().contains("project-code"))
                .map(effect -> ((Effect.NotUnderstood) effect).reason())
                .toList();
    }

    private static List<Effect> effects(String command, Files files) {
        return UNDERSTANDER
                .understand(new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX), PROJECT, files)
                .effects();
    }
}
