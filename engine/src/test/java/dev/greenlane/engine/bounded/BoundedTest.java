package dev.greenlane.engine.bounded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundedTest {

    @Test
    void the_oldest_goes_however_often_it_was_asked_for() {
        Map<String, Integer> map = Bounded.byAge(2);
        map.put("a", 1);
        map.put("b", 2);
        map.get("a");
        map.put("c", 3);

        assertThat(map).containsOnlyKeys("b", "c");
    }

    @Test
    void what_was_not_asked_for_longest_goes() {
        Map<String, Integer> map = Bounded.byUse(2);
        map.put("a", 1);
        map.put("b", 2);
        map.get("a");
        map.put("c", 3);

        assertThat(map).containsOnlyKeys("a", "c");
    }
}
