package dev.greenlane.engine.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.provenance.Provenance.Thing;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branches, containers, jobs and processes of a session, by its commands and what they showed. */
class ThingsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        git checkout -b topic                  | Switched to a new branch 'topic' | BRANCH    | topic
        git switch -c topic                    | Switched to a new branch 'topic' | BRANCH    | topic
        git -C sub checkout -b topic           |                                  | BRANCH    | topic
        git branch topic                       |                                  | BRANCH    | topic
        git worktree add -b topic ../w         | Preparing worktree               | BRANCH    | topic
        git tag v1                             |                                  | TAG       | v1
        docker run -d --name web nginx         | 0123456789abcdef0123456789abcdef | CONTAINER | web
        docker run -d nginx                    | 0123456789abcdef0123456789abcdef | CONTAINER | 0123456789abcdef0123456789abcdef
        podman run --name=web -d nginx         |                                  | CONTAINER | web
        sbatch train.sh                        | Submitted batch job 4711         | JOB       | 4711
        systemd-run --unit=watch sleep 10      | Running as unit: watch.service   | JOB       | watch
        kubectl create job pi --image=perl     | job.batch/pi created             | JOB       | job pi
        npm run dev &                          | [1] 34567                        | PROCESS   | 34567
        npm run dev &                          |                                  | PROCESS   | npm run dev
        npm run dev > log 2>&1 & echo $!       | 34567                            | PROCESS   | 34567
        """)
    void are_made(String command, String output, Thing kind, String name) {
        Workshop shop = new Workshop(folder);
        shop.shows(command, output == null ? "" : output);
        assertThat(shop.known().made(kind, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        git checkout -b main        | fatal: a branch named 'main' already exists | BRANCH    | main
        git checkout main           | Switched to branch 'main'                   | BRANCH    | main
        git branch -D old           | Deleted branch old                          | BRANCH    | old
        git branch --list main      | main                                        | BRANCH    | main
        docker run --name web nginx | Error response: Conflict. The name is already in use | CONTAINER | web
        cat notes                   | Submitted batch job 4711                    | JOB       | 4711
        echo x                      | [1] 34567                                   | PROCESS   | 34567
        npm run dev                 | done                                        | PROCESS   | npm run dev
        git push origin main        | * [new branch]      main -> main            | BRANCH    | origin/main
        """)
    void are_not_made(String command, String output, Thing kind, String name) {
        Workshop shop = new Workshop(folder);
        shop.shows(command, output);
        assertThat(shop.known().made(kind, name)).isFalse();
    }

    @Test
    void a_branch_that_the_session_brought_to_a_remote_is_its_own_until_it_is_deleted() {
        Workshop shop = new Workshop(folder);
        shop.shows("git checkout -b topic", "Switched to a new branch 'topic'");
        shop.shows("git push -u origin topic", " * [new branch]      topic -> topic");
        assertThat(shop.known().made(Thing.BRANCH, "origin/topic")).isTrue();
        shop.shows("git branch -D topic", "Deleted branch topic");
        assertThat(shop.known().made(Thing.BRANCH, "topic")).isFalse();
    }

    @Test
    void a_word_alone_is_no_name_of_a_process() {
        Workshop shop = new Workshop(folder);
        shop.shows("npx vite --port 3000 &", "");
        assertThat(shop.known().made(Thing.PROCESS, "vite --port 3000")).isTrue();
        assertThat(shop.known().made(Thing.PROCESS, "vite")).isFalse();
        assertThat(shop.known().made(Thing.PROCESS, "e --port")).isFalse();
    }
}
