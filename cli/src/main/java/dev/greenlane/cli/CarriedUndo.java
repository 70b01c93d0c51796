package dev.greenlane.cli;

import dev.greenlane.service.Carried;
import dev.greenlane.service.life.Build;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code greenlane undo} in the service, for a person whose terminal is elsewhere: the same command, in a process that is warm.
 * Where it wants a key, what it has said until then goes back as a question. With the key the command begins anew; the key counts
 * only where the text before it is the one that the person has seen. Thread-safe.
 */
final class CarriedUndo implements Carried {
    private static final String CHANGED = "It has changed meanwhile.\n";
    private static final List<String> OWN =
            List.of("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TERM");

    private final Outside own;
    private final Optional<Path> stamp;
    private final Build build;

    /**
     * @param own what the service sees of the world
     * @param stamp the file that changes when there is a newer build; empty where nobody says so: then nothing is carried
     */
    CarriedUndo(Outside own, Optional<Path> stamp) {
        this.own = own;
        this.stamp = stamp;
        this.build = new Build(stamp);
    }

    @Override
    public Optional<String> undo(String request) {
        return HandedOver.read(request)
                .filter(handed ->
                        stamp.isPresent() && handed.stamp().equals(stamp.get().toString()) && build.isLatest())
                .map(this::run);
    }

    private String run(HandedOver handed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Answering in = new Answering(handed, out);
        PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of("undo"));
        arguments.addAll(handed.arguments());
        int code = Greenlane.run(
                new Outside(
                        in,
                        outStream,
                        errStream,
                        environment(handed),
                        handed.folder(),
                        own.managed(),
                        handed::isTerminal),
                arguments.toArray(String[]::new));
        outStream.flush();
        errStream.flush();
        return answer(code, in.unseen(out.toString(StandardCharsets.UTF_8)), in.question(), err);
    }

    /** Where the files are is the service's own knowledge; all else is as the person has it. */
    private Map<String, String> environment(HandedOver handed) {
        Map<String, String> environment = new HashMap<>(handed.environment());
        for (String name : OWN) {
            environment.remove(name);
            Optional.ofNullable(own.environment().get(name)).ifPresent(value -> environment.put(name, value));
        }
        environment.put("COLUMNS", Integer.toString(handed.columns()));
        return environment;
    }

    /** Exit code, bytes for standard output, and by what the question is known again, in one line; then both outputs. */
    private static String answer(int code, String out, Optional<String> question, ByteArrayOutputStream err) {
        int length = out.getBytes(StandardCharsets.UTF_8).length;
        return code + " " + length + " " + question.orElse("-") + "\n" + out + err.toString(StandardCharsets.UTF_8);
    }

    /** What the person answers. One thread. */
    private static final class Answering extends InputStream {
        private final HandedOver handed;
        private final ByteArrayOutputStream out;
        private String before = "";
        private boolean isAsked;
        private boolean isAnswered;

        Answering(HandedOver handed, ByteArrayOutputStream out) {
            this.handed = handed;
            this.out = out;
        }

        @Override
        public int read() {
            if (isAsked) {
                return -1;
            }
            isAsked = true;
            before = out.toString(StandardCharsets.UTF_8);
            isAnswered = handed.key().isPresent() && handed.seen().equals(known(before));
            return isAnswered ? handed.key().orElse(-1) : -1;
        }

        private static String known(String text) {
            return Integer.toHexString(text.hashCode()) + "-" + text.length();
        }

        /** What the person has yet to see. */
        String unseen(String all) {
            if (!isAsked) {
                return all;
            }
            return isAnswered ? all.substring(before.length()) : (handed.key().isPresent() ? CHANGED : "") + before;
        }

        Optional<String> question() {
            return isAsked && !isAnswered ? Optional.of(known(before)) : Optional.empty();
        }
    }
}
