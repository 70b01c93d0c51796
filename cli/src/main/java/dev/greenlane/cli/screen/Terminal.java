package dev.greenlane.cli.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What text may look like where it goes. Immutable and thread-safe.
 *
 * @param colour whether inks are seen
 * @param unicode whether signs beyond ASCII are seen
 * @param width columns of a line
 */
public record Terminal(boolean colour, boolean unicode, int width) {
    private static final int USUAL_WIDTH = 80;
    private static final int WIDEST = 120;

    /** Standard output's descriptor. */
    public static final int OUT = 1;

    /** Standard error's descriptor. */
    public static final int ERR = 2;

    /**
     * What standard output can show.
     *
     * @param isTerminal whether it is a terminal
     */
    public static Terminal ofOutput(Colour wish, Map<String, String> environment, BooleanSupplier isTerminal) {
        boolean terminal = wish != Colour.NEVER && isTerminal.getAsBoolean();
        boolean auto = terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        boolean colour = wish == Colour.ALWAYS || wish == Colour.AUTO && auto;
        return new Terminal(colour, unicode(environment), width(environment, isTerminal));
    }

    /** The text in an ink, where inks are seen. */
    public String paint(Ink ink, String text) {
        return colour && !text.isEmpty() ? ink.on(text) : text;
    }

    /** The first where signs beyond ASCII are seen, else the second. */
    public String sign(String unicodeSign, String asciiSign) {
        return unicode ? unicodeSign : asciiSign;
    }

    /** Whether a descriptor of this process is a terminal. */
    public static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return succeeds(List.of("test", "-t", Integer.toString(descriptor)));
    }

    private static boolean unicode(Map<String, String> environment) {
        for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                String upper = value.toUpperCase(Locale.ROOT);
                return upper.contains("UTF-8") || upper.contains("UTF8");
            }
        }
        return false;
    }

    private static int width(Map<String, String> environment, BooleanSupplier isTerminal) {
        String columns = environment.getOrDefault("COLUMNS", "");
        if (!columns.matches("[1-9][0-9]{0,3}")) {
            columns = isTerminal.getAsBoolean() ? columnsOfTerminal() : "";
        }
        int width = columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
        return Math.clamp(width, 40, WIDEST);
    }

    private static String columnsOfTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
            return size.strip().replaceFirst(".* ", "");
        } catch (IOException e) {
            return "";
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
