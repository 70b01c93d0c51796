package dev.greenlane.world.git;

import dev.greenlane.engine.bounded.Bounded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers that are kept as long as the files that they were made from stay as they are; so many, the least used go. Thread-safe. */
final class Kept<K, V> {

    private final InstantSource clock;
    private final Map<K, Answer<V>> answers;

    Kept(int most, InstantSource clock) {
        this.clock = clock;
        answers = Collections.synchronizedMap(Bounded.byUse(most));
    }

    /**
     * The answer to a question, kept or new.
     *
     * @param look looks at the files that the answer depends on; empty where they are too many
     * @param ask finds the answer out
     */
    Optional<V> answer(K question, Supplier<Optional<Fingerprint>> look, Supplier<Optional<V>> ask) {
        Instant now = clock.instant();
        Optional<Fingerprint> before = look.get();
        Answer<V> known = answers.get(question);
        if (known != null && before.isPresent() && known.files.equals(before.get())) {
            return Optional.of(known.value);
        }
        Optional<V> answer = ask.get();
        if (answer.isPresent()
                && before.filter(files -> files.isOlderThan(now)).isPresent()
                && before.equals(look.get())) {
            answers.put(question, new Answer<>(before.get(), answer.get()));
        }
        return answer;
    }

    private record Answer<V>(Fingerprint files, V value) {}
}
