package dev.greenlane.cli.screen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Reads keys one by one: at a terminal as they are pressed, else the first letter of each line. Not thread-safe. */
public final class Keys implements AutoCloseable {
    private static final int IN = 0;

    private final InputStream in;
    private final boolean raw;

    private Keys(InputStream in, boolean raw) {
        this.in = in;
        this.raw = raw;
    }

    /** Keys of an input; a terminal is as it was when they are closed. */
    public static Keys of(InputStream in) {
        boolean terminal = in.equals(System.in) && Terminal.isTerminal(IN);
        return new Keys(in, terminal && stty("-icanon", "-echo", "min", "1"));
    }

    /** The next key; -1 where there is none. */
    public int next() throws IOException {
        int key = in.read();
        if (!raw) {
            for (int rest = key; rest >= 0 && rest != '\n'; ) {
                rest = in.read();
            }
        }
        return key;
    }

    @Override
    public void close() {
        if (raw) {
            stty("icanon", "echo");
        }
    }

    private static boolean stty(String... words) {
        try {
            String[] command = new String[words.length + 1];
            command[0] = "stty";
            System.arraycopy(words, 0, command, 1, words.length);
            Process process = new ProcessBuilder(command)
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectErrorStream(true)
                    .start();
            return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
