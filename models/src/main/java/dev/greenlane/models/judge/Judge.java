package dev.greenlane.models.judge;

import dev.greenlane.models.endpoint.Endpoint;
import dev.greenlane.models.endpoint.Model;
import dev.greenlane.models.endpoint.ModelFailure;
import dev.greenlane.models.endpoint.ModelFailure.Kind;
import dev.greenlane.models.endpoint.Prompt;
import dev.greenlane.models.endpoint.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Puts a case before one model, and before the next where that fails: first a short question, and only where its answer is not
 * plain a second one. Takes no longer than it is given. Thread-safe.
 */
public final class Judge implements AutoCloseable {
    private static final double SHARE_WHERE_OTHERS_WAIT = 0.6;

    private final List<Seat> seats;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private record Seat(Endpoint endpoint, Model model) {}

    /**
     * @param endpoints the models, the first one to ask first; at least one
     * @param patience how long a case may take in all
     */
    public Judge(List<Endpoint> endpoints, Duration patience) {
        this(endpoints, patience, Model::at);
    }

    Judge(List<Endpoint> endpoints, Duration patience, Function<Endpoint, Model> opener) {
        this.seats = endpoints.stream()
                .map(endpoint -> new Seat(endpoint, opener.apply(endpoint)))
                .toList();
        this.patience = patience;
    }

    /** A name of all that is said about the case. The same for every model. */
    public static String key(Case of) {
        return Brief.of(of).key();
    }

    /** The questions about a case, in the order in which they are asked; the last one decides. */
    public static List<Prompt> questions(Case of) {
        Brief brief = Brief.of(of);
        return hasFirstLook(of, brief)
                ? List.of(Questions.quick(brief), Questions.closer(brief))
                : List.of(Questions.closer(brief));
    }

    private static boolean hasFirstLook(Case of, Brief brief) {
        return !of.needsConsent() && Questions.isWorthALook(brief);
    }

    /** Judges a case. Never throws. */
    public Judged judge(Case of, Purse purse) {
        long start = System.nanoTime();
        Brief brief = Brief.of(of);
        String key = brief.key();
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < seats.size(); i++) {
            long left = patience.toNanos() - (System.nanoTime() - start);
            long share = i == seats.size() - 1 ? left : (long) (left * SHARE_WHERE_OTHERS_WAIT);
            Hearing hearing = new Hearing(of, brief, seats.get(i), purse, System.nanoTime() + share);
            Optional<Ruling> ruling = hearing.hold();
            attempts.add(hearing.attempt());
            if (ruling.isPresent()) {
                return new Judged(key, ruling, attempts, System.nanoTime() - start);
            }
        }
        return new Judged(key, Optional.empty(), attempts, System.nanoTime() - start);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** One case before one model. */
    private final class Hearing {
        private final Case of;
        private final Brief brief;
        private final Seat seat;
        private final Purse purse;
        private final long deadline;
        private Attempt attempt;

        Hearing(Case of, Brief brief, Seat seat, Purse purse, long deadline) {
            this.of = of;
            this.brief = brief;
            this.seat = seat;
            this.purse = purse;
            this.deadline = deadline;
            this.attempt = new Attempt(
                    seat.endpoint().model(), Optional.empty(), "", dev.greenlane.models.endpoint.Tokens.NONE, 0, 0);
        }

        Attempt attempt() {
            return attempt;
        }

        Optional<Ruling> hold() {
            try {
                if (of.call().length() > Brief.LONGEST_CALL) {
                    throw new ModelFailure(Kind.MISUSED, "the call is too long to be shown whole");
                }
                if (hasFirstLook(of, brief) && Questions.isFine(ask(Questions.quick(brief)))) {
                    return Optional.of(Questions.fine(of));
                }
                return Optional.of(Questions.ruling(of, brief, ask(Questions.closer(brief))));
            } catch (ModelFailure e) {
                attempt = new Attempt(
                        attempt.model(),
                        Optional.of(e.kind()),
                        e.reason(),
                        attempt.tokens(),
                        attempt.cost(),
                        attempt.questions());
                return Optional.empty();
            }
        }

        private String ask(Prompt prompt) throws ModelFailure {
            if (purse.isEmpty()) {
                throw new ModelFailure(Kind.NO_MONEY, "its budget is spent");
            }
            Reply reply = await(threads.submit(() -> seat.model().ask(prompt)));
            long cost = seat.endpoint().price().micros(reply.tokens());
            purse.spend(cost);
            attempt = new Attempt(
                    attempt.model(),
                    Optional.empty(),
                    "",
                    attempt.tokens().and(reply.tokens()),
                    attempt.cost() + cost,
                    attempt.questions() + 1);
            return reply.text();
        }

        private Reply await(Future<Reply> reply) throws ModelFailure {
            try {
                return reply.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                throw new ModelFailure(Kind.TIMED_OUT, "it did not answer in time");
            } catch (ExecutionException e) {
                throw e.getCause() instanceof ModelFailure failure
                        ? failure
                        : new ModelFailure(Kind.OUTAGE, "it could not be asked (" + e.getCause() + ")");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ModelFailure(Kind.TIMED_OUT, "it was interrupted");
            } finally {
                reply.cancel(true);
            }
        }
    }
}
