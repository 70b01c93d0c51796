package dev.greenlane.service.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Facts;
import dev.greenlane.agents.Facts.Presence;
import dev.greenlane.agents.known.KnownAgents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonTest {
    private static final Agent CLAUDE = KnownAgents.byId("claude-code").orElseThrow();

    @TempDir
    private Path folder;

    private final Person person = new Person(Duration.ofMinutes(1));

    private static String line(String words, String entrypoint) {
        return "{\"type\":\"user\",\"entrypoint\":\"" + entrypoint + "\",\"message\":{\"content\":\"" + words
                + "\"}}\n";
    }

    private Optional<TranscriptFile> transcript(String text) throws Exception {
        Path file = folder.resolve("t.jsonl");
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return Optional.of(new TranscriptFile(file));
    }

    @Test
    void words_of_before_come_from_the_transcript_and_later_ones_from_events() throws Exception {
        person.said("Now push it.");
        person.read(CLAUDE, transcript(line("Run the tests.", "cli") + line("Now push it.", "cli")));
        person.said("And tag it.");
        assertThat(person.words()).containsExactly("Run the tests.", "Now push it.", "And tag it.");
        assertThat(person.presence()).isEqualTo(Presence.ATTENDED);
    }

    @Test
    void a_transcript_that_grows_is_read_again_where_no_event_tells() throws Exception {
        person.read(CLAUDE, transcript(line("One.", "sdk-cli")));
        person.read(CLAUDE, transcript(line("Two.", "sdk-cli")));
        assertThat(person.words()).containsExactly("One.", "Two.");
        assertThat(person.presence()).isEqualTo(Presence.HEADLESS);
    }

    @Test
    void what_is_no_transcript_says_nothing() {
        person.read(CLAUDE, Optional.of(new TranscriptFile(folder)));
        person.read(CLAUDE, Optional.of(new TranscriptFile(folder.resolve("none"))));
        person.read(CLAUDE, Optional.empty());
        assertThat(person.words()).isEmpty();
        assertThat(person.presence()).isEqualTo(Presence.UNKNOWN);
    }

    @Test
    void of_a_long_transcript_the_end_is_read_from_the_beginning_of_a_line() throws Exception {
        String filling = line("x".repeat(100_000), "cli").replace("user", "other");
        var long_ = transcript(line("First.", "cli") + filling.repeat(25) + line("Last.", "cli"));
        person.read(CLAUDE, long_);
        assertThat(person.words()).containsExactly("First.", "Last.");
    }

    @Test
    void clients_that_name_no_transcript_keep_it_where_we_know() {
        Facts facts =
                new Facts(Optional.of("ab-12"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Agent copilot = KnownAgents.byId("copilot-cli").orElseThrow();
        assertThat(TranscriptFile.of(copilot, facts, Optional.of("/home/sam")))
                .contains(new TranscriptFile(Path.of("/home/sam/.copilot/session-state/ab-12/events.jsonl")));
        Facts astray =
                new Facts(Optional.of("../x"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(TranscriptFile.of(copilot, astray, Optional.of("/home/sam"))).isEmpty();
    }
}
