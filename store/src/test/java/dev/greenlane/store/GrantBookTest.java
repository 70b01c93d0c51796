package dev.greenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.consent.grant.Act;
import dev.greenlane.engine.consent.grant.Grant;
import dev.greenlane.engine.consent.grant.Scope;
import dev.greenlane.engine.effect.Circumstances.Place;
import dev.greenlane.engine.effect.DataLabel;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.effect.Reversibility;
import dev.greenlane.engine.policy.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantBookTest {
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final Act SENDING = new Act(
            EffectKind.NETWORK_SEND,
            "https://a.example",
            Place.HERE,
            Reversibility.IRREVERSIBLE,
            Set.of("write-request", "upload"),
            Set.of(DataLabel.PROJECT, DataLabel.PRIVATE),
            Optional.of("/work/app/notes.txt"),
            Optional.of("0f"));

    @TempDir
    Path folder;

    private Ledger ledger;
    private GrantBook book;

    @BeforeEach
    void open() throws Exception {
        ledger = Ledger.open(folder.resolve("ledger.db"));
        book = ledger.grants();
    }

    @AfterEach
    void close() throws Exception {
        ledger.close();
    }

    private static Grant grant(String what) {
        return new Grant(
                0,
                List.of(SENDING),
                Optional.empty(),
                what,
                Scope.PROJECT,
                "s1",
                Optional.of("/work/app"),
                NOON,
                NOON.plus(Duration.ofDays(1)),
                "ada",
                Grant.From.COMMAND,
                3,
                Optional.empty());
    }

    private static Entry entry(Grant grant) {
        return Calls.entry("s1", Outcome.ALLOW);
    }

    @Test
    void a_grant_comes_back_as_it_was_given_and_stands_in_the_ledger() throws Exception {
        Grant first = book.give(grant("send notes"), GrantBookTest::entry);
        Grant second = book.give(grant("send more"), GrantBookTest::entry);
        assertThat(first.id()).isEqualTo("g1");
        assertThat(second.id()).isEqualTo("g2");
        assertThat(book.all()).containsExactly(first, second);
        assertThat(first.acts()).containsExactly(SENDING);
        assertThat(ledger.reader().last(Query.ALL, 10)).hasSize(2);
        assertThat(ledger.reader().verify()).isInstanceOf(Verification.Intact.class);
        ledger.close();
        ledger = Ledger.open(folder.resolve("ledger.db"));
        assertThat(ledger.grants().all()).containsExactly(first, second);
    }

    @Test
    void a_grant_ends_once() throws Exception {
        Grant grant = book.give(grant("send notes"), GrantBookTest::entry);
        assertThat(book.use(grant.number(), NOON.plusSeconds(1))).isTrue();
        assertThat(book.use(grant.number(), NOON.plusSeconds(2))).isFalse();
        assertThat(book.revoke(grant.number(), NOON.plusSeconds(3), GrantBookTest::entry))
                .isEmpty();
        assertThat(book.all().getFirst().ended()).contains(new Grant.End(NOON.plusSeconds(1), Grant.End.How.USED));
    }

    @Test
    void revoking_is_recorded() throws Exception {
        Grant grant = book.give(grant("send notes"), GrantBookTest::entry);
        assertThat(book.revoke(grant.number(), NOON.plusSeconds(1), GrantBookTest::entry))
                .get()
                .satisfies(revoked ->
                        assertThat(revoked.holds(NOON.plusSeconds(2))).isFalse());
        assertThat(book.revoke(99, NOON, GrantBookTest::entry)).isEmpty();
        assertThat(ledger.reader().last(Query.ALL, 10)).hasSize(2);
    }

    @Test
    void what_ended_long_ago_is_forgotten_and_its_number_is_not_given_again() throws Exception {
        book.give(grant("old"), GrantBookTest::entry);
        Instant later = NOON.plus(Duration.ofDays(30));
        ledger.retain(new Retention(Optional.of(Duration.ofDays(10)), Optional.empty()), later);
        assertThat(book.all()).isEmpty();
        assertThat(book.give(grant("new"), GrantBookTest::entry).id()).isEqualTo("g2");
    }

    @Test
    void no_secret_is_written() throws Exception {
        String secret = "ghp_" + "Q7wErT5yUiOp3aSdFgHjKlZxCvBnM92rVNpv";
        assertThat(book.give(grant("send " + secret), GrantBookTest::entry).what())
                .doesNotContain(secret);
    }
}
