package dev.greenlane.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ReviewsTest {
    @Test
    void reviews_that_never_come_back_hold_up_nobody_else_until_there_are_too_many() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Reviews reviews = new Reviews(Duration.ofMillis(100))) {
            boolean refused = false;
            for (int i = 0; i < 100 && !refused; i++) {
                assertThat(i >= 60 || reviews.run(() -> true)).isTrue();
                try {
                    reviews.run(() -> hang(never));
                } catch (NoReview e) {
                    refused = e.reason().contains("not come back");
                }
            }
            assertThat(refused).isTrue();
            never.countDown();
        }
    }

    /** Not to be interrupted, as a file system that does not answer. */
    private static boolean hang(CountDownLatch never) {
        boolean done = false;
        while (!done) {
            try {
                never.await();
                done = true;
            } catch (InterruptedException e) {
                continue;
            }
        }
        return done;
    }
}
