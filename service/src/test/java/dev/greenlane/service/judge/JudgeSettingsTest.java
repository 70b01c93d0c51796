package dev.greenlane.service.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenlane.models.endpoint.Endpoint;
import dev.greenlane.models.endpoint.Price;
import dev.greenlane.models.endpoint.Style;
import dev.greenlane.models.endpoint.Tokens;
import dev.greenlane.service.judge.JudgeSettings.Unusable;
import dev.greenlane.service.settings.SettingsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeSettingsTest {
    @TempDir
    private Path folder;

    private JudgeSettings read(String settings) throws IOException, Unusable {
        Files.writeString(folder.resolve("settings.yaml"), settings);
        var read = new SettingsFiles(folder, folder.resolve("managed.yaml")).in(Optional.empty());
        assertThat(read.problems()).isEmpty();
        return JudgeSettings.of(read, Map.of("KEY", " secret "), Optional.of(folder.toString()));
    }

    @Test
    void without_a_model_there_is_no_judge() throws Exception {
        assertThat(read("").endpoints()).isEmpty();
        assertThat(read("judge-key: env:MISSING\n").endpoints()).isEmpty();
    }

    @Test
    void a_model_alone_is_one_at_the_makers_address_and_taken_for_a_dear_one() throws Exception {
        JudgeSettings settings = read("judge-model: m\njudge-key: env:KEY\n");
        assertThat(settings.endpoints())
                .containsExactly(new Endpoint(
                        Style.ANTHROPIC, "https://api.anthropic.com/v1", "m", Optional.of("secret"), Price.DEAR));
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.perSession()).isEqualTo(500_000);
        assertThat(settings.perDay()).isEqualTo(5_000_000);
    }

    @Test
    void two_models_are_asked_in_their_order_and_one_on_this_machine_is_free() throws Exception {
        Files.writeString(folder.resolve("key"), "k\n");
        JudgeSettings settings = read("""
            judge-model: first
            judge-key: file:~/key
            judge-price: 0.25/1.5
            second-judge-model: second
            second-judge-style: openai
            second-judge-address: http://localhost:11434/v1
            """);
        assertThat(settings.endpoints()).extracting(Endpoint::model).containsExactly("first", "second");
        assertThat(settings.endpoints().get(0).key()).contains("k");
        assertThat(settings.endpoints().get(0).price().micros(new Tokens(1000, 1000, 0, 100)))
                .isEqualTo(425);
        assertThat(settings.endpoints().get(1).price()).isEqualTo(Price.FREE);
    }

    @Test
    void a_key_that_is_not_there_and_an_address_that_everybody_reads_are_named() {
        assertThatThrownBy(() -> read("judge-model: m\njudge-key: env:MISSING\n"))
                .hasMessageContaining("MISSING");
        assertThatThrownBy(() -> read("judge-model: m\njudge-key: file:~/none\n"))
                .hasMessageContaining("none");
        assertThatThrownBy(
                        () -> read("judge-model: m\njudge-key: env:KEY\njudge-address: http://127.evil.example/v1\n"))
                .hasMessageContaining("https");
    }

    @Test
    void a_key_is_never_printed() throws Exception {
        assertThat(read("judge-model: m\njudge-key: env:KEY\n").toString()).doesNotContain("secret");
    }
}
