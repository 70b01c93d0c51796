package dev.greenlane.models.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    @Test
    void finds_the_object_among_other_text() {
        assertThat(AnswerText.object("{\"verdict\":\"ask\"}", "verdict")).isPresent();
        assertThat(AnswerText.object(
                        "Well.\n```json\n{\"Verdict\" : \"ask\", \"n\": {\"a\": 1}}\n```\nDone.", "verdict"))
                .get()
                .extracting(object -> object.get("verdict"))
                .isEqualTo("ask");
        assertThat(AnswerText.object("{\"verdict\":\"allow\"} no, {\"verdict\":\"deny\"}", "verdict"))
                .get()
                .extracting(object -> object.get("verdict"))
                .isEqualTo("deny");
    }

    @Test
    void finds_none_where_there_is_none() {
        assertThat(AnswerText.object("allow", "verdict")).isEmpty();
        assertThat(AnswerText.object("{\"verdict\":\"al", "verdict")).isEmpty();
        assertThat(AnswerText.object("{\"other\":\"x\"}", "verdict")).isEmpty();
    }

    @Property(tries = 500)
    void never_throws(@ForAll String answer) {
        AnswerText.object("{" + answer + "}", "verdict");
        AnswerText.object(answer, "verdict");
    }

    @Test
    void a_quotation_must_have_been_said() {
        List<String> said = List.of("Delete the old \"alpha\" branch,\nplease");
        assertThat(Quotation.isFrom(said, "delete the old 'alpha' branch, please"))
                .isTrue();
        assertThat(Quotation.isFrom(said, "delete the old beta branch")).isFalse();
        assertThat(Quotation.isFrom(said, "a")).isFalse();
    }
}
