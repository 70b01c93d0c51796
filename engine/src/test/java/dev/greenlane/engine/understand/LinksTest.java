package dev.greenlane.engine.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.look.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Paths that lead through links. */
class LinksTest {

    private static final Understander UNDERSTANDER = Understander.load();
    private static final Surroundings PROJECT = new Surroundings(Optional.of("/work/app"), Optional.of("/home/ada"));

    @Test
    void a_link_that_the_call_makes_is_followed() {
        assertThat(found("ln -s ~/.ssh/id_rsa x; cat x", Files.NONE))
                .contains("file-read /home/ada/.ssh/id_rsa", "credential-access /home/ada/.ssh/id_rsa");
        assertThat(found("mkdir d && ln -s /etc d/e && cat d/e/shadow", Files.NONE))
                .contains("file-read /etc/shadow");
        assertThat(found("ln ~/.ssh/id_rsa && cat id_rsa", Files.NONE)).contains("file-read /home/ada/.ssh/id_rsa");
        assertThat(found("ln -s .. up; rm -rf up/*", Files.NONE)).contains("file-delete /work/*");
        assertThat(found("ln -s a b; ln -s b a; cat a", Files.NONE)).isNotEmpty();
    }

    @Test
    void a_link_on_disk_is_followed() {
        Tree files = new Tree().link("/work/app/keys", "/home/ada/.ssh").link("/work/app/notes", "/work/app/docs");
        assertThat(found("cat keys/id_rsa", files)).contains("credential-access /home/ada/.ssh/id_rsa");
        assertThat(found("echo x >> keys/authorized_keys", files))
                .contains("file-write /home/ada/.ssh/authorized_keys");
        assertThat(found("cat notes/a", files)).containsExactly("file-read /work/app/docs/a");
        assertThat(UNDERSTANDER
                        .understand(new ToolCall.ReadFile("Read", "keys/id_rsa"), PROJECT, files)
                        .effects())
                .extracting(Effect::target)
                .contains("/home/ada/.ssh/id_rsa");
    }

    @Test
    void to_delete_a_link_deletes_nothing_else() {
        Tree files = new Tree().link("/work/app/home", "/home/ada");
        assertThat(found("rm home", files)).containsExactly("file-delete /work/app/home");
        assertThat(found("rm -rf home/*", files)).containsExactly("file-delete /home/ada/*");
        assertThat(found("rm -rf home/notes", files)).containsExactly("file-delete /home/ada/notes");
    }

    @Test
    void a_project_that_is_reached_through_a_link_stays_a_project() {
        Tree files = new Tree().link("/work/app", "/data/app").link("/home/ada", "/data/ada");
        assertThat(found("cat a ~/b", files)).containsExactly("file-read /work/app/a", "file-read /home/ada/b");
    }

    private static List<String> found(String command, Files files) {
        return UNDERSTANDER
                .understand(new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX), PROJECT, files)
                .effects()
                .stream()
                .map(effect -> effect.kind().id() + " " + effect.target())
                .toList();
    }
}
