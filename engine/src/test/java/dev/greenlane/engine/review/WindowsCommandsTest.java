package dev.greenlane.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.call.ToolCall.Dialect;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.policy.Outcome;
import dev.greenlane.engine.policy.Policy;
import dev.greenlane.engine.understand.Understander;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WindowsCommandsTest {

    private static final Reviewer REVIEWER = new Reviewer(Understander.load(), Policy.defaults());
    private static final List<Optional<String>> FOLDERS =
            List.of(Optional.empty(), Optional.of("C:\\Users\\ann\\src\\app"), Optional.of("D:\\work\\app"));

    @TestFactory
    Stream<DynamicTest> everyday_commands_pass() throws IOException {
        return Stream.concat(
                        lines("cmd-everyday.txt", Dialect.CMD), lines("powershell-everyday.txt", Dialect.POWERSHELL))
                .map(call -> DynamicTest.dynamicTest(call.command(), () -> {
                    for (Optional<String> folder : FOLDERS) {
                        Verdict verdict = review(call, folder);
                        assertThat(verdict.outcome())
                                .as("%s: %s", call.command(), verdict.reason())
                                .isEqualTo(Outcome.ALLOW);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> risky_commands_stop() throws IOException {
        return Stream.concat(lines("cmd-risky.txt", Dialect.CMD), lines("powershell-risky.txt", Dialect.POWERSHELL))
                .map(call -> DynamicTest.dynamicTest(call.command(), () -> {
                    for (Optional<String> folder : FOLDERS) {
                        assertThat(review(call, folder).outcome())
                                .as(call.command())
                                .isNotEqualTo(Outcome.ALLOW);
                    }
                }));
    }

    private static Verdict review(ToolCall call, Optional<String> folder) {
        Surroundings surroundings = new Surroundings(folder, folder.map(path -> "C:\\Users\\ann"));
        return REVIEWER.review(
                        new Request(call, surroundings, Files.NONE, Mode.AUTO, UserRules.NONE, List.of(), List.of()))
                .verdict();
    }

    private static Stream<ToolCall.Shell> lines(String file, Dialect dialect) throws IOException {
        try (InputStream in = Objects.requireNonNull(WindowsCommandsTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(line -> new ToolCall.Shell(dialect.name(), line, dialect));
        }
    }
}
