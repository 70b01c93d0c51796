package dev.greenlane.agents.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlane.agents.input.Json;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonEditorTest {
    private static final List<String> PATH = List.of("hooks", "Pre");
    private static final String OURS = "{\n  \"command\": \"ours\"\n}";

    private static String with(String text) throws NotEditable {
        return new JsonEditor(text).with(PATH, OURS).text();
    }

    private static String without(String text) throws NotEditable {
        return new JsonEditor(text)
                .without(PATH, element -> element.contains("ours"))
                .text();
    }

    @Test
    void an_empty_file_gets_what_is_needed() throws Exception {
        assertThat(with("")).isEqualTo("""
            {
              "hooks": {
                "Pre": [
                  {
                    "command": "ours"
                  }
                ]
              }
            }
            """);
    }

    @Test
    void comments_keys_and_indentation_stay() throws Exception {
        String text = """
            {
                // mine
                "model": "m", /* the best */
                "hooks": {
                    "Pre": [
                        {"command": "theirs"} // keep
                    ],
                    "Post": []
                },
            }
            """;
        assertThat(with(text)).isEqualTo("""
            {
                // mine
                "model": "m", /* the best */
                "hooks": {
                    "Pre": [
                        {"command": "theirs"},
                        {
                            "command": "ours"
                        } // keep
                    ],
                    "Post": []
                },
            }
            """);
    }

    @Test
    void what_was_put_in_comes_out_again() throws Exception {
        for (String text : List.of(
                "{\n  \"a\": 1\n}\n",
                "{\"a\": 1}",
                "{\n\t\"hooks\": {\n\t\t\"Post\": [1]\n\t}\n}\n",
                "{\n  \"hooks\": {\n    \"Pre\": [\n      {\"command\": \"theirs\"}\n    ]\n  }\n}\n")) {
            String there = with(text);
            assertThat(Json.object(there)).as(there).isNotEqualTo(Json.object(text));
            assertThat(Json.object(without(there))).as(there).isEqualTo(Json.object(text));
        }
    }

    @Test
    void an_object_over_several_lines_is_restored_letter_by_letter() throws Exception {
        String text = "{\n  \"a\": 1\n}\n";
        assertThat(without(with(text))).isEqualTo(text);
        String hooks = "{\n  \"hooks\": {\n    \"Pre\": [\n      {\"command\": \"theirs\"}\n    ]\n  }\n}\n";
        assertThat(without(with(hooks))).isEqualTo(hooks);
    }

    @Test
    void text_that_is_not_json_is_not_touched() {
        assertThatThrownBy(() -> with("{\n  \"a\": 1\n  \"b\": 2\n}"))
                .isInstanceOf(NotEditable.class)
                .hasMessage("line 3: a comma is missing");
        assertThatThrownBy(() -> with("{\"hooks\": []}")).hasMessageContaining("'hooks' is not an object");
        assertThatThrownBy(() -> with("{\"hooks\": {\"Pre\": 1}}")).hasMessageContaining("'Pre' is not a list");
    }

    @Property
    void putting_in_and_taking_out_changes_nothing_else(@ForAll("settings") Map<String, Object> settings)
            throws Exception {
        String text = Json.line(settings);
        Map<String, Object> there = Json.object(with(text));
        assertThat(there).containsKey("hooks");
        assertThat(Json.object(without(with(text)))).isEqualTo(Json.object(text));
    }

    @Provide
    Arbitrary<Map<String, Object>> settings() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(text -> (Object) text),
                Arbitraries.integers().map(number -> (Object) number));
        Arbitrary<Object> nested = Arbitraries.oneOf(
                leaf,
                leaf.list().ofMaxSize(3).map(list -> (Object) list),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(4), leaf)
                        .ofMaxSize(3)
                        .map(map -> (Object) map));
        return Arbitraries.maps(Arbitraries.strings().ofMaxLength(6).filter(name -> !name.equals("hooks")), nested)
                .ofMaxSize(5);
    }
}
