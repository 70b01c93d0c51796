package dev.greenlane.engine.understand.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.effect.PathTarget;
import dev.greenlane.engine.effect.PathTarget.Scope;
import dev.greenlane.engine.value.Piece;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathReaderTest {

    private static final PathClasses CLASSES = PathClasses.load();
    private static final PathReader PROJECT =
            new PathReader(CLASSES, Optional.of("/home/ada/app"), Optional.of("/home/ada"));
    private static final PathReader NOWHERE = new PathReader(CLASSES, Optional.empty(), Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "/, ROOT",
        "/*, ROOT",
        "/etc, SYSTEM",
        "/etc/hosts, SYSTEM",
        "/home, SYSTEM",
        "/et[c], SYSTEM",
        "/dev/sda, DEVICE",
        "/dev/null, STREAM",
        "/dev/shm/x, TEMP",
        "~, HOME_ROOT",
        "~/, HOME_ROOT",
        "/home/ada, HOME_ROOT",
        "/home/bob, HOME_ROOT",
        "/root, HOME_ROOT",
        "~/notes, HOME",
        "., WORKSPACE_ROOT",
        "*, WORKSPACE_ROOT",
        ".*, WORKSPACE_ROOT",
        "./src/.., WORKSPACE_ROOT",
        "/home/ada/app, WORKSPACE_ROOT",
        "src, WORKSPACE",
        "*.log, WORKSPACE",
        "src/*, WORKSPACE",
        ".., HOME_ROOT",
        "../other, HOME",
        "../.., SYSTEM",
        "/tmp, TEMP_ROOT",
        "/tmp/*, TEMP_ROOT",
        "/tmp/x, TEMP",
        "/tmp/../etc, SYSTEM",
        "/data, ELSEWHERE",
        "/tmp/.., ROOT"
    })
    void saysWhereAPathLies(String path, Scope scope) {
        assertThat(read(PROJECT, path).scope()).isEqualTo(scope);
    }

    @ParameterizedTest
    @CsvSource({
        "., WORKSPACE_ROOT",
        "src, WORKSPACE",
        ".., ABOVE_WORKSPACE",
        "../x, ELSEWHERE",
        "~, HOME_ROOT",
        "../*, ABOVE_WORKSPACE"
    })
    void saysWhereAPathLiesWithoutKnowingTheFolder(String path, Scope scope) {
        assertThat(read(NOWHERE, path).scope()).isEqualTo(scope);
    }

    @ParameterizedTest
    @CsvSource({
        "~/.ssh/id_ed25519, ssh-key", ".env, env-file", "config/.env.production, env-file", "~/.bashrc, shell-startup",
        ".git/hooks/pre-commit, git-hooks", ".git, git-internals", "node_modules/x/y.js, regenerable",
                "/etc/shadow, system-auth",
        ".claude/settings.json, agent-settings", "~/.aws/cred*, credential-file", "server.k??, certificate-key"
    })
    void saysWhatAPathIs(String path, String className) {
        assertThat(read(PROJECT, path).classes()).contains(className);
    }

    @Test
    void aProjectInAFolderForTemporaryFilesIsNoBuildOutput() {
        PathReader project = new PathReader(CLASSES, Optional.of("/tmp/app"), Optional.of("/home/ada"));
        assertThat(read(project, "important").classes()).doesNotContain("regenerable");
        assertThat(read(project, "/tmp/app/src/a.c").classes()).doesNotContain("regenerable");
        assertThat(read(project, "build/x.o").classes()).contains("regenerable");
        assertThat(read(project, "/tmp/other").classes()).contains("regenerable");
    }

    @ParameterizedTest
    @CsvSource({"~/.ssh/id_ed25519.pub", ".env.example", "*", "src/*", "environment.ts"})
    void takesOrdinaryFilesForOrdinary(String path) {
        assertThat(read(PROJECT, path).classes())
                .doesNotContain("ssh-key", "env-file", "credential-file", "certificate-key");
    }

    @Test
    void aHomeIsAHomeWhereverItLies() {
        PathReader reader = new PathReader(CLASSES, Optional.of("/srv/ci/home/app"), Optional.of("/srv/ci/home"));
        assertThat(read(reader, "~").scope()).isEqualTo(Scope.HOME_ROOT);
        assertThat(read(reader, "/srv/ci/home/.ssh/id_work").classes()).contains("ssh-key");
        assertThat(read(reader, "src").scope()).isEqualTo(Scope.WORKSPACE);
        assertThat(read(reader, "..").scope()).isEqualTo(Scope.HOME_ROOT);
    }

    @Property
    void anyTextIsAPath(@ForAll @StringLength(max = 80) String path, @ForAll @StringLength(max = 20) String folder) {
        assertThat(read(PROJECT, path)).isNotNull();
        assertThat(NOWHERE.read(Value.of(path), NOWHERE.resolve(Value.of(folder), NOWHERE.workspace())))
                .isNotNull();
    }

    /** Globs as the shell leaves them: characters of a pattern are active. */
    private static PathTarget read(PathReader reader, String path) {
        List<Piece> pieces = new ArrayList<>();
        for (String part : path.split("(?<=[*?\\]])|(?=[*?\\[])")) {
            boolean glob = part.equals("*") || part.equals("?") || part.startsWith("[") && part.endsWith("]");
            pieces.add(glob ? new Piece.Glob(part) : new Piece.Text(part));
        }
        return reader.read(new Value(pieces), reader.workspace());
    }
}
