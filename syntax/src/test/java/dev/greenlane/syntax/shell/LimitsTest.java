package dev.greenlane.syntax.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text holds, reading it ends soon and takes little stack. */
class LimitsTest {
    private static final int SMALL_STACK = 512 * 1024;
    private static final int LONG = 1_000_000;
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Reads and prints in a thread with a small stack. */
    private static Script read(String text) throws InterruptedException {
        AtomicReference<Script> script = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable task = () -> {
            Script read = ShellReader.read(text);
            TreePrinter.print(read);
            script.set(read);
        };
        Thread thread = new Thread(null, task, "small stack", SMALL_STACK);
        thread.setUncaughtExceptionHandler((failed, cause) -> failure.set(cause));
        thread.start();
        thread.join(SOON);
        assertThat(failure.get()).isNull();
        assertThat(script.get()).as("the script, read in time").isNotNull();
        return script.get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "((",
                "$(",
                "$((",
                "$((1+(",
                "$[",
                "{ ",
                "\"$(",
                "${x:-",
                "\"${x:-\"$(",
                "[[ ( ",
                "[[ ! ",
                "@(",
                "[[ a =~ (",
                "if a; then ",
                "while a; do ",
                "case x in a) ",
                "for x in a; do ",
                "f() { ",
                "coproc { ",
                "time ",
                "! ",
                "a && ",
                "a | ",
                "1+",
                "((-",
                "((a=",
                "((a?",
                "{a,",
                "a[",
                "a[$(",
                "a=([$(",
                "<(",
                "`",
                "\\`",
                "`\\",
                "\"",
                "'",
                "$'",
                "<<E ",
                "<<E\n",
                "cat <<E\n$(",
                "cat <<-E\n\t$(",
                "$(cat <<E\n",
                "<<E;`",
                "((a)\n",
                ")",
                ";",
                ";;",
                "&",
                "\\\n",
                "#",
                "\r",
                "declare a=($(x)) ",
                "function f ",
                "f() ",
                "${",
                "x=${a/b/"
            })
    void anythingMayBeRepeated(String piece) throws InterruptedException {
        read(piece.repeat(LONG / piece.length()));
    }

    @Test
    void whatIsNestedTooDeeplyIsUnreadable() throws InterruptedException {
        assertThat(read("$(".repeat(60) + ")".repeat(60)).problems()).isEmpty();
        Script script = read("$(".repeat(70) + ")".repeat(70) + "\nls");
        assertThat(script.problems()).first().extracting(Script.Problem::reason).isEqualTo("nested too deeply");
        assertThat(script.statements().getLast().command()).isInstanceOf(Command.Simple.class);
    }

    @Test
    void aLongChainIsUnreadable() throws InterruptedException {
        assertThat(read("a" + " && a".repeat(150)).problems()).isEmpty();
        Script script = read("a" + " && a".repeat(1000) + "\nls");
        assertThat(script.problems()).hasSize(1);
        assertThat(script.statements()).hasSize(2);
    }

    @Test
    void aTextFullOfErrorsIsGivenUp() throws InterruptedException {
        Script script = read("(;\n".repeat(LONG / 3));
        assertThat(script.problems().size()).isBetween(1, 1001);
        assertThat(script.statements().getLast().span().end()).isGreaterThan(LONG - 10);
    }

    @Test
    void aLongScriptIsReadSoon() throws InterruptedException {
        String line = "if test -f \"$x/a b\"; then echo $(cat ${y:-z} | wc -l) >>log 2>&1; fi\n";
        Script script = read(line.repeat(LONG / line.length()));
        assertThat(script.problems()).isEmpty();
        assertThat(script.statements()).hasSize(LONG / line.length());
    }
}
