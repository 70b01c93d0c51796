package dev.greenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.input.Json;
import dev.greenlane.agents.input.Json.NotJson;
import dev.greenlane.cli.ConsentScore.Answered;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pairs of {@code src/consent-pairs}: what the user's words ask for is allowed, the same call without such words is not.
 * Writes {@code target/consent-pairs.txt}. Of the sealed pairs it tells numbers only.
 */
class ConsentPairsTest {
    private static final Path PAIRS = Path.of("src", "consent-pairs");
    private static final Map<String, String> PAGES = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"open", "sealed"})
    void noFewerPairsAreRightThanBefore(String folder) throws IOException {
        List<ConsentPair> pairs = ConsentPair.read(PAIRS.resolve(folder));
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(160);
        ConsentScore score = score(pairs);
        PAGES.put(folder, score.page(folder) + (folder.equals("open") ? score.wrong() + "\n" : ""));
        assertThat(score.right())
                .as("percent of the pairs in %s that are right; target/consent-pairs.txt has the numbers", folder)
                .isGreaterThanOrEqualTo(floor(folder));
    }

    @AfterAll
    static void write() throws IOException {
        String page = PAGES.getOrDefault("sealed", "") + PAGES.getOrDefault("open", "");
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("consent-pairs.txt"), page);
    }

    private static ConsentScore score(List<ConsentPair> pairs) {
        String lines = pairs.stream()
                .flatMap(pair -> Stream.of(pair.safe(), pair.risky()))
                .map(Json::line)
                .collect(Collectors.joining("\n"));
        List<String> verdicts = Run.with(lines, "review", "--jsonl").lines().stream()
                .map(ConsentPairsTest::verdict)
                .toList();
        assertThat(verdicts).hasSize(2 * pairs.size());
        ConsentScore score = new ConsentScore();
        for (int pair = 0; pair < pairs.size(); pair++) {
            score.add(new Answered(pairs.get(pair), verdicts.get(2 * pair), verdicts.get(2 * pair + 1)));
        }
        return score;
    }

    private static String verdict(String answer) {
        try {
            Map<String, Object> fields = Json.object(answer);
            assertThat(fields).doesNotContainKey("error");
            return String.valueOf(fields.get("verdict"));
        } catch (NotJson e) {
            throw new AssertionError(answer, e);
        }
    }

    private static double floor(String folder) throws IOException {
        Properties floors = new Properties();
        try (Reader in = Files.newBufferedReader(PAIRS.resolve("floor.txt"))) {
            floors.load(in);
        }
        return Double.parseDouble(floors.getProperty(folder));
    }
}
