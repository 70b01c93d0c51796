package dev.greenlane.models.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.models.endpoint.Endpoint;
import dev.greenlane.models.endpoint.ModelFailure.Kind;
import dev.greenlane.models.endpoint.Price;
import dev.greenlane.models.endpoint.Style;
import dev.greenlane.models.scripted.Line;
import dev.greenlane.models.scripted.ScriptedJudge;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With a scripted model on the loopback address. */
class JudgeTest {
    private static final String ALLOWED = "{\"reasons\":\"Runs what the person"
            + " named.\",\"verdict\":\"allow\",\"rule\":\"undecided\",\"quote\":\"%s\"}";
    private static final Line CLOSER = new Line.Say("{\"look\":\"closer\"}");
    private static final Case CASE = Cases.of("frobnicate --all", "Please run   frobnicate on “all” of them");

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    private ScriptedJudge model(Line... script) throws IOException {
        ScriptedJudge model = ScriptedJudge.start(script);
        opened.add(model);
        return model;
    }

    private static Endpoint at(Style style, ScriptedJudge model) {
        return new Endpoint(style, model.address(), "scripted", Optional.of("k"), new Price(1, 5));
    }

    private Judge judge(Duration patience, Endpoint... endpoints) {
        Judge judge = new Judge(List.of(endpoints), patience);
        opened.add(judge);
        return judge;
    }

    private Judged judged(Style style, Line... script) throws IOException {
        return judge(Duration.ofSeconds(20), at(style, model(script))).judge(CASE, Purse.BOTTOMLESS);
    }

    @ParameterizedTest
    @EnumSource
    void one_short_answer_is_enough_for_a_plain_call(Style style) throws Exception {
        Judged judged = judged(style, new Line.Say("{\"look\":\"fine\"}"));
        assertThat(judged.ruling()).contains(new Ruling(Outcome.ALLOW, "undecided", "", Optional.empty()));
        assertThat(judged.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.questions()).isEqualTo(1);
            assertThat(attempt.tokens().fresh()).isEqualTo(420);
            assertThat(attempt.tokens().cacheReads()).isEqualTo(300);
            assertThat(attempt.cost()).isEqualTo(400 + 30 + 100);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_flag_leads_to_a_second_question(Style style) throws Exception {
        Judged judged = judged(style, CLOSER, new Line.Say(ALLOWED.formatted("run frobnicate on 'all'")));
        assertThat(judged.ruling()).get().satisfies(ruling -> {
            assertThat(ruling.outcome()).isEqualTo(Outcome.ALLOW);
            assertThat(ruling.quote()).contains("run frobnicate on 'all'");
            assertThat(ruling.reason()).isEqualTo("Runs what the person named.");
        });
        assertThat(judged.tokens().output()).isEqualTo(40);
    }

    @Test
    void words_that_the_person_did_not_say_allow_nothing() throws Exception {
        Judged judged = judged(Style.ANTHROPIC, CLOSER, new Line.Say(ALLOWED.formatted("do whatever you like")));
        assertThat(judged.ruling()).get().extracting(Ruling::outcome).isEqualTo(Outcome.ASK);
    }

    @Test
    void where_only_words_can_clear_a_rule_the_judge_must_quote_them() throws Exception {
        Case of = Cases.needingConsent("git push --force", "force-push the branch from yesterday");
        Line quoted = new Line.Say(ALLOWED.formatted("force-push the branch from yesterday"));
        Line unquoted = new Line.Say(ALLOWED.formatted(""));
        Judge first = judge(Duration.ofSeconds(20), at(Style.OPENAI, model(quoted)));
        Judge second = judge(Duration.ofSeconds(20), at(Style.OPENAI, model(unquoted)));
        assertThat(first.judge(of, Purse.BOTTOMLESS).ruling())
                .get()
                .extracting(Ruling::outcome)
                .isEqualTo(Outcome.ALLOW);
        assertThat(second.judge(of, Purse.BOTTOMLESS).ruling())
                .get()
                .extracting(Ruling::outcome)
                .isEqualTo(Outcome.ASK);
    }

    @Test
    void a_rule_that_is_not_in_the_case_is_not_taken_over() throws Exception {
        Line verdict = new Line.Say("{\"reasons\":\"r\",\"verdict\":\"deny\",\"rule\":\"made-up\",\"quote\":\"\"}");
        assertThat(judged(Style.OPENAI, CLOSER, verdict).ruling())
                .contains(new Ruling(Outcome.DENY, "undecided", "r", Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void an_endpoint_that_knows_no_forms_is_asked_plainly(Style style) throws Exception {
        ScriptedJudge model = model(new Line.Fail(400), new Line.Say("Sure!\n```json\n{\"look\": \"fine\"}\n```"));
        Judge judge = judge(Duration.ofSeconds(20), at(style, model));
        assertThat(judge.judge(CASE, Purse.BOTTOMLESS).ruling()).isPresent();
        assertThat(judge.judge(CASE, Purse.BOTTOMLESS).ruling()).isPresent();
        assertThat(model.asked()).hasSize(3);
        assertThat(model.asked().get(0)).contains("schema", "temperature");
        assertThat(model.asked().get(1)).doesNotContain("schema", "temperature");
        assertThat(model.asked().get(2)).doesNotContain("schema", "temperature");
    }

    @ParameterizedTest
    @EnumSource
    void outage(Style style) throws Exception {
        fails(Kind.OUTAGE, judged(style, new Line.Fail(503)));
        fails(Kind.OUTAGE, judged(style, new Line.Fail(529)));
        fails(Kind.OUTAGE, judged(style, new Line.Fail(429)));
    }

    @Test
    void nobody_there() throws Exception {
        ScriptedJudge gone = model(CLOSER);
        gone.close();
        fails(Kind.OUTAGE, judge(Duration.ofSeconds(20), at(Style.OPENAI, gone)).judge(CASE, Purse.BOTTOMLESS));
    }

    @ParameterizedTest
    @EnumSource
    void wrong_key(Style style) throws Exception {
        fails(Kind.NO_ACCESS, judged(style, new Line.Fail(401)));
    }

    @ParameterizedTest
    @EnumSource
    void unknown_model(Style style) throws Exception {
        fails(Kind.MISUSED, judged(style, new Line.Fail(404)));
    }

    @ParameterizedTest
    @EnumSource
    void refusal(Style style) throws Exception {
        fails(Kind.REFUSED, judged(style, new Line.Refuse()));
    }

    @ParameterizedTest
    @EnumSource
    void nonsense(Style style) throws Exception {
        fails(Kind.NONSENSE, judged(style, new Line.Say("I think that is fine, but who knows?")));
        fails(Kind.NONSENSE, judged(style, CLOSER, new Line.Say("{\"verdict\":\"perhaps\"}")));
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_even_the_protocol(Style style) throws Exception {
        assertThat(judged(style, new Line.Garble("<html>")).ruling()).isEmpty();
        assertThat(judged(style, new Line.Garble("{}")).ruling()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void time_out(Style style) throws Exception {
        Endpoint endpoint = at(style, model(new Line.Hang()));
        fails(Kind.TIMED_OUT, judge(Duration.ofMillis(300), endpoint).judge(CASE, Purse.BOTTOMLESS));
    }

    @Test
    void an_empty_purse() throws Exception {
        ScriptedJudge model = model(new Line.Say("{\"look\":\"fine\"}"));
        Purse empty = new Purse() {
            @Override
            public boolean isEmpty() {
                return true;
            }

            @Override
            public void spend(long micros) {}
        };
        fails(
                Kind.NO_MONEY,
                judge(Duration.ofSeconds(20), at(Style.OPENAI, model)).judge(CASE, empty));
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void the_second_model_decides_where_the_first_one_fails() throws Exception {
        Endpoint hangs = at(Style.ANTHROPIC, model(new Line.Hang()));
        Endpoint answers = at(Style.OPENAI, model(new Line.Say("{\"look\":\"fine\"}")));
        Judge judge = judge(Duration.ofSeconds(5), hangs, answers);
        Judged judged = judge.judge(CASE, Purse.BOTTOMLESS);
        assertThat(judged.ruling()).isPresent();
        assertThat(judged.attempts())
                .extracting(Attempt::failure)
                .containsExactly(Optional.of(Kind.TIMED_OUT), Optional.empty());
    }

    @Test
    void a_call_that_is_too_long_to_be_shown_is_not_judged() throws Exception {
        ScriptedJudge model = model(new Line.Say("{\"look\":\"fine\"}"));
        Judged judged = judge(Duration.ofSeconds(20), at(Style.OPENAI, model))
                .judge(Cases.of("x".repeat(4000)), Purse.BOTTOMLESS);
        assertThat(judged.ruling()).isEmpty();
        assertThat(model.asked()).isEmpty();
    }

    private static void fails(Kind kind, Judged judged) {
        assertThat(judged.ruling()).isEmpty();
        assertThat(judged.failure()).isNotEmpty();
        assertThat(judged.attempts())
                .singleElement()
                .extracting(Attempt::failure)
                .isEqualTo(Optional.of(kind));
    }
}
