package dev.greenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    @TempDir
    Path folder;

    private Ledger ledger;
    private Sessions sessions;

    @BeforeEach
    void open() throws Exception {
        ledger = Ledger.open(folder.resolve("ledger.db"));
        sessions = ledger.sessions();
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    @Test
    void denials_are_counted_in_a_row_and_in_all() throws Exception {
        ledger.append(Calls.entry("s1", Outcome.DENY));
        ledger.append(Calls.entry("s1", Outcome.ASK));
        Session second = ledger.append(Calls.entry("s1", Outcome.DENY)).counted();
        assertThat(second.denialsInARow()).isEqualTo(2);
        Session third = ledger.append(Calls.entry("s1", Outcome.ALLOW)).counted();
        assertThat(third.denialsInARow()).isZero();
        assertThat(third.denials()).isEqualTo(2);
        assertThat(sessions.find("s1")).contains(third);
    }

    @Test
    void what_is_only_recorded_in_shadow_does_not_count() throws Exception {
        ledger.append(Calls.entry("s1", Outcome.DENY));
        Session counted =
                ledger.append(Calls.inShadow(Calls.entry("s1", Outcome.ALLOW))).counted();
        assertThat(counted.denialsInARow()).isEqualTo(1);
        ledger.append(Calls.inShadow(Calls.entry("s1", Outcome.DENY)));
        assertThat(sessions.find("s1").orElseThrow().denials()).isEqualTo(1);
    }

    @Test
    void a_subagent_counts_for_the_session_above_all_its_parents() throws Exception {
        ledger.append(Calls.ofChild("child", "top", Outcome.DENY));
        Session counted = ledger.append(Calls.ofChild("grandchild", "child", Outcome.DENY))
                .counted();
        assertThat(counted.id()).isEqualTo("top");
        assertThat(counted.denialsInARow()).isEqualTo(2);
        assertThat(sessions.find("grandchild").orElseThrow().denials()).isZero();
        assertThat(sessions.find("grandchild").orElseThrow().parent()).contains("child");
    }

    @Test
    void a_subagent_cannot_choose_another_parent_later() throws Exception {
        ledger.append(Calls.ofChild("child", "top", Outcome.DENY));
        Session counted =
                ledger.append(Calls.ofChild("child", "other", Outcome.DENY)).counted();
        assertThat(counted.id()).isEqualTo("top");
        assertThat(counted.denials()).isEqualTo(2);
    }

    @Test
    void parents_in_a_circle_do_no_harm() throws Exception {
        ledger.append(Calls.ofChild("a", "b", Outcome.DENY));
        ledger.append(Calls.ofChild("b", "a", Outcome.DENY));
        ledger.append(Calls.ofChild("a", "a", Outcome.DENY));
        assertThat(ledger.reader().stats(Query.ALL).entries()).isEqualTo(3);
    }

    @Test
    void the_breaker_changes_with_the_entry_and_a_person_resets_it() throws Exception {
        Session tripped = ledger.append(Calls.ofChild("child", "top", Outcome.DENY), Breaker.TRIPPED)
                .counted();
        assertThat(tripped.id()).isEqualTo("top");
        assertThat(tripped.breaker()).isEqualTo(Breaker.TRIPPED);
        Session forgiven = sessions.forgive("top").orElseThrow();
        assertThat(forgiven.breaker()).isEqualTo(Breaker.CLOSED);
        assertThat(forgiven.denials()).isZero();
        assertThat(forgiven.denialsInARow()).isZero();
    }

    @Test
    void a_chosen_mode_stays_whatever_mode_calls_come_with() throws Exception {
        sessions.see("s1", Optional.empty(), "codex", Calls.NOON);
        assertThat(sessions.find("s1").orElseThrow().mode()).isEmpty();
        sessions.mode("s1", Optional.of(Mode.PLAN));
        ledger.append(Calls.entry("s1", Outcome.ALLOW));
        assertThat(sessions.find("s1").orElseThrow().mode()).contains(Mode.PLAN);
        sessions.mode("s1", Optional.empty());
        assertThat(sessions.find("s1").orElseThrow().mode()).isEmpty();
    }

    @Test
    void a_session_nobody_saw_is_not_there() throws Exception {
        assertThat(sessions.find("nobody")).isEmpty();
        assertThat(sessions.mode("nobody", Optional.of(Mode.AUTO))).isEmpty();
        assertThat(sessions.forgive("nobody")).isEmpty();
        assertThat(sessions.breaker("nobody", Breaker.TRIPPED)).isEmpty();
    }
}
