package dev.greenlane.syntax.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Shell scripts to try readers on: our own, those that lie on this machine, and those in the folder that the system
 * property {@code greenlane.corpus} names, if any.
 */
final class ShellTexts {
    private static final Path OWN = Path.of("src/test/resources/dev/greenlane/syntax/shell/corpus");
    private static final List<String> PLACES = List.of(
            "/usr/bin",
            "/usr/sbin",
            "/etc/init.d",
            "/etc/cron.daily",
            "/usr/lib/git-core",
            "/usr/lib/dpkg",
            "/usr/share/debconf",
            "/usr/share/doc",
            "/usr/share/git-core");
    private static final int MOST_PER_PLACE = 150;
    private static final long LONGEST = 200_000;

    private ShellTexts() {}

    /** A script and where it came from. */
    record ShellText(Path file, String text) {}

    static List<ShellText> own() {
        return scripts(OWN);
    }

    static List<ShellText> all() {
        List<ShellText> texts = new ArrayList<>(own());
        for (String place : PLACES) {
            texts.addAll(scripts(Path.of(place)));
        }
        String corpus = System.getProperty("greenlane.corpus");
        if (corpus != null) {
            texts.addAll(scripts(Path.of(corpus)));
        }
        return texts;
    }

    private static List<ShellText> scripts(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(place, 5, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(ShellTexts::isScript)
                    .sorted()
                    .limit(MOST_PER_PLACE)
                    .flatMap(ShellTexts::read)
                    .toList();
        } catch (UncheckedIOException | IOException e) {
            return List.of();
        }
    }

    private static boolean isScript(Path file) {
        try {
            if (!Files.isRegularFile(file) || !Files.isReadable(file) || Files.size(file) > LONGEST) {
                return false;
            }
            byte[] start = new byte[40];
            try (var in = Files.newInputStream(file)) {
                int length = in.readNBytes(start, 0, start.length);
                String line = new String(start, 0, length, StandardCharsets.ISO_8859_1);
                return line.matches("(?s)#! ?(/usr)?/bin/(env )?(ba|da)?sh\\b.*");
            }
        } catch (IOException e) {
            return false;
        }
    }

    private static Stream<ShellText> read(Path file) {
        try {
            return Stream.of(new ShellText(file, Files.readString(file)));
        } catch (MalformedInputException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
