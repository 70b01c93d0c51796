package dev.greenlane.engine.understand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlane.engine.call.Surroundings;
import dev.greenlane.engine.call.ToolCall;
import dev.greenlane.engine.effect.Effect;
import dev.greenlane.engine.effect.EffectKind;
import dev.greenlane.engine.look.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class UnderstanderTest {

    private static final Understander UNDERSTANDER = Understander.load();
    private static final Surroundings PROJECT = new Surroundings(Optional.of("/work/app"), Optional.of("/home/ada"));

    @Test
    void aSubagentAndAPlanDoNothingThemselves() {
        assertThat(effects(new ToolCall.Spawn("Agent", "rm -rf /"))).isEmpty();
        assertThat(effects(new ToolCall.Internal("TodoWrite"))).isEmpty();
    }

    @Test
    void aToolThatNobodyDescribedIsNotUnderstood() {
        assertThat(effects(new ToolCall.Mcp("mcp__mail__frobnicate", "mail", "frobnicate", Map.of())))
                .extracting(Effect::kind)
                .containsExactly(EffectKind.UNKNOWN);
    }

    @Test
    void aPatchDoesSomethingToEachOfItsFiles() {
        String patch = "*** Begin Patch\n*** Add File: a.txt\n+x\n*** Delete File: ../b.txt\n*** End Patch\n";
        assertThat(effects(new ToolCall.Patch("apply_patch", patch)))
                .extracting(effect -> effect.kind().id() + " " + effect.target())
                .containsExactly("file-write /work/app/a.txt", "file-delete /work/b.txt");
    }

    @Test
    void aScriptOfTheProjectIsRead() {
        Files files = new Files() {
            @Override
            public Kind kind(String absolutePath) {
                return absolutePath.equals("/work/app/clean.sh") ? Kind.FILE : Kind.MISSING;
            }

            @Override
            public Optional<String> text(String absolutePath, int limit) {
                return absolutePath.equals("/work/app/clean.sh")
                        ? Optional.of("#!/bin/sh\nrm -rf \"$1\"\n")
                        : Optional.empty();
            }
        };
        ToolCall call = new ToolCall.Shell("Bash", "./clean.sh /home/ada", ToolCall.Dialect.POSIX);
        assertThat(UNDERSTANDER.understand(call, PROJECT, files).effects())
                .extracting(effect -> effect.kind().id() + " " + effect.target())
                .containsExactly("runs-project-code /work/app/clean.sh", "file-delete /home/ada");
    }

    @Test
    void whereNothingIsKnownOfTheFolderPathsStayRelative() {
        ToolCall call = new ToolCall.Shell("Bash", "rm notes.txt ../x ~/y", ToolCall.Dialect.POSIX);
        assertThat(UNDERSTANDER
                        .understand(call, Surroundings.UNKNOWN, Files.NONE)
                        .effects())
                .extracting(Effect::target)
                .containsExactly("notes.txt", "../x", "~/y");
    }

    @Test
    void whatStandsBehindManyHarmlessCommandsIsStillSeen() {
        String command = "echo hello world; ".repeat(15_000) + "rm -rf /";
        ToolCall call = new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX);
        assertThat(effects(call)).extracting(Effect::target).contains("/");
    }

    @Test
    void whatIsTooLongToFollowIsNotTakenForHarmless() {
        String command = "echo hello world; ".repeat(60_000) + "rm -rf /";
        ToolCall call = new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX);
        assertThat(effects(call)).extracting(Effect::kind).contains(EffectKind.UNKNOWN);
    }

    @Test
    void aVariableThatGrowsAndGrowsIsGivenUp() {
        String command = "x=$x$y; ".repeat(10_000) + "rm -rf $x";
        ToolCall call = new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX);
        assertThat(effects(call))
                .singleElement()
                .satisfies(
                        effect -> assertThat(effect.target()).startsWith("$x").hasSizeLessThan(1000));
    }

    @Test
    void loopsInLoopsEnd() {
        String command = "for a in {1..64}; do ".repeat(12) + "rm $a" + "; done".repeat(12);
        ToolCall call = new ToolCall.Shell("Bash", command, ToolCall.Dialect.POSIX);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                                Duration.ofSeconds(20), () -> effects(call))))
                .isNull();
        assertThat(effects(call)).extracting(Effect::kind).contains(EffectKind.UNKNOWN);
    }

    @Property(tries = 500)
    void noTextMakesItThrow(@ForAll @StringLength(max = 200) String text) {
        assertThat(effects(new ToolCall.Shell("Bash", text, ToolCall.Dialect.POSIX)))
                .isNotNull();
    }

    @Property(tries = 500)
    void quotedTextIsNeverACommand(@ForAll @StringLength(max = 60) String text) {
        String quoted = "'" + text.replace("'", "'\\''").replace("\0", "") + "'";
        assertThat(effects(new ToolCall.Shell("Bash", "echo " + quoted, ToolCall.Dialect.POSIX)))
                .isEmpty();
    }

    private static List<Effect> effects(ToolCall call) {
        return UNDERSTANDER.understand(call, PROJECT, Files.NONE).effects();
    }
}
