package dev.greenlane.engine.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In how many ways one and the same thing is ordered, and spoken of without being ordered. */
class WaysToSayTest {

    private static final String DELETE = "kubectl delete deployment www-old -n shop";

    @ParameterizedTest
    @MethodSource
    void orders(String words) {
        assertThat(WishesTest.outcome(DELETE, words.split(" // "))).isEqualTo(Outcome.ALLOW);
    }

    @ParameterizedTest
    @MethodSource
    void noOrders(String words) {
        assertThat(WishesTest.outcome(DELETE, words.split(" // "))).isNotEqualTo(Outcome.ALLOW);
    }

    static Stream<String> orders() throws IOException {
        return lines("orders.txt");
    }

    static Stream<String> noOrders() throws IOException {
        return lines("no-orders.txt");
    }

    private static Stream<String> lines(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(WaysToSayTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }
}
