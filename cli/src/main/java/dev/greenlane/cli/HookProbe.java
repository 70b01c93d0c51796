package dev.greenlane.cli;

import dev.greenlane.agents.install.HookPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Sends a call that must be denied through a hook, as the agent would. Stateless. */
final class HookProbe {
    private static final String DENIED = "Denied by Greenlane";
    private static final long PATIENCE_SECONDS = 30;

    private HookProbe() {}

    /** Microseconds from start to answer, the second time; empty where the call was not denied. */
    static OptionalLong send(Path client, HookPlace place) throws IOException, InterruptedException {
        return once(client, place).isEmpty() ? OptionalLong.empty() : once(client, place);
    }

    private static OptionalLong once(Path client, HookPlace place) throws IOException, InterruptedException {
        Path out = Files.createTempFile("greenlane", ".answer");
        try {
            long start = System.nanoTime();
            Process hook = new ProcessBuilder(List.of(client.toString(), place.agent(), "--event", place.probeEvent()))
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var in = hook.getOutputStream()) {
                in.write(place.probe().getBytes(StandardCharsets.UTF_8));
            }
            boolean ended = hook.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            long micros = (System.nanoTime() - start) / 1000;
            hook.destroyForcibly();
            return ended && Files.readString(out).contains(DENIED) ? OptionalLong.of(micros) : OptionalLong.empty();
        } finally {
            Files.deleteIfExists(out);
        }
    }
}
