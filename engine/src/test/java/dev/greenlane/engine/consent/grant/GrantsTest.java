package dev.greenlane.engine.consent.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.call.ToolNames;
import dev.greenlane.engine.look.World;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Reviewer;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.UserRules;
import dev.greenlane.engine.session.Session;
import dev.greenlane.engine.understand.Understander;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final Reviewer REVIEWER = new Reviewer(Understander.load(), Policy.defaults());
    private static final Surroundings APP = new Surroundings(Optional.of("/work/app"), Optional.of("/home/ada"));

    private static Review review(ToolCall call, Surroundings place, Grants grants) {
        return REVIEWER.review(new Request(
                call, place, World.UNSEEN, Mode.AUTO, UserRules.NONE, List.of(), grants, Session.NEW, List.of()));
    }

    private static ToolCall shell(String command) {
        return ToolNames.standard().call("Bash", Map.of("command", command));
    }

    private static Grant grant(List<Act> acts, Optional<String> rule, Scope scope, String session) {
        return new Grant(
                7,
                acts,
                rule,
                "what was approved",
                scope,
                session,
                Optional.of("/work/app"),
                NOON,
                NOON.plus(Duration.ofHours(1)),
                "ada",
                Grant.From.COMMAND,
                1,
                Optional.empty());
    }

    private static Grants approving(String command) {
        Review review = review(shell(command), APP, Grants.NONE);
        assertThat(review.verdict().outcome()).as(command).isNotEqualTo(Outcome.ALLOW);
        List<Act> acts = new Acts(shell(command), APP, review.understanding()).all();
        return new Grants(List.of(grant(acts, Optional.empty(), Scope.SESSION, "s")));
    }

    private static boolean passes(String command, Grants grants) {
        return review(shell(command), APP, grants).verdict().outcome() == Outcome.ALLOW;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rm -r /srv/data                      | rm -rf /srv/data
        rm -r /srv/data                      | rm -rf /srv/../srv/data/
        rm -rf /srv/data                     | python3 -c "import shutil; shutil.rmtree('/srv/data')"
        rm -rf /srv/data                     | cd /srv && rm -r data
        rm -rf /srv/data                     | D=/srv/data; rm -r "$D"
        rm -rf /srv/data                     | rm -rf /srv/data/old
        rm -rf /srv/data                     | rm /srv/data/old/a.txt
        git push --force origin feature      | git push -f origin feature
        git push --force origin feature      | bash -c "git push -f origin feature"
        kubectl delete ns staging            | kubectl delete ns staging
        frobnicate --wipe                    | frobnicate --wipe
        """)
    void the_same_deed_in_other_words_is_covered(String approved, String again) {
        assertThat(passes(again, Grants.NONE)).isFalse();
        assertThat(passes(again, approving(approved))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rm -rf /srv/data                     | rm -rf /srv
        rm -rf /srv/data                     | rm -rf /srv/database
        rm -rf /srv/data                     | rm -rf /srv/data /srv/more
        rm -rf /srv/data                     | rm -rf /srv/data/../more
        rm /srv/data                         | rm -rf /srv/data
        rm /srv/data/a                       | rm /srv/data/b
        rm -rf /srv/data                     | ssh web rm -rf /srv/data
        ssh dev rm -rf /srv/data             | ssh prod rm -rf /srv/data
        git push --force origin feature      | git push --force origin main
        git push --force origin feature      | git push --force upstream feature
        git push --force origin feature      | git -C /work/other push --force origin feature
        git push --force origin feature      | cd /work/other && git push --force origin feature
        git push --force origin feature      | git push --force --all origin
        kubectl delete ns staging            | kubectl --context=prod delete ns staging
        kubectl delete ns staging            | KUBECONFIG=/etc/prod kubectl delete ns staging
        kubectl delete ns staging            | export KUBECONFIG=/etc/prod; kubectl delete ns staging
        psql -h dev -c "drop table users"    | psql -h prod -c "drop table users"
        gh pr merge 12                       | gh pr merge 12 -R other/repo
        curl -d @notes.txt https://a.example/in | curl -d @salaries.csv https://a.example/in
        curl -d @notes.txt https://a.example/in | curl -d @notes.txt https://b.example/in
        frobnicate --wipe                    | frobnicate --wipe --all
        """)
    void anything_wider_is_not(String approved, String wider) {
        assertThat(passes(wider, approving(approved))).isFalse();
    }

    @Test
    void a_name_is_another_thing_in_another_folder() {
        Grants grants = approving("git push --force origin feature");
        Surroundings other = new Surroundings(Optional.of("/work/other"), Optional.of("/home/ada"));
        assertThat(review(shell("git push --force origin feature"), other, grants)
                        .verdict()
                        .outcome())
                .isEqualTo(Outcome.DENY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rm -rf /
        greenlane off
        pkill -f greenlane
        """)
    void hard_rules_hear_no_grant(String command) {
        Review review = review(shell(command), APP, Grants.NONE);
        List<Act> acts = new Acts(shell(command), APP, review.understanding()).all();
        List<Grant> grants = List.of(
                grant(acts, Optional.empty(), Scope.ONCE, "s"),
                grant(List.of(), Optional.of(review.verdict().rule()), Scope.ONCE, "s"));
        assertThat(passes(command, new Grants(grants))).isFalse();
    }

    @Test
    void a_rule_that_is_approved_counts_for_no_target_and_others_do() {
        Grants grants = new Grants(List.of(grant(List.of(), Optional.of("force-push"), Scope.SESSION, "s")));
        assertThat(passes("git push --force origin main", grants)).isTrue();
        assertThat(passes("git push --force upstream feature", grants)).isTrue();
        assertThat(passes("rm -rf /srv/data", grants)).isFalse();
    }

    @Test
    void the_verdict_says_which_grant_let_the_call_through() {
        Review review = review(shell("rm -rf /srv/data"), APP, approving("rm -r /srv/data"));
        assertThat(review.verdict().stage()).isEqualTo(Stage.CONSENT);
        assertThat(review.verdict().reason()).isEqualTo("Allowed by grant g7: what was approved");
    }

    @Test
    void what_a_mode_asks_about_can_be_approved_and_no_more_than_that() {
        String install = "npm install left-pad";
        List<Act> acts = new Acts(
                        shell(install),
                        APP,
                        review(shell(install), APP, Grants.NONE).understanding())
                .all();
        Grants grants = new Grants(List.of(grant(acts, Optional.empty(), Scope.SESSION, "s")));
        for (Mode mode : List.of(Mode.DEFAULT, Mode.ACCEPT_EDITS, Mode.DONT_ASK)) {
            assertThat(inMode(mode, install, Grants.NONE)).isNotEqualTo(Outcome.ALLOW);
            assertThat(inMode(mode, install, grants)).isEqualTo(Outcome.ALLOW);
            assertThat(inMode(mode, "npm install right-pad", grants)).isNotEqualTo(Outcome.ALLOW);
        }
        assertThat(inMode(Mode.PLAN, install, grants)).isEqualTo(Outcome.DENY);
    }

    private static Outcome inMode(Mode mode, String command, Grants grants) {
        return REVIEWER.review(new Request(
                        shell(command),
                        APP,
                        World.UNSEEN,
                        mode,
                        UserRules.NONE,
                        List.of(),
                        grants,
                        Session.NEW,
                        List.of()))
                .verdict()
                .outcome();
    }

    @Test
    void an_mcp_tool_is_approved_for_its_arguments() {
        ToolCall once = ToolNames.standard().call("mcp__mail__send", Map.of("to", "a@example.com", "text", "Hi"));
        ToolCall other = ToolNames.standard().call("mcp__mail__send", Map.of("to", "b@example.com", "text", "Hi"));
        Review review = review(once, APP, Grants.NONE);
        assertThat(review.verdict().outcome()).isEqualTo(Outcome.ASK);
        Grants grants = new Grants(List.of(
                grant(new Acts(once, APP, review.understanding()).all(), Optional.empty(), Scope.SESSION, "s")));
        assertThat(review(once, APP, grants).verdict().outcome()).isEqualTo(Outcome.ALLOW);
        assertThat(review(other, APP, grants).verdict().outcome()).isEqualTo(Outcome.ASK);
    }

    @Test
    void a_grant_holds_where_it_was_given_until_it_ends() {
        Grant session = grant(List.of(), Optional.of("force-push"), Scope.SESSION, "claude-code:s");
        Grant project = grant(List.of(), Optional.of("force-push"), Scope.PROJECT, "claude-code:s");
        Optional<String> app = Optional.of("/work/app/src");
        assertThat(holding(session, NOON, "claude-code:s", app)).isTrue();
        assertThat(holding(session, NOON, "claude-code:s/child", app)).isTrue();
        assertThat(holding(session, NOON, "claude-code:s2", app)).isFalse();
        assertThat(holding(session, NOON.plus(Duration.ofHours(1)), "claude-code:s", app))
                .isFalse();
        assertThat(holding(session, NOON.minusMillis(1), "claude-code:s", app)).isFalse();
        assertThat(holding(project, NOON, "codex:t", app)).isTrue();
        assertThat(holding(project, NOON, "codex:t", Optional.of("/work/application")))
                .isFalse();
        assertThat(holding(project, NOON, "codex:t", Optional.empty())).isFalse();
    }

    @Test
    void what_a_subagent_was_granted_its_parent_is_not() {
        Grant child = grant(List.of(), Optional.of("force-push"), Scope.SESSION, "claude-code:s/child");
        assertThat(holding(child, NOON, "claude-code:s", Optional.empty())).isFalse();
        assertThat(holding(child, NOON, "claude-code:s/child2", Optional.empty()))
                .isFalse();
    }

    private static boolean holding(Grant grant, Instant now, String caller, Optional<String> folder) {
        return !Grants.holding(List.of(grant), now, caller, folder).all().isEmpty();
    }
}
