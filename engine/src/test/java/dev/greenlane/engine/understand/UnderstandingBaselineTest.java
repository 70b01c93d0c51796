package dev.greenlane.engine.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.look.Files;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What commands are understood to do, as one readable file. A change of understanding shows as a change of that file:
 * {@code mvn test -pl engine -am -Dbaseline.update=true} writes it anew.
 */
class UnderstandingBaselineTest {

    private static final String BASELINE = "shell.baseline";
    private static final Surroundings PROJECT =
            new Surroundings(Optional.of("/home/ada/project"), Optional.of("/home/ada"));

    private final Understander understander = Understander.load();

    @Test
    void commandsDoWhatTheBaselineSays() throws IOException {
        String baseline = read();
        StringBuilder actual = new StringBuilder();
        for (String block : baseline.split("\n\n")) {
            actual.append(actual.isEmpty() ? "" : "\n").append(block(block));
        }
        if (Boolean.getBoolean("baseline.update")) {
            java.nio.file.Files.writeString(
                    Path.of("src/test/resources/dev/greenlane/engine/understand", BASELINE), actual);
        }
        assertThat(actual.toString()).isEqualTo(baseline);
    }

    private String block(String block) {
        StringBuilder command = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (String line : block.split("\n")) {
            if (line.startsWith("#") || line.startsWith("$ ") || line.startsWith("> ")) {
                text.append(line).append('\n');
            }
            if (line.startsWith("$ ") || line.startsWith("> ")) {
                command.append(command.isEmpty() ? "" : "\n").append(line.substring(2));
            }
        }
        if (!command.isEmpty()) {
            effects(command.toString())
                    .forEach(effect -> text.append("    ").append(effect).append('\n'));
        }
        return text.toString();
    }

    private List<String> effects(String command) {
        ToolCall call = new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX);
        List<String> lines = new ArrayList<>();
        for (Effect effect : understander.understand(call, PROJECT, Files.NONE).all()) {
            lines.add(line(effect, command));
        }
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private static String line(Effect effect, String command) {
        StringBuilder line = new StringBuilder(effect.kind().id());
        if (!effect.target().isEmpty()) {
            line.append(' ').append(effect.target());
        }
        if (effect instanceof Effect.OnPath onPath) {
            line.append(" (")
                    .append(onPath.path().scope().name().toLowerCase(java.util.Locale.ROOT))
                    .append(')');
        }
        if (effect instanceof Effect.NotUnderstood notUnderstood) {
            line.append(" — ").append(notUnderstood.reason());
        }
        if (!effect.circumstances().traits().isEmpty()) {
            line.append(' ').append(new TreeSet<>(effect.circumstances().traits()));
        }
        if (!effect.circumstances().carries().isEmpty()) {
            line.append(" carries ").append(new TreeSet<>(effect.circumstances().carries()));
        }
        return line.append("  «")
                .append(effect.circumstances().span().in(command).replace("\n", "⏎"))
                .append('»')
                .toString();
    }

    private static String read() throws IOException {
        try (var in = Objects.requireNonNull(UnderstandingBaselineTest.class.getResourceAsStream(BASELINE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
