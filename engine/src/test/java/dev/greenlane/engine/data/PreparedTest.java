package dev.greenlane.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparedTest {

    private static final String TEXT = """
        name: [a, "b", 'ü']
        nothing:
        word: yes
        "": {inner: {"x, y": null}}
        """;

    @Test
    void documents_are_found_by_each_of_their_names() throws IOException {
        Problems problems = new Problems();
        Data data = Yaml.read("file.yaml", TEXT, problems).orElseThrow();
        Data other = Yaml.read("other.yaml", "x", problems).orElseThrow();
        assertThat(problems.isEmpty()).isTrue();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Prepared.write(
                List.of(
                        new Prepared.Document(List.of("one", "two"), data),
                        new Prepared.Document(List.of("three"), other)),
                out);
        Prepared prepared = Prepared.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(prepared.names()).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(prepared.find("one")).isEqualTo(prepared.find("two"));
        assertThat(prepared.find("four")).isEmpty();
        assertThat(prepared.find("three")).contains(new Data.Text("x", Place.UNKNOWN));
        Data.Entries read = (Data.Entries) prepared.find("two").orElseThrow();
        assertThat(read.entries()).extracting(Data.Entry::name).containsExactly("name", "nothing", "word", "");
        assertThat(read.get("nothing")).containsInstanceOf(Data.Nothing.class);
        assertThat(read.get("word")).contains(new Data.Text("yes", Place.UNKNOWN));
    }

    @Test
    void other_bytes_are_refused() {
        assertThatThrownBy(() -> Prepared.read(new ByteArrayInputStream(new byte[8])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("build again");
    }

    @Test
    void problems_of_yaml_have_their_line() {
        Problems problems = new Problems();
        Yaml.read("a.yaml", "x: 1\ny: {b, c: d}\nx: 2\n", problems);
        assertThat(problems.list())
                .extracting(Problem::place)
                .containsExactly(new Place("a.yaml", 2), new Place("a.yaml", 3));
    }
}
