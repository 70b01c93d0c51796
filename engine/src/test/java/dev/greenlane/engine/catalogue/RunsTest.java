package dev.greenlane.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.catalogue.Plan.PlannedRun;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.understand.project.ProjectFiles;
import org.junit.jupiter.api.Test;

class RunsTest {

    @Test
    void words_of_a_command_with_what_stands_behind_them() {
        Described xargs = Described.by("""
            program: xargs
            style: options-first
            flags: {"-I PATTERN": pattern}
            operands: [command...]
            runs:
              - {command: command, appends: stdin, when: "!pattern"}
              - {command: command, when: pattern}
            """);
        PlannedRun.Command run =
                (PlannedRun.Command) xargs.planPiped("rm -rf").runs().get(0);
        assertThat(Described.texts(run.words())).containsExactly("rm", "-rf");
        assertThat(run.appendsInput()).isTrue();
        assertThat(run.inside())
                .isEqualTo(new Plan.Inside(Place.HERE, java.util.Optional.empty(), java.util.Optional.empty(), false));
        assertThat(xargs.planPiped("-I {} rm {}").runs())
                .singleElement()
                .satisfies(one ->
                        assertThat(((PlannedRun.Command) one).appendsInput()).isFalse());
        assertThat(xargs.planPiped("").runs()).isEmpty();
    }

    @Test
    void code_files_and_standard_input() {
        Described bash = Described.by("""
            program: bash
            style: options-first
            flags: {"-c CODE": code}
            operands: [file, argument...]
            runs:
              - {script: code, language: shell}
              - {file: file, language: shell, when: "!code"}
              - {stdin: yes, language: shell, when: ["!code", "!file"]}
            """);
        PlannedRun.Script script =
                (PlannedRun.Script) bash.plan("-c ls x").runs().get(0);
        assertThat(Described.texts(script.code())).containsExactly("ls");
        PlannedRun.File file = (PlannedRun.File) bash.plan("a.sh -x y").runs().get(0);
        assertThat(file.path().value().display()).isEqualTo("a.sh");
        assertThat(Described.texts(file.arguments())).containsExactly("-x", "y");
        assertThat(bash.planPiped("").runs()).singleElement().isInstanceOf(PlannedRun.Input.class);
        assertThat(bash.plan("").runs()).isEmpty();
    }

    @Test
    void elsewhere_and_as_someone_else() {
        Described tool = Described.by("""
            program: tool
            style: options-first
            flags: {"-u USER": user}
            operands: [host, command...]
            runs:
              - {script: command, language: shell, at: remote, remote: host, as: other-user, when: user}
              - {command: command, at: container, when: "!user"}
            """);
        PlannedRun remote = tool.plan("-u root web ls -l").runs().get(0);
        assertThat(remote.inside().place()).isEqualTo(Place.REMOTE);
        assertThat(remote.inside().host())
                .hasValueSatisfying(host -> assertThat(host.value().display()).isEqualTo("web"));
        assertThat(remote.inside().otherUser()).isTrue();
        assertThat(Described.texts(((PlannedRun.Script) remote).code())).containsExactly("ls", "-l");
        assertThat(tool.plan("web ls").runs().get(0).inside().place()).isEqualTo(Place.CONTAINER);
    }

    @Test
    void every_form_of_project_file_has_a_reader() {
        assertThat(RunReader.PROJECT_FILES).isEqualTo(ProjectFiles.forms());
    }
}
