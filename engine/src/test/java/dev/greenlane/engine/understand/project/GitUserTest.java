package dev.greenlane.engine.understand.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Identity;
import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.look.RealFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitUserTest {
    @TempDir
    private Path root;

    private Path deep = Path.of("");

    @BeforeEach
    void folders() throws Exception {
        deep = Files.createDirectories(root.resolve("app/src/main"));
        Files.createDirectories(root.resolve("app/.git"));
        Files.createDirectories(root.resolve("home"));
    }

    private Identity user() {
        Surroundings place = new Surroundings(
                Optional.of(deep.toString()), Optional.of(root.resolve("home").toString()));
        return GitUser.at(place, Optional.of("ada"), new RealFiles());
    }

    @Test
    void the_repository_comes_before_the_home() throws Exception {
        Files.writeString(root.resolve("home/.gitconfig"), "[user]\n\tname = Ada L.\n\temail = ada@example.com\n");
        assertThat(user()).isEqualTo(new Identity(Optional.of("ada"), Optional.of("Ada L."), mail("ada@example.com")));
        Files.writeString(root.resolve("app/.git/config"), "[user]\n\temail = \"ada@work.example\" ; at work\n");
        assertThat(user()).isEqualTo(new Identity(Optional.of("ada"), Optional.of("Ada L."), mail("ada@work.example")));
    }

    @Test
    void where_git_knows_nobody_the_account_is_left() {
        assertThat(user()).isEqualTo(new Identity(Optional.of("ada"), Optional.empty(), Optional.empty()));
    }

    private static Optional<String> mail(String address) {
        return Optional.of(address);
    }
}
