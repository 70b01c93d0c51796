package dev.greenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.review.Mode;
import dev.greenlane.engine.review.Stage;
import dev.greenlane.engine.review.Verdict;
import dev.greenlane.engine.secrets.SecretScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionTest {
    /** Not a real one; put together here so that no scanner takes this file for a leak. */
    private static final String SECRET = "ghp_" + "Q7wErT5yUiOp3aSdFgHjKlZxCvBnM92rVNpv";

    private final Redactor redactor = new Redactor(SecretScanner.load());

    @TempDir
    Path folder;

    @Test
    void no_secret_reaches_the_disk_through_any_field() throws Exception {
        Entry entry = new Entry(
                Calls.NOON,
                "session " + SECRET,
                Optional.of("parent " + SECRET),
                "agent " + SECRET,
                "tool " + SECRET,
                "{\"command\":\"git push https://" + SECRET + "@github.com/me/x\",\"" + SECRET + "\":1}",
                "/home/me/" + SECRET,
                new Verdict(
                        Outcome.DENY,
                        "Bash(curl " + SECRET + ")",
                        "because of " + SECRET,
                        Optional.empty(),
                        Optional.of("without " + SECRET),
                        Stage.RULE,
                        0),
                "[\"" + SECRET + "\"]",
                "{\"remote\":\"https://" + SECRET + "@github.com\"}",
                0,
                0,
                Mode.AUTO,
                false,
                "deny " + SECRET);
        try (Ledger ledger = Ledger.open(folder.resolve("ledger.db"))) {
            ledger.append(entry);
            ledger.sessions().see("seen " + SECRET, Optional.of("above " + SECRET), "by " + SECRET, Calls.NOON);
            assertThat(ledger.sessions().find("seen " + SECRET)).isPresent();
            assertThat(raw()).contains("[github-token]").doesNotContain(SECRET.substring(4));
        }
        assertThat(raw()).contains("[github-token]").doesNotContain(SECRET.substring(4));
    }

    @Test
    void a_secret_behind_escapes_is_found() {
        String escaped = "\"\\u0067hp\\u005f" + SECRET.substring(4) + "\"";
        assertThat(redactor.json(escaped)).isEqualTo("\"[github-token]\"");
    }

    @Test
    void a_secret_in_what_is_no_json_is_found() {
        assertThat(redactor.json("{\"command\": " + SECRET)).isEqualTo("\"{\\\"command\\\": [github-token]\"");
        assertThat(redactor.json("")).isEqualTo("\"\"");
        assertThat(redactor.json("1 2")).isEqualTo("\"1 2\"");
    }

    @Test
    void json_without_secrets_keeps_its_values() {
        String json = "{\"a\":[1,-0.50,1e400,true,null],\"b\":{\"\":\"é\\n\"}}";
        assertThat(redactor.json(json)).isEqualTo(json);
    }

    @Test
    void a_secret_that_would_be_cut_at_the_end_is_not_kept_in_part() {
        String text = "x ".repeat(Redactor.LONGEST_TEXT / 2 - 5) + SECRET + " ".repeat(1000);
        assertThat(redactor.text(text)).doesNotContain("ghp_").contains("more characters]");
    }

    @Test
    void large_inputs_are_cut_in_little_time() {
        String huge = "{\"content\":\"" + "lorem ipsum ".repeat(5 << 20) + "\"}";
        assertThat(redactor.json(huge).length()).isLessThan(Redactor.LONGEST_TEXT + 100);
        String many = "[" + "\"some words\",".repeat(200_000) + "1]";
        assertThat(redactor.json(many)).startsWith("\"[").hasSizeLessThan(Redactor.LONGEST_JSON);
    }

    private String raw() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return all.toString();
        }
    }
}
