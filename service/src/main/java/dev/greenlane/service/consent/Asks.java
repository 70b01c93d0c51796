package dev.greenlane.service.consent;

import dev.greenlane.engine.bounded.Bounded;
import dev.greenlane.engine.consent.grant.Grant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Questions that a person answers outside the agent: those whose call still waits, and those that were answered without a
 * person a little while ago, which can be approved for the next try. Keeps the last 256. Thread-safe.
 */
public final class Asks {
    private static final int KEPT = 256;
    private static final Duration LISTED = Duration.ofMinutes(15);
    private static final Duration STILL_WATCHED = Duration.ofSeconds(20);

    private final InstantSource clock;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Question> questions = Bounded.byAge(KEPT);
    private int watchers;
    private long watchedUntil = System.nanoTime();

    private static final class Question {
        private Asked asked;
        private final boolean listed;
        private @Nullable CompletableFuture<Reply> waiting;
        private boolean answered;

        Question(Asked asked, boolean listed) {
            this.asked = asked;
            this.listed = listed;
        }
    }

    /**
     * What a person said.
     *
     * @param grant what they approved; empty for a no
     */
    public record Reply(Optional<Grant> grant) {}

    /**
     * One that is listed.
     *
     * @param waits whether its call still waits for the answer
     */
    public record Open(Asked asked, boolean waits) {}

    public Asks(InstantSource clock) {
        this.clock = clock;
    }

    /** A number for the next question. */
    public long number() {
        return numbers.incrementAndGet();
    }

    /** Waits for an answer; empty where none comes in time. */
    public Optional<Reply> await(Asked asked, Duration patience) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        synchronized (this) {
            Question question = new Question(asked, true);
            question.waiting = reply;
            questions.put(asked.number(), question);
            notifyAll();
        }
        try {
            return Optional.of(reply.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return stopWaiting(asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stopWaiting(asked);
        }
    }

    /** An answer that came in the last moment counts. */
    private synchronized Optional<Reply> stopWaiting(Asked asked) {
        Question question = questions.get(asked.number());
        if (question == null || question.waiting == null) {
            return Optional.empty();
        }
        Optional<Reply> late = Optional.ofNullable(question.waiting.getNow(null));
        question.waiting = null;
        return late;
    }

    /**
     * A call was answered without a person.
     *
     * @param listed whether it was a question that nobody was asked
     */
    public synchronized void remember(Asked asked, boolean listed) {
        Question question = questions.get(asked.number());
        if (question == null) {
            questions.put(asked.number(), new Question(asked, listed));
        } else {
            question.asked = asked;
        }
        notifyAll();
    }

    /** The question with this number. */
    public synchronized Optional<Asked> find(long number) {
        return Optional.ofNullable(questions.get(number)).map(question -> question.asked);
    }

    /** The call with this number in the ledger. */
    public synchronized Optional<Asked> ofEntry(long entry) {
        return questions.values().stream()
                .map(question -> question.asked)
                .filter(asked -> asked.entry() == entry && entry > 0)
                .findFirst();
    }

    /** A person has answered. Whether its call still waited. */
    public synchronized boolean answer(long number, Reply reply) {
        Question question = questions.get(number);
        if (question == null) {
            return false;
        }
        question.answered = true;
        return question.waiting != null && question.waiting.complete(reply);
    }

    /** Those that nobody has answered, the oldest first. */
    public synchronized List<Open> open() {
        return questions.values().stream()
                .filter(question -> question.listed && !question.answered)
                .filter(question -> question.waiting != null
                        || clock.instant().isBefore(question.asked.time().plus(LISTED)))
                .map(question -> new Open(question.asked, question.waiting != null))
                .toList();
    }

    /** As {@link #open}; where there is none, waits for one to come. */
    public synchronized List<Open> open(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        watchers++;
        try {
            List<Open> open = open();
            for (long left = patience.toMillis(); open.isEmpty() && left > 0; open = open()) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            }
            return open;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            watchers--;
            watchedUntil = System.nanoTime() + STILL_WATCHED.toNanos();
        }
    }

    /** Whether somebody waits for questions, or did a moment ago. */
    public synchronized boolean isWatched() {
        return watchers > 0 || watchedUntil - System.nanoTime() > 0;
    }
}
