package dev.greenlane.agents.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.agents.Agent;
import dev.greenlane.agents.Answer;
import dev.greenlane.agents.Answer.Context;
import dev.greenlane.agents.Answer.Decision;
import dev.greenlane.agents.Answer.NoOpinion;
import dev.greenlane.agents.Facts;
import dev.greenlane.agents.HookEvent;
import dev.greenlane.agents.input.Results;
import dev.greenlane.engine.policy.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each agent's events are read as, and what each is answered, as one readable file an agent. A change of an adapter shows
 * as a change of that file: {@code mvn test -pl agents -am -Dbaseline.update=true} writes it anew.
 */
class AgentsBaselineTest {
    private static final Path RESOURCES = Path.of("src/test/resources/dev/greenlane/agents");
    private static final Map<String, Answer> ANSWERS = new LinkedHashMap<>();

    static {
        ANSWERS.put("allow", new Decision(Outcome.ALLOW, ""));
        ANSWERS.put("ask", new Decision(Outcome.ASK, "It's unclear."));
        ANSWERS.put("deny", new Decision(Outcome.DENY, "It's risky."));
        ANSWERS.put("none", new NoOpinion());
        ANSWERS.put("context", new Context("Read this."));
    }

    static List<Agent> agents() {
        return KnownAgents.all();
    }

    @MethodSource("agents")
    @ParameterizedTest
    void eventsAreReadAndAnsweredAsTheBaselineSays(Agent agent) throws IOException {
        StringBuilder actual = new StringBuilder();
        for (Path payload : payloads(agent)) {
            actual.append(block(agent, payload)).append('\n');
        }
        actual.append("where there is no review\n");
        Stream.concat(Stream.of(""), agent.events().stream())
                .forEach(event -> actual.append("  ")
                        .append(event.isEmpty() ? "(unknown)" : event)
                        .append(": ")
                        .append(said(agent.failAnswer(event, "it is asleep")))
                        .append('\n'));
        Path baseline = RESOURCES.resolve(agent.id() + ".baseline");
        if (Boolean.getBoolean("baseline.update")) {
            Files.writeString(baseline, actual);
        }
        assertThat(actual.toString()).isEqualTo(Files.readString(baseline));
    }

    private static List<Path> payloads(Agent agent) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("payloads").resolve(agent.id()))) {
            return files.sorted().toList();
        }
    }

    private static String block(Agent agent, Path payload) throws IOException {
        HookEvent event = agent.read("", Files.readString(payload));
        StringBuilder block = new StringBuilder(payload.getFileName().toString())
                .append("\n  ")
                .append(what(event))
                .append("\n  ")
                .append(facts(event.facts()))
                .append('\n');
        ANSWERS.forEach((name, answer) -> block.append("  ")
                .append(name)
                .append(": ")
                .append(said(agent.answer(event, answer)))
                .append('\n'));
        return block.toString();
    }

    private static String what(HookEvent event) {
        String kind = event.getClass().getSimpleName() + " " + event.name();
        return switch (event) {
            case HookEvent.ToolUse use ->
                kind + " id " + use.tool().useId() + " " + use.tool().call();
            case HookEvent.PermissionAsked asked -> kind + " " + asked.tool().call();
            case HookEvent.PermissionRefused refused ->
                kind + " " + refused.reason() + " " + refused.tool().call();
            case HookEvent.ToolDone done ->
                kind + (done.failed() ? " failed " : " ") + "shows [" + Results.text(done.result()) + "] "
                        + done.tool().call();
            case HookEvent.Prompt prompt -> kind + " " + prompt.words();
            case HookEvent.SessionStarted it -> kind + " " + it.source();
            case HookEvent.SessionEnded it -> kind + " " + it.reason();
            case HookEvent.Stopped it -> kind + " " + it.said();
            case HookEvent.SubagentStarted it -> kind + " " + it.kind();
            case HookEvent.SubagentStopped it -> kind + " " + it.said();
            case HookEvent.Other ignored -> kind;
            case HookEvent.Unreadable it -> kind + " " + it.reason();
        };
    }

    private static String facts(Facts facts) {
        StringBuilder text =
                new StringBuilder("session ").append(facts.session().orElse("-"));
        facts.subagent().ifPresent(it -> text.append(", subagent ").append(it));
        facts.cwd().ifPresent(it -> text.append(", in ").append(it));
        facts.permissionMode().ifPresent(it -> text.append(", mode ").append(it));
        facts.transcript().ifPresent(it -> text.append(", transcript ").append(it));
        if (facts.presence() != Facts.Presence.UNKNOWN) {
            text.append(", ").append(facts.presence());
        }
        if (!facts.user().isEmpty()) {
            text.append(", user ").append(facts.user());
        }
        if (!facts.earlier().isEmpty()) {
            text.append(", earlier ").append(facts.earlier());
        }
        return text.toString();
    }

    private static String said(String text) {
        return text.isEmpty() ? "(nothing)" : text;
    }
}
