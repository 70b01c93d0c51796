package dev.greenlane.engine.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What tools run that read their tasks from settings: workspaces, tox, nox, poe, managers of hooks, aliases of the user. */
class ProjectToolsTest {

    private static final Understander UNDERSTANDER = Understander.load();
    private static final Surroundings PROJECT = new Surroundings(Optional.of("/work/app"), Optional.of("/home/ada"));

    @Test
    void a_script_of_a_workspace_runs_in_its_package() {
        Tree files = new Tree()
                .with("/work/app/package.json", "{\"workspaces\": [\"packages/*\", \"./tools\"]}")
                .with(
                        "/work/app/packages/web/package.json",
                        "{\"name\": \"@x/web\", \"scripts\": {\"tidy\": \"rm a\"}}")
                .with("/work/app/tools/package.json", "{\"name\": \"things\", \"scripts\": {\"tidy\": \"rm b\"}}");
        for (String command : List.of(
                "npm run tidy -w packages/web",
                "npm run tidy --workspace=@x/web",
                "npm -w ./packages/web run tidy",
                "yarn workspace @x/web tidy",
                "yarn workspace @x/web run tidy",
                "pnpm --filter @x/web run tidy")) {
            assertThat(found(command, files)).as(command).contains("file-delete /work/app/packages/web/a");
        }
        assertThat(found("npm run tidy -w things", files)).contains("file-delete /work/app/tools/b");
        assertThat(found("npm run tidy -w other", files)).containsExactly("runs-project-code npm run tidy");
    }

    @Test
    void workspaces_of_pnpm_stand_in_their_own_file() {
        Tree files = new Tree()
                .with("/work/app/package.json", "{}")
                .with("/work/app/pnpm-workspace.yaml", "packages:\n  - 'apps/*'\n")
                .with("/work/app/apps/api/package.json", "{\"name\": \"api\", \"scripts\": {\"tidy\": \"rm a\"}}");
        assertThat(found("pnpm -F api run tidy", files)).contains("file-delete /work/app/apps/api/a");
    }

    @Test
    void tox_runs_the_commands_of_an_environment() {
        Tree files = new Tree().with("/work/app/tox.ini", """
            [tox]
            env_list = py312, lint
            [testenv]
            commands =
                pytest {posargs:tests}
            [testenv:lint]
            commands_pre = rm a
            commands =
                - rm -r {toxinidir}/b
            """);
        assertThat(found("tox -e lint", files))
                .containsExactly("runs-project-code tests", "file-delete /work/app/a", "file-delete /work/app/b");
        assertThat(found("tox", files)).contains("file-delete /work/app/b");
        assertThat(found("tox -e py312", files)).doesNotContain("file-delete /work/app/b");
        assertThat(found("python -m tox -e lint", files)).contains("file-delete /work/app/b");
    }

    @Test
    void sessions_of_nox_are_python() {
        Tree files = new Tree().with("/work/app/noxfile.py", """
            import nox, shutil

            @nox.session
            def tidy(session):
                shutil.rmtree("/home/ada/notes")
                session.run("rm", "-r", "/home/ada/letters", external=True)
            """);
        assertThat(found("nox -s tidy", files))
                .contains("file-delete /home/ada/notes", "file-delete /home/ada/letters");
    }

    @Test
    void tasks_of_poe_are_followed() {
        Tree files = new Tree().with("/work/app/pyproject.toml", """
            [tool.poe.tasks]
            tidy = "rm a"
            deep = { shell = "rm b; rm c" }
            all = ["tidy", "deep"]

            [tool.poe.tasks.long]
            help = "everything"
            cmd = "rm d"
            """);
        assertThat(found("poe tidy", files)).contains("file-delete /work/app/a");
        assertThat(found("poe all", files))
                .contains("file-delete /work/app/a", "file-delete /work/app/b", "file-delete /work/app/c");
        assertThat(found("poe long", files)).contains("file-delete /work/app/d");
    }

    @Test
    void managers_of_hooks_run_what_their_settings_say() {
        Tree files = new Tree()
                .with("/work/app/lefthook.yml", """
                    pre-commit:
                      commands:
                        tidy:
                          run: rm a
                      jobs:
                        - run: rm b
                    """)
                .with("/work/app/package.json", "{\"lint-staged\": {\"*.js\": [\"rm c\", \"eslint --fix\"]}}")
                .with("/work/app/.git/config", "[core]\n\thooksPath = .husky/_\n")
                .with("/work/app/.husky/pre-commit", "rm d\n");
        assertThat(found("lefthook run pre-commit", files))
                .contains("file-delete /work/app/a", "file-delete /work/app/b");
        assertThat(found("npx lint-staged", files)).contains("file-delete /work/app/c");
        assertThat(found("git commit -m x", files)).contains("file-delete /work/app/d");
    }

    @Test
    void aliases_of_the_user_count_where_the_repository_has_none() {
        Tree files = new Tree()
                .with("/home/ada/.gitconfig", "[alias]\n\tnuke = !rm -rf ~/notes\n\tst = status\n")
                .with("/work/app/.git/config", "[alias]\n\tst = !rm a\n");
        assertThat(found("git nuke", files)).contains("file-delete /home/ada/notes");
        assertThat(found("git st", files)).contains("file-delete /work/app/a");
        assertThat(found("git st", new Tree().with("/home/ada/.gitconfig", "[alias]\nst = status")))
                .isEmpty();
        assertThat(found("git other", files)).containsExactly("unknown git other");
    }

    private static List<String> found(String command, Tree files) {
        ToolCall call = new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX);
        return UNDERSTANDER.understand(call, PROJECT, files).effects().stream()
                .map(effect -> effect.kind().id() + " " + effect.target())
                .toList();
    }
}
