package dev.greenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.engine.secrets.SecretScanner;
import dev.greenlane.syntax.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever an entry holds, it is read back as it passed the door, and the chain holds over it. */
class RoundTripTest {
    private static final Redactor DOOR = new Redactor(SecretScanner.load());

    private static Path folder;
    private static Ledger ledger;

    @BeforeContainer
    static void open() throws Exception {
        folder = Files.createTempDirectory("greenlane-round-trip");
        ledger = Ledger.open(folder.resolve("ledger.db"));
    }

    @AfterContainer
    static void close() throws Exception {
        assertThat(ledger.reader().verify()).isInstanceOf(Verification.Intact.class);
        ledger.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 300)
    void an_entry_is_read_back_as_it_passed_the_door(@ForAll("entries") Entry entry) throws Exception {
        long number = ledger.append(entry).number();
        assertThat(ledger.reader().next(Query.ALL.after(number - 1), 1))
                .extracting(Recorded::entry)
                .containsExactly(DOOR.clean(entry));
    }

    @Property(tries = 300)
    void what_passed_the_door_passes_it_unchanged(@ForAll("entries") Entry entry) {
        Entry clean = DOOR.clean(entry);
        assertThat(DOOR.clean(clean)).isEqualTo(clean);
    }

    @Provide
    Arbitrary<Entry> entries() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(40);
        Arbitrary<String> json = Arbitraries.oneOf(
                texts,
                texts.map(text -> "{\"command\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}"),
                Arbitraries.doubles().map(String::valueOf));
        Arbitrary<Verdict> verdicts = Combinators.combine(
                        Arbitraries.of(Outcome.class),
                        texts,
                        texts,
                        Arbitraries.integers()
                                .between(0, 1 << 20)
                                .map(start -> new Span(start, start + start % 7))
                                .optional(),
                        texts.optional(),
                        Arbitraries.of(Stage.class),
                        Arbitraries.longs().between(0, Long.MAX_VALUE / 1000).map(micros -> micros * 1000))
                .as(Verdict::new);
        Arbitrary<Instant> times =
                Arbitraries.longs().between(-1L << 40, 1L << 40).map(millis -> Instant.ofEpochMilli(millis));
        return Combinators.combine(
                        times,
                        Combinators.combine(texts, texts.optional(), texts, texts, json, texts)
                                .as((session, parent, agent, tool, input, cwd) ->
                                        new Call(session, parent, agent, tool, input, cwd)),
                        verdicts,
                        json,
                        json,
                        Arbitraries.longs(),
                        Arbitraries.of(Mode.class),
                        texts)
                .as((time, call, verdict, effects, facts, tokens, mode, answered) -> new Entry(
                        time,
                        call.session(),
                        call.parent(),
                        call.agent(),
                        call.tool(),
                        call.input(),
                        call.cwd(),
                        verdict,
                        effects,
                        facts,
                        tokens,
                        tokens,
                        mode,
                        (tokens & 1) == 0,
                        answered));
    }

    record Call(String session, Optional<String> parent, String agent, String tool, String input, String cwd) {}
}
