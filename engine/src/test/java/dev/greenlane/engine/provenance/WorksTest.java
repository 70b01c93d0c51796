package dev.greenlane.engine.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session has made, with really executed calls. */
class WorksTest {

    @TempDir
    Path folder;

    private Workshop shop;

    @BeforeEach
    void the_user_has_files() throws java.io.IOException {
        folder = folder.toRealPath();
        shop = new Workshop(folder);
        shop.user("notes.txt", "mine");
        shop.user("data/a.csv", "1,2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mkdir out                          | out
        mkdir -p deep/er/est               | deep
        mkdir -p deep/er/est               | deep/er/est/below
        touch a.txt                        | a.txt
        echo hello > b.txt                 | b.txt
        echo hello ! tee c.txt             | c.txt
        cp notes.txt copy.txt              | copy.txt
        cp -r data copies                  | copies/a.csv
        mkdir t && cd t && touch u         | t/u
        python3 -c "open('p.txt','w').write('x')" | p.txt
        mkdir s && mv s s2                 | s2
        mkdir s; touch s/f; mv s/f g       | g
        mkdir s; mkdir d; mv s d           | d/s
        """)
    void what_a_call_makes_is_the_sessions(String command, String made) {
        shop.runs(command.replace('!', '|'));
        assertThat(shop.made(made)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        mkdir -p data                      | data
        mkdir data                         | data
        touch notes.txt                    | notes.txt
        echo more >> notes.txt             | notes.txt
        echo new > notes.txt               | notes.txt
        mkdir data/sub                     | data
        mv data elsewhere                  | elsewhere
        mv notes.txt n2.txt                | n2.txt
        mv notes.txt n2.txt; touch n2.txt  | n2.txt
        mkdir e; mv notes.txt e; touch e   | e
        mkdir keep && mv notes.txt keep/   | keep
        mkdir keep && mv data keep         | keep/data
        cp notes.txt c && rm notes.txt     | c
        mkdir k; cp -r data k; rm -r data  | k
        cat notes.txt > c; rm notes.txt    | c
        cat notes.txt ! tee c; rm notes.txt | c
        cp data/a.csv c && rm -r data      | c
        cp data/a.csv c && rm data/*       | c
        mkdir x && rmdir x                 | x
        echo a > x; rm x                   | x
        touch a/b/c                        | a
        python3 -c "import os; os.rename('data','d2')" | d2
        python3 -c "import shutil; shutil.move('data','d2')" | d2
        """)
    void what_was_there_is_not(String command, String path) {
        shop.runs(command.replace('!', '|'));
        assertThat(shop.made(path)).isFalse();
    }

    @Test
    void what_the_user_puts_where_something_was_deleted_is_the_users() {
        shop.runs("mkdir out; echo x > out/a; echo y > b.txt");
        shop.runs("rm -r out b.txt");
        shop.user("out/a", "the user's");
        shop.user("b.txt", "the user's");
        assertThat(shop.made("out")).isFalse();
        assertThat(shop.made("b.txt")).isFalse();
    }

    @Test
    void a_file_that_the_user_changed_is_no_longer_the_sessions() {
        shop.runs("echo y > b.txt");
        shop.user("b.txt", "the user wrote this");
        assertThat(shop.made("b.txt")).isFalse();
        shop.runs("echo z >> b.txt");
        assertThat(shop.made("b.txt")).isFalse();
    }

    @Test
    void a_file_that_the_session_changed_again_stays_its_own() {
        shop.writes("b.txt", "one");
        shop.writes("b.txt", "two and more");
        shop.runs("echo three >> b.txt; sed -i s/two/four/ *.txt");
        assertThat(shop.made("b.txt")).isTrue();
    }

    @Test
    void a_folder_that_the_user_put_in_place_of_the_sessions_is_the_users() {
        shop.runs("mkdir out");
        shop.shell("rm -rf out; mkdir other; mv other out; echo mine > out/x");
        assertThat(shop.made("out")).isFalse();
    }

    @Test
    void a_call_that_did_not_happen_made_nothing() {
        shop.runs("false && mkdir out");
        shop.user("out/x", "mine");
        assertThat(shop.made("out")).isFalse();
    }

    @Test
    void files_that_were_read_are_known() {
        shop.runs("head -5 notes.txt");
        assertThat(shop.known().hasRead(folder.resolve("notes.txt").toString())).isTrue();
        assertThat(shop.known().hasRead(folder.resolve("data/a.csv").toString()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls -la", "cat notes.txt", "git status", "grep -r x .", "echo hi"})
    void a_call_that_writes_nothing_looks_at_nothing(String command) {
        var review = shop.reviewed(new dev.greenlane.engine.call.ToolCall.Shell(
                "Bash", command, dev.greenlane.engine.call.ToolCall.Dialect.POSIX));
        assertThat(review.before()).isEqualTo(Before.UNSEEN);
    }

    @Test
    void it_stays_bounded() {
        shop.runs("for i in $(seq 1 3); do touch x$i; done");
        Works works = shop.works();
        for (int i = 0; i < 6000; i++) {
            works = new Works(
                    works.made().with("/f" + i, new Works.Made(java.util.Optional.empty(), java.util.Set.of())),
                    works.changed(),
                    works.read().with("/f" + i, true),
                    works.fetched(),
                    works.things().and(Provenance.Thing.BRANCH, "b" + i),
                    works.expected());
        }
        assertThat(works.made().byPath()).hasSize(Works.MOST_PATHS);
        assertThat(works.read().byPath()).hasSizeLessThanOrEqualTo(1024);
        assertThat(works.things().named()).hasSize(256);
    }
}
