package dev.greenlane.cli;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Request;
import dev.greenlane.engine.review.Review;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.understand.Understander;
import dev.greenlane.models.judge.Case;
import dev.greenlane.models.judge.Judge;
import dev.greenlane.models.judge.Judged;
import dev.greenlane.models.judge.Purse;
import dev.greenlane.models.judge.Ruling;
import dev.greenlane.models.judge.Written;
import dev.greenlane.service.judge.RulingBook;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Brings what reviews leave open before the judge, or before what it said once. Not thread-safe. */
final class Bar implements AutoCloseable {
    private final Optional<Judge> judge;
    private final Optional<RulingBook> book;
    private final Written written;
    private final Purse purse;

    /**
     * @param judge is asked where the book has nothing; empty for nobody
     * @param most what may be spent, in millionths of a US dollar
     */
    Bar(Optional<Judge> judge, Optional<RulingBook> book, Written written, long most) {
        this.judge = judge;
        this.book = book;
        this.written = written;
        this.purse = Purse.of(most);
    }

    /** Loaded when the first case with earlier calls is told. */
    private static final class Knowledge {
        static final Understander UNDERSTANDER = Understander.load();
    }

    /** One before which nothing is brought. */
    static Bar nobody() {
        return new Bar(Optional.empty(), Optional.empty(), Written.NONE, 0);
    }

    /** Whether the rules leave a call to a judge. */
    static boolean isOpen(Review review) {
        return review.request().mode() == Mode.AUTO
                && review.verdict().stage() == Stage.POLICY
                && review.verdict().outcome() == Outcome.ASK
                && review.judgement().open();
    }

    /** What a judge would be shown of a call. */
    static Case of(Review review, Written written) {
        Request request = review.request();
        List<String> earlier = request.earlier().isEmpty()
                ? List.of()
                : Case.earlier(request.earlier(), Knowledge.UNDERSTANDER, request.surroundings());
        return Case.of(review, earlier, written);
    }

    /** The review with what the judge made of it; the same where the rules decide, or nobody rules. */
    Review judged(Review review) {
        if (book.isEmpty() && judge.isEmpty() || !isOpen(review)) {
            return review;
        }
        long start = System.nanoTime();
        Case of = of(review, written);
        String key = Judge.key(of);
        Optional<Ruling> known = book.flatMap(rulings -> rulings.find(key));
        if (known.isEmpty() && judge.isEmpty()) {
            return review;
        }
        Judged judged = known.isPresent()
                ? new Judged(key, known, List.of(), System.nanoTime() - start)
                : judge.get().judge(of, purse);
        if (known.isEmpty()) {
            judged.ruling().ifPresent(fresh -> write(key, fresh));
        }
        return review.with(judged.on(review.verdict(), false));
    }

    private void write(String key, Ruling ruling) {
        try {
            if (book.isPresent()) {
                book.get().add(key, ruling);
            }
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "the ruling cannot be written down: " + e.getMessage() + ".");
        }
    }

    @Override
    public void close() {
        judge.ifPresent(Judge::close);
    }
}
