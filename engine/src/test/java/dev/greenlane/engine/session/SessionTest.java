package dev.greenlane.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.look.Files;
import dev.greenlane.engine.provenance.Before;
import dev.greenlane.engine.understand.Understanding;
import dev.greenlane.engine.understand.trail.Content;
import dev.greenlane.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SessionTest {

    @Property(tries = 60)
    void theSameCallsGiveTheSameSession(@ForAll("calls") List<ToolCall> calls) {
        Session once = Session.NEW.after(Deeds.executed(calls), Deeds.UNDERSTANDER, Deeds.PROJECT);
        Session again = Session.NEW.after(Deeds.executed(calls), Deeds.UNDERSTANDER, Deeds.PROJECT);
        assertThat(once.trail().files()).isEqualTo(again.trail().files());
        assertThat(once.trail().calls()).isEqualTo(calls.size());
    }

    @Property(tries = 60)
    void itDoesNotMatterWhetherCallsAreRememberedOrFollowedAgain(@ForAll("calls") List<ToolCall> calls) {
        Session step = Session.NEW;
        for (ToolCall call : calls) {
            Understanding understanding = Deeds.UNDERSTANDER.understand(call, Deeds.PROJECT, Files.NONE, step.trail());
            step = step.after(understanding, Deeds.PROJECT, Before.UNSEEN);
        }
        Session replayed = Session.NEW.after(Deeds.executed(calls), Deeds.UNDERSTANDER, Deeds.PROJECT);
        assertThat(step.trail().files()).isEqualTo(replayed.trail().files());
    }

    @Provide
    Arbitrary<List<ToolCall>> calls() {
        Arbitrary<String> names = Arbitraries.of("a", "b", "~/c", "/tmp/d", "e/f", ".", "*", "~/.ssh/id_rsa");
        Arbitrary<String> verbs = Arbitraries.of(
                "cp %s %s",
                "mv %s %s",
                "cat %s > %s",
                "cat %s >> %s",
                "curl -o %s https://h/%s",
                "tar czf %s %s",
                "sh %s %s",
                "ln -s %s %s",
                "tee %s < %s",
                "dd if=%s of=%s",
                "cat %s | tee -a %s | sh");
        Arbitrary<ToolCall> call = net.jqwik.api.Combinators.combine(verbs, names, names)
                .as((verb, from, to) -> new ToolCall.Shell("Bash", verb.formatted(from, to), ToolCall.Dialect.POSIX));
        return call.list().ofMaxSize(12);
    }

    @Test
    void memoryStaysBounded() {
        Session session = Session.NEW;
        String large = "x".repeat(60_000);
        List<ToolCall> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder many = new StringBuilder("echo " + large + " > big" + i);
            for (int f = 0; f < 20; f++) {
                many.append("; echo x > f").append(i).append('-').append(f);
            }
            calls.add(new ToolCall.Shell("Bash", many.toString(), ToolCall.Dialect.POSIX));
        }
        session = session.after(Deeds.executed(calls), Deeds.UNDERSTANDER, Deeds.PROJECT);
        assertThat(session.trail().files()).hasSizeLessThanOrEqualTo(256);
        assertThat(session.trail().files().values().stream()
                        .flatMap(content -> content.text().stream())
                        .mapToLong(Value::length)
                        .sum())
                .isLessThanOrEqualTo(1 << 19);
        assertThat(session.trail().files()).containsKey("/home/user/project/f59-19");
    }

    @Test
    void aFileWithAKnownPathIsMeantWhereTheWorkingDirectoryIsNotKnown() {
        List<ToolCall> calls = Deeds.read("Write /srv/app/run.sh: rm -rf ~");
        Session session = Session.NEW.after(Deeds.executed(calls), Deeds.UNDERSTANDER, Surroundings.UNKNOWN);
        Optional<Content> content = session.trail().at("/srv/app/run.sh");
        assertThat(content).isPresent();
        Understanding run = Deeds.UNDERSTANDER.understand(
                Deeds.read("bash run.sh").get(0), Surroundings.UNKNOWN, Files.NONE, session.trail());
        assertThat(run.effects()).anyMatch(effect -> effect.kind().id().equals("file-delete"));
    }
}
