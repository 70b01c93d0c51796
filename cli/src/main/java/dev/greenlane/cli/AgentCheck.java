package dev.greenlane.cli;

import dev.greenlane.agents.install.HookPlace;
import dev.greenlane.agents.install.Installation;
import dev.greenlane.agents.install.NotEditable;
import dev.greenlane.cli.copy.PrivateCopy;
import dev.greenlane.cli.drive.Client;
import dev.greenlane.cli.drive.Clients;
import dev.greenlane.cli.drive.CodexHooks;
import dev.greenlane.cli.screen.Lines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the hooks of one agent after another.
 *
 * @param home the user's
 * @param copy what the hooks should run
 * @param drive whether agents are started to see their hooks fire
 */
record AgentCheck(Outside outside, Path home, PrivateCopy copy, boolean drive) {
    private static final long VERSION_SECONDS = 10;
    private static final int LONGEST_COMMAND = 60;

    enum Health {
        WELL,
        ILL,
        ABSENT
    }

    /** What was found, as one line without the agent's name. */
    record Finding(Health health, String text) {}

    Finding of(HookPlace place) throws InterruptedException {
        String again = " Mend it with: greenlane install " + place.agent();
        Optional<Path> program = AgentChoice.program(outside, place.program());
        try {
            Hooks ours = new Hooks(copy.client(), Optional.empty(), false);
            Installation hooks = ours.in(place, home, Optional.empty()).orElseThrow();
            Optional<Installation> ofProject = ours.in(place, home, Optional.of(outside.folder()));
            boolean here = ofProject.isPresent() && !ofProject.get().uninstall().isEmpty();
            if (hooks.uninstall().isEmpty() && !here) {
                return new Finding(
                        Health.ABSENT,
                        program.isEmpty()
                                ? "is not found on this machine"
                                : "is not installed: greenlane install " + place.agent());
            }
            if (!copy.exists()) {
                return ill("its hooks point to a copy that is gone." + again);
            }
            OptionalLong micros = HookProbe.send(copy.client(), place);
            if (micros.isEmpty()) {
                return ill("its hook did not deny what it must deny." + again);
            }
            String time = String.format(Locale.ROOT, "a call takes %.1f ms", micros.getAsLong() / 1e3);
            return program.isEmpty()
                    ? new Finding(Health.WELL, "its hook answers (" + time + "); the agent itself is not found")
                    : of(place, program.get(), hooks, ofProject, time);
        } catch (NotEditable e) {
            return ill("its settings cannot be read: " + e.reason() + ".");
        } catch (IOException e) {
            return ill("its settings cannot be read: " + e.getMessage() + ".");
        }
    }

    private Finding of(HookPlace place, Path program, Installation hooks, Optional<Installation> ofProject, String time)
            throws IOException, NotEditable, InterruptedException {
        if (place.agent().equals("codex")) {
            Optional<String> distrust = distrust(program);
            if (distrust.isPresent()) {
                return ill(distrust.get());
            }
        }
        String version = version(program);
        Optional<Client> client = Clients.of(place.agent());
        String facts = version
                + client.filter(known -> !version.contains(known.version()))
                        .map(known -> ", measured with " + known.version())
                        .orElse("")
                + "; " + time + others(hooks, ofProject) + where(hooks);
        if (!drive || client.filter(Client::quick).isEmpty()) {
            return new Finding(Health.WELL, "its hook answers (" + facts + ")");
        }
        return switch (Rehearsal.of(client.get(), program, hooks, ofProject, outside)) {
            case FIRED -> new Finding(Health.WELL, "its hooks fire (" + facts + ")");
            case DISOBEYED ->
                ill("it asked its hook and ran the call that was denied (" + facts
                        + "). Use the version that docs/agents.md" + " names.");
            case SILENT ->
                ill("it ran a call without asking its hook (" + facts + "). See whether its settings or a policy switch"
                        + " hooks off, and whether this version has them.");
            case UNKNOWN ->
                new Finding(
                        Health.WELL,
                        "its hook answers; whether it fires could not be seen, for the agent did not run by itself"
                                + " here (" + facts + ")");
        };
    }

    /** Why Codex does not run the hooks; empty where it does. */
    private Optional<String> distrust(Path codex) {
        try {
            List<CodexHooks.Hook> ours =
                    CodexHooks.list(codex.toString(), List.of(), outside.environment(), outside.folder()).stream()
                            .filter(hook ->
                                    hook.command().contains(copy.client().toString()))
                            .toList();
            long untrusted = ours.stream().filter(hook -> !hook.trusted()).count();
            if (ours.isEmpty()) {
                return Optional.of("Codex does not see its hooks. Mend it with: greenlane install codex");
            }
            return untrusted == 0
                    ? Optional.empty()
                    : Optional.of("Codex does not trust " + untrusted + " of its " + ours.size()
                            + " hooks, so it does not run them. Mend it: start codex, type /hooks, and trust them");
        } catch (IOException e) {
            return Optional.of(e.getMessage() + ", so it may run none. Mend it with a newer version");
        }
    }

    private static String where(Installation hooks) throws IOException, NotEditable {
        return hooks.uninstall().isEmpty() ? "; for this project only" : "";
    }

    private static String others(Installation hooks, Optional<Installation> ofProject) throws IOException, NotEditable {
        Set<String> others = new LinkedHashSet<>(hooks.others());
        if (ofProject.isPresent()) {
            others.addAll(ofProject.get().others());
        }
        return others.isEmpty()
                ? ""
                : "; on the same events also: "
                        + String.join(
                                ", ",
                                others.stream()
                                        .map(command -> Lines.cut(command, LONGEST_COMMAND))
                                        .toList());
    }

    private static String version(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(VERSION_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return program.toString();
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Lines.cut(text.lines().findFirst().orElse("a version that it does not tell"), 50);
        } catch (IOException e) {
            return program.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return program.toString();
        }
    }

    private static Finding ill(String text) {
        return new Finding(Health.ILL, text);
    }
}
