package dev.greenlane.service.settings;

import dev.greenlane.engine.review.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes the line of the user's settings that says the usual mode, and nothing else of the file. Stateless. */
public final class ModeLine {
    private static final Pattern LINE = Pattern.compile("(?m)^mode[ \t]*:[^\r\n]*");

    private ModeLine() {}

    /** Sets the usual mode. */
    public static void set(Path file, Mode mode) throws IOException {
        String text = text(file);
        String line = "mode: " + mode.id();
        Matcher old = LINE.matcher(text);
        String changed = old.find()
                ? old.replaceFirst(Matcher.quoteReplacement(line))
                : text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + line + "\n";
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, changed);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
