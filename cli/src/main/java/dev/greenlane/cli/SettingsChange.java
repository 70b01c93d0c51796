package dev.greenlane.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.greenlane.agents.install.FileChange;
import dev.greenlane.cli.screen.Ink;
import dev.greenlane.cli.screen.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Shows and carries out changes of agents' settings. Stateless. */
final class SettingsChange {
    private static final String BACKUP = ".before-greenlane";
    private static final int CONTEXT = 2;
    private static final int MOST_LINKS = 20;
    private static final Pattern NOTHING_SET = Pattern.compile("(\\{(\"version\":[0-9]+)?})?");

    private SettingsChange() {}

    /** The difference, as {@code diff -u} shows it. */
    static void show(FileChange change, PrintStream out, Terminal terminal) {
        List<String> before = change.before().orElse("").lines().toList();
        List<String> after = change.after().orElse("").lines().toList();
        String name = change.file().toString();
        UnifiedDiffUtils.generateUnifiedDiff(
                        change.before().isEmpty() ? "/dev/null" : name,
                        change.after().isEmpty() ? "/dev/null" : name,
                        before,
                        DiffUtils.diff(before, after),
                        CONTEXT)
                .forEach(line -> out.println(paint(line, terminal)));
    }

    private static String paint(String line, Terminal terminal) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> terminal.paint(Ink.GOOD, line);
            case '-' -> terminal.paint(Ink.BAD, line);
            case '@' -> terminal.paint(Ink.DIM, line);
            default -> line;
        };
    }

    /** Writes a file anew in one step, where a link leads, and keeps what was there beside it. */
    static void carryOut(FileChange change) throws IOException {
        Path file = target(change.file());
        Path folder = file.toAbsolutePath().getParent();
        if (change.after().isEmpty()) {
            Files.deleteIfExists(file);
            forget(change.file());
            return;
        }
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path backup = backup(change.file());
        if (change.before().isPresent() && !Files.exists(backup)) {
            Files.writeString(backup, change.before().get());
            Files.setPosixFilePermissions(backup, PosixFilePermissions.fromString("rw-------"));
        }
        Set<PosixFilePermission> rights = Files.exists(file)
                ? Files.getPosixFilePermissions(file)
                : PosixFilePermissions.fromString(change.program() ? "rwxr-xr-x" : "rw-------");
        Path fresh = file.resolveSibling(file.getFileName() + ".greenlane-new");
        Files.writeString(fresh, change.after().get());
        Files.setPosixFilePermissions(fresh, rights);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The change that brings back the file as it was before, where nothing else has been changed in it since. */
    static FileChange asItWas(FileChange change) throws IOException {
        Path backup = backup(change.file());
        if (!Files.exists(backup)) {
            return change;
        }
        String was = Files.readString(backup);
        boolean same = change.after()
                .map(rest -> bare(rest).equals(bare(was)))
                .orElseGet(() -> NOTHING_SET.matcher(bare(was)).matches());
        return same ? new FileChange(change.file(), change.before(), Optional.of(was), change.program()) : change;
    }

    /** Without blanks and without commas behind the last of a list, which come and go with what is written there. */
    private static String bare(String text) {
        return text.replaceAll("\\s", "").replaceAll(",(?=[}\\]])", "");
    }

    private static Path target(Path file) throws IOException {
        Path at = file;
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(at); i++) {
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        return at;
    }

    /** Removes what was kept of a file. */
    static void forget(Path file) throws IOException {
        Files.deleteIfExists(backup(file));
    }

    /** Where the text of a file is kept that was there before. */
    static Path backup(Path file) {
        return Optional.ofNullable(file.getFileName())
                .map(name -> file.resolveSibling(name + BACKUP))
                .orElse(file);
    }
}
