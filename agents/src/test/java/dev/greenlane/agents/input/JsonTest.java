package dev.greenlane.agents.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlane.agents.input.Json.NotJson;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsEveryKindOfValue() throws NotJson {
        assertThat(Json.value(
                        "{\"t\":\"a\\u00e9\\n\",\"n\":1,\"f\":1.5,\"b\":true,\"l\":[1,null,{}],\"o\":{\"x\":null}}"))
                .isEqualTo(Map.of(
                        "t",
                        "aé\n",
                        "n",
                        1,
                        "f",
                        1.5,
                        "b",
                        true,
                        "l",
                        List.of(1, Json.Null.NULL, Map.of()),
                        "o",
                        Map.of()));
    }

    @Test
    void ofMembersWithOneNameTheLastCounts() throws NotJson {
        assertThat(Json.object("{\"a\":1,\"a\":2}")).isEqualTo(Map.of("a", 2));
        assertThat(Json.object("{\"a\":1,\"a\":null}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "{\"a\"",
                "{\"a\":}",
                "{} {}",
                "nul",
                "{'a':1}",
                "\"a",
                "{\"a\":\"\n\"}",
                "\ud800"
            })
    void saysWhatIsNotJson(String text) {
        assertThatThrownBy(() -> Json.value(text)).isInstanceOf(NotJson.class).hasMessageNotContaining("\n");
    }

    @Test
    void saysWhereItBreaksWithoutQuotingIt() {
        assertThatThrownBy(() -> Json.value("{\"key\": hunter2}"))
                .hasMessageContaining("at character")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesDepthsThatNoAgentNeeds() throws NotJson {
        assertThatThrownBy(() -> Json.value("[".repeat(100_000))).isInstanceOf(NotJson.class);
        assertThat(Json.value("[".repeat(400) + "]".repeat(400))).isInstanceOf(List.class);
    }

    @Test
    void readsVeryLongText() throws NotJson {
        String text = "x".repeat(30_000_000);
        assertThat(Json.object("{\"command\":\"" + text + "\"}")).containsEntry("command", text);
    }

    @Test
    void halfASurrogatePairSurvivesTheWayThroughBytes() throws NotJson {
        String line = Json.line("a\ud83d b\ude00 \ud83d\ude00");
        assertThat(line).isEqualTo("\"a\\ud83d b\\ude00 \ud83d\ude00\"");
        assertThat(Json.value(line)).isEqualTo("a\ud83d b\ude00 \ud83d\ude00");
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("values") Object value) throws NotJson {
        assertThat(Json.value(Json.line(value))).isEqualTo(value);
        assertThat(Json.line(value)).doesNotContain("\n");
    }

    @Property
    void neverFailsOtherwise(@ForAll("nearlyJson") String text) {
        try {
            assertThat(Json.value(text)).isNotNull();
        } catch (NotJson e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                Arbitraries.strings().map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast));
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).map(Object.class::cast),
                        Arbitraries.maps(Arbitraries.strings(), inner)
                                .ofMaxSize(4)
                                .map(Object.class::cast)),
                0,
                3);
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{", "}", "[", "]", ",", ":", "\"", "\"a\":", "\"\\u00", "\\", "1", "-", "1e999", "null", "true", " ",
                "\0", "é");
        return pieces.list().ofMaxSize(30).map(list -> String.join("", list));
    }
}
